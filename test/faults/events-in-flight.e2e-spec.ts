import { EventGateway, nextId, reports, totalsOf } from '../support/event-gateway';
import { anOrder, asAdmin, call, paymentOf } from '../support/http';
import { uuidOf } from '../support/ids';
import { expectInvariants } from '../support/invariants';
import { database, type OrderMade } from '../support/tandem';
import { betweenResponseAndCommit, until, TARGET_SERVER } from '../support/target-server';

// An event about a payment that arrives while a capture is in flight waits for the capture's outcome.

const gateway = new EventGateway('toldinflight');
let order: OrderMade;
let externalId: string;

beforeAll(() => gateway.open());
afterAll(() => gateway.server.stop());
beforeEach(async () => {
  order = await anOrder(gateway.store, { email: 'a@example.com' });
  externalId = (await gateway.session(order)).external_id;
  await gateway.sendAndAwait(reports.authorized(externalId));
});
afterEach(() => expectInvariants(order));

/** A capture made at the gateway whose server was killed before it was stored. Its look-up is postponed by an hour. */
async function captureInFlight(amount: number): Promise<void> {
  const payment = await paymentOf(gateway.store, order, gateway.server.url);
  const target = await gateway.remote.server({ PGAPPNAME: TARGET_SERVER });
  const send = (): Promise<unknown> =>
    call('POST', `/admin/payments/${payment}/capture`, {
      headers: asAdmin(gateway.store),
      body: { amount },
      server: target.url,
    });
  await betweenResponseAndCommit('ledger_entries', send, () => target.kill());
  await lookUpIn('1 hour');
}

const lookUpIn = (interval: string): Promise<unknown> =>
  database().query(
    `UPDATE provider_operations SET lease_until = now() + $2::interval WHERE order_id = $1 AND state = 'requested'`,
    [uuidOf(order.id), interval],
  );

const captured = async (): Promise<number | undefined> => (await totalsOf(order))[0]?.captured;

it.each([
  [
    'a cancellation',
    () => reports.canceled(externalId),
    'A capture of the payment is still in progress',
    { captured: 4_000, canceled: 7_000 },
  ],
  [
    'a refund',
    () => reports.refund(externalId, nextId('re'), 1_000),
    expect.stringContaining('what is left'),
    { captured: 4_000, canceled: 0 },
  ],
])('%s is not applied during the capture, and is retried after it', async (_, reportOf, reason, after) => {
  await captureInFlight(40);
  const event = await gateway.sendAndAwait(reportOf());
  expect(event).toMatchObject({ state: 'received', reason });
  expect(await totalsOf(order)).toMatchObject([{ captured: 0, refunded: 0, canceled: 0 }]);
  await lookUpIn('-1 second');
  await until(async () => (await captured()) === 4_000, 30_000);
  await gateway.settleAll();
  expect(await totalsOf(order)).toMatchObject([after]);
});
