import {
  anOrder,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  collectionPath,
  methodOf,
  paymentOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { medusaIdOf, spreeIdOf, uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asBackOffice, medusaOrder, paymentRows, placed } from '../../support/medusa-admin';
import { waitFor } from '../../support/receiver';
import type { Server } from '../../support/server-process';
import { anotherServer, aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';
import { betweenResponseAndCommit, TARGET_SERVER, whileLocked } from '../../support/target-server';

// While a payment transaction is in flight its amount is reserved: a concurrent request is refused or gets only the rest.

let store: StoreMade;
let order: OrderMade;
let slow: Server;

beforeAll(async () => {
  store = await aStore();
  slow = await anotherServer({ PGAPPNAME: TARGET_SERVER });
});
afterAll(() => slow.stop());
beforeEach(async () => {
  order = await anOrder(store);
});

const capture = (payment: string, amount?: number, server?: string): Promise<Reply> =>
  asBackOffice(store, 'POST', `/payments/${payment}/capture`, { body: { amount }, server });

const create = (body: Json = {}): Promise<Reply> =>
  call('POST', sessionsPath(order), {
    headers: asGuest(store, order),
    body: { payment_method_id: methodOf(store), ...body },
  });

const complete = ({ id }: Json): Promise<Reply> =>
  call('PATCH', sessionsPath(order, `/${id as string}/complete`), {
    headers: asGuest(store, order),
    body: {},
  });

const update = ({ id }: Json, body: Json): Promise<Reply> =>
  call('PATCH', sessionsPath(order, `/${id as string}`), { headers: asGuest(store, order), body });

/** An authorization of part of the order whose response is lost. The look-up is postponed by an hour. */
async function inFlight(amount: string): Promise<void> {
  const session = (await create({ amount, external_data: { bogus_card: 'answer_lost' } })).body;
  expect((await complete(session)).status).toBe(503);
  await lookUpIn('1 hour');
}

const lookUpIn = (interval: string): Promise<unknown> =>
  database().query(`UPDATE provider_operations SET lease_until = now() + $2::interval WHERE order_id = $1`, [
    uuidOf(order.id),
    interval,
  ]);

/** Lets the look-up settle it, and checks the order's invariants. */
async function settled(): Promise<void> {
  await lookUpIn('-1 second');
  const open = `SELECT 1 FROM provider_operations WHERE order_id = $1 AND state = 'requested'`;
  await waitFor(async () => (await database().query(open, [uuidOf(order.id)])).rowCount === 0, 30_000);
  await expectInvariants(order);
}

const operationCount = async (verb: string): Promise<number> => {
  const statement = `SELECT 1 FROM provider_operations WHERE order_id = $1 AND verb = $2`;
  return (await database().query(statement, [uuidOf(order.id), verb])).rowCount ?? 0;
};

describe('while a capture is in flight', () => {
  const voidInSpree = (payment: string): Promise<Reply> =>
    call('PATCH', `/api/v3/admin/orders/${order.id}/payments/${spreeIdOf('py', payment)}/void`, {
      headers: asOrderSystem(store),
      body: {},
    });
  const cancelInMedusa = (payment: string): Promise<Reply> =>
    asBackOffice(store, 'POST', `/payments/${payment}/cancel`);

  it.each([
    ['a part', 'Spree', 40, voidInSpree, 422],
    ['a part', 'Medusa', 40, cancelInMedusa, 400],
    ['all', 'Spree', undefined, voidInSpree, 422],
    ['all', 'Medusa', undefined, cancelInMedusa, 400],
  ])('of %s, a void (%s) is refused and the gateway is not called', async (...row) => {
    const [, , amount, cancel, status] = row;
    const payment = await placed(store, order);
    let refused: Reply | undefined;
    await betweenResponseAndCommit(
      'ledger_entries',
      () => capture(payment, amount, slow.url),
      async () => void (refused = await cancel(payment)),
    );
    expect([refused?.status, await operationCount('cancel')]).toEqual([status, 0]);
    const capturedAmount = String((amount ?? 110) * 100);
    await waitFor(async () => (await paymentRows(order))[0].captured === capturedAmount);
    await expectInvariants(order);
  });

  it('another capture is limited to the rest, and a refund is refused', async () => {
    // The order costs more than the payment, so that the payment is the limit.
    await complete((await create({ amount: '60.00' })).body);
    const payment = await paymentOf(store, order);
    const refused: number[] = [];
    await betweenResponseAndCommit(
      'ledger_entries',
      () => capture(payment, 40, slow.url),
      async () => {
        refused.push((await capture(payment, 20.01)).status);
        const refund = await asBackOffice(store, 'POST', `/payments/${payment}/refund`, {
          body: { amount: 1 },
        });
        refused.push(refund.status);
      },
    );
    expect([refused, await operationCount('capture'), await operationCount('refund')]).toEqual([
      [400, 400],
      1,
      0,
    ]);
    await waitFor(async () => (await paymentRows(order))[0].captured === '4000');
    expect((await capture(payment, 20)).status).toBe(200);
    await expectInvariants(order);
  });
});

it('a capture waits for an order that is being canceled, and is then refused', async () => {
  const payment = await placed(store, order);
  let captured: Promise<Reply> | undefined;
  // The cancellation has locked the order, and waits for the lock on its collection.
  await whileLocked(
    ['SELECT 1 FROM payment_collections WHERE order_id = $1', uuidOf(order.id)],
    () => asBackOffice(store, 'POST', `/orders/${medusaOrder(order)}/cancel`, { server: slow.url }),
    async () => {
      captured = capture(payment);
      await Promise.race([captured, waitsBehindAnother()]);
    },
  );
  const reply = await captured;
  expect([reply?.status, await operationCount('capture')]).toEqual([400, 0]);
  await waitFor(async () => (await paymentRows(order))[0].canceled === '11000');
  await expectInvariants(order);
});

it('a void waits for an order that is being placed, and then finds it placed', async () => {
  const open = (await create()).body;
  const paid = (await complete((await create()).body)).body;
  let voided: Promise<Reply> | undefined;
  const place = `/api/v3/store/orders/${order.id}/complete`;
  // The placement has locked the order, and waits to cancel the open session.
  await whileLocked(
    ['SELECT 1 FROM payment_sessions WHERE id = $1', uuidOf(open.id)],
    () => call('PATCH', place, { headers: asGuest(store, order), body: {} }),
    async () => {
      voided = asBackOffice(store, 'POST', `/payments/${medusaIdOf('pay', uuidOf(paid.payment.id))}/cancel`);
      await Promise.race([voided, waitsForLockOn('FROM orders')]);
      expect(await operationCount('cancel')).toBe(0);
    },
  );
  expect([(await voided)?.status, await operationCount('cancel')]).toEqual([200, 1]);
  const { rows } = await database().query('SELECT state FROM orders WHERE id = $1', [uuidOf(order.id)]);
  expect(rows).toEqual([{ state: 'completed' }]);
  await expectInvariants(order);
});

/** Resolves when a statement waits for one that waits itself. */
function waitsBehindAnother(): Promise<void> {
  return waitFor(async () => {
    const { rowCount } = await database().query(
      `SELECT 1 FROM pg_stat_activity a, unnest(pg_blocking_pids(a.pid)) blocker
        WHERE a.query LIKE '%FROM orders%' AND cardinality(pg_blocking_pids(blocker)) > 0`,
    );
    return (rowCount ?? 0) > 0;
  });
}

function waitsForLockOn(query: string): Promise<void> {
  return waitFor(async () => {
    const { rowCount } = await database().query(
      `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event <> 'relation' AND query LIKE '%' || $1 || '%'`,
      [query],
    );
    return (rowCount ?? 0) > 0;
  });
}

describe('during an authorization in flight', () => {
  it('a session without an amount is for the rest: Spree', async () => {
    await inFlight('60.00');
    const rest = await create();
    expect([rest.status, rest.body.amount]).toEqual([201, '50.0']);
    expect((await complete(rest.body)).body.status).toBe('completed');
    await settled();
  });

  it('a session without an amount is for the rest: Medusa', async () => {
    await inFlight('60.00');
    const rest = await call('POST', collectionPath(order), {
      headers: asShopper(store),
      body: { provider_id: 'pp_bogus_default' },
    });
    expect(rest.status).toBe(200);
    const made = rest.body.payment_collection.payment_sessions.filter(
      ({ status }: Json) => status === 'pending',
    );
    expect(made.map(({ amount }: Json) => amount)).toContain(50);
    await settled();
  });

  it('a session of more than the rest is refused', async () => {
    await inFlight('60.00');
    expect((await create({ amount: '50.01' })).status).toBe(422);
    await settled();
  });

  it('an earlier session cannot be completed for more than the rest', async () => {
    const before = (await create({ amount: '60.00' })).body;
    const whole = (await create()).body;
    await inFlight('60.00');
    for (const session of [before, whole]) expect((await complete(session)).status).toBe(422);
    expect(await operationCount('authorize')).toBe(1);
    await settled();
  });
});

describe('a session cannot be updated to more than is outstanding', () => {
  it.each([
    ['nothing is paid', null, '110.01', '110.00'],
    ['a part is paid', '60.00', '50.01', '50.00'],
  ])('when %s', async (_, paid, over, max) => {
    if (paid !== null) await complete((await create({ amount: paid })).body);
    const session = (await create({ amount: '10.00' })).body;
    const refused = await update(session, { amount: over });
    expect([refused.status, refused.body.error.code]).toEqual([422, expect.any(String)]);
    const read = await call('GET', sessionsPath(order, `/${session.id as string}`), {
      headers: asGuest(store, order),
    });
    expect(read.body.amount).toBe('10.0');
    expect((await update(session, { amount: max })).status).toBe(200);
    await expectInvariants(order);
  });

  it('also during an authorization in flight', async () => {
    const session = (await create({ amount: '10.00' })).body;
    await inFlight('60.00');
    expect((await update(session, { amount: '50.01' })).status).toBe(422);
    expect((await update(session, { amount: '50.00' })).status).toBe(200);
    await settled();
  });
});
