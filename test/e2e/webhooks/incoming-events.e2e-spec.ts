import { EventGateway, kindsOf, nextId, stateOf, reports, totalsOf } from '../../support/event-gateway';
import { anOrder, asAdmin, call, paymentOf, sessionsPath, type Json } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import { database, type OrderMade } from '../../support/tandem';
import { betweenResponseAndCommit, TARGET_SERVER } from '../../support/target-server';

// A gateway's events have their effect once, in any order and however often they are sent.

const gateway = new EventGateway('eventsin');
let order: OrderMade;
let session: Json;
let id: string;

beforeAll(() => gateway.open());
afterAll(() => gateway.server.stop());
beforeEach(async () => {
  await gateway.deleteEvents();
  order = await anOrder(gateway.store, { email: 'a@example.com' });
  session = await gateway.session(order);
  id = session.external_id;
});
afterEach(() => expectInvariants(order));

const ON_HOLD = { authorized: 11_000, captured: 0, refunded: 0, canceled: 0 };
const TAKEN = { ...ON_HOLD, captured: 11_000 };

const read = async (): Promise<Json> =>
  (await gateway.shopper('GET', sessionsPath(order, `/${session.id}`), order)).body;

const paid = async (): Promise<string> => {
  await gateway.sendAndAwait(reports.taken(id));
  return (await read()).payment.id as string;
};

describe('a shopper who never comes back', () => {
  it('has paid, and the order is placed', async () => {
    expect(await gateway.sendAndAwait(reports.taken(id))).toMatchObject({ state: 'handled' });
    expect(await totalsOf(order)).toEqual([TAKEN]);
    expect(await stateOf(order)).toBe('completed');
    expect(await read()).toMatchObject({ status: 'completed' });
  });

  it('who comes back after all gets the current state', async () => {
    await gateway.sendAndAwait(reports.authorized(id));
    expect(await gateway.complete(order, session)).toMatchObject({
      status: 200,
      body: { status: 'completed' },
    });
    expect(gateway.remote.did('authorize').filter((it) => it === id)).toEqual([]);
    expect(await totalsOf(order)).toEqual([ON_HOLD]);
  });

  it('has not paid all: the order stays open', async () => {
    const part = await anOrder(gateway.store);
    const body = { payment_method_id: gateway.methodId, amount: '10.00' };
    const { external_id } = (await gateway.shopper('POST', sessionsPath(part), part, body)).body;
    await gateway.sendAndAwait(reports.authorized(external_id, 1_000));
    expect(await totalsOf(part)).toEqual([{ ...ON_HOLD, authorized: 1_000 }]);
    expect(await stateOf(part)).toBe('open');
    await expectInvariants(part);
  });
});

it('an event sent ten times at once, and repeated by ten others, leaves one payment', async () => {
  const same = { id: nextId('evt'), type: 'x', about: [reports.taken(id)] };
  await Promise.all([
    ...Array.from({ length: 10 }, () => gateway.send(same)),
    ...Array.from({ length: 10 }, () => gateway.sendAbout([reports.taken(id)])),
  ]);
  await gateway.settleAll();
  expect(await totalsOf(order)).toEqual([TAKEN]);
  expect(await kindsOf(order)).toEqual(['authorization', 'capture']);
});

it('an event of a session that completes at the same time leaves one payment', async () => {
  for (const slow of [0, 300, 1500]) {
    const raced = await anOrder(gateway.store);
    const made = await gateway.session(raced, { slow });
    const completing = gateway.complete(raced, made);
    await gateway.sendAndAwait(reports.authorized(made.external_id));
    expect((await completing).body.status).toBe('completed');
    expect(await totalsOf(raced)).toEqual([ON_HOLD]);
    await expectInvariants(raced);
  }
});

it('an event that arrives before its session is stored waits for it', async () => {
  const early = await anOrder(gateway.store);
  const its = nextId('early');
  expect(await gateway.sendAndAwait(reports.taken(its))).toMatchObject({
    state: 'received',
    reason: `No session or payment has the id ${its}`,
  });
  await gateway.session(early, { id: its });
  await gateway.settleAll();
  expect(await totalsOf(early)).toEqual([TAKEN]);
  await expectInvariants(early);
});

describe('changes made at the gateway', () => {
  it('captures and refunds in parts, each reported repeatedly', async () => {
    await gateway.sendAndAwait(reports.authorized(id));
    const [one, two] = [nextId('re'), nextId('re')];
    for (const minor of [5_000, 5_000, 8_000]) await gateway.sendAndAwait(reports.captured(id, minor));
    for (const reference of [one, two, one]) await gateway.sendAndAwait(reports.refund(id, reference, 1_000));
    expect(await totalsOf(order)).toEqual([{ ...ON_HOLD, captured: 8_000, refunded: 2_000 }]);
    expect(await kindsOf(order)).toEqual(['authorization', 'capture', 'capture', 'refund', 'refund']);
    // By the charge's id and by the session's.
    await gateway.sendAndAwait(reports.captured(`ch_${id}`, 11_000));
    expect(await totalsOf(order)).toEqual([{ ...TAKEN, refunded: 2_000 }]);
  });

  it('an authorization is released once', async () => {
    await gateway.sendAndAwait(reports.authorized(id));
    for (let i = 0; i < 3; i++) await gateway.sendAndAwait(reports.canceled(id));
    expect(await totalsOf(order)).toEqual([{ ...ON_HOLD, canceled: 11_000 }]);
  });

  it('an unpaid session is closed', async () => {
    await gateway.sendAndAwait(reports.canceled(id));
    expect(await read()).toMatchObject({ status: 'canceled' });
    expect(await totalsOf(order)).toEqual([]);
  });

  it('after a decline another card can pay the session', async () => {
    await gateway.sendAndAwait(reports.declined(id));
    await gateway.sendAndAwait(reports.challenged(id));
    expect(await read()).toMatchObject({ status: 'pending', external_data: { go: 'there' } });
    await gateway.sendAndAwait(reports.taken(id));
    expect(await totalsOf(order)).toEqual([TAKEN]);
  });
});

describe('a refund that fails late', () => {
  const refunds = async (): Promise<Json[]> =>
    (await asStaff(gateway.store, 'GET', `/orders/${order.id}/refunds`)).data;
  const refund = (payment: string, amount?: string): Promise<Json> =>
    asStaff(
      gateway.store,
      'POST',
      `/orders/${order.id}/refunds`,
      { payment_id: payment, amount },
      gateway.server.url,
    );

  it('its amount is no longer refunded, and can be refunded again once', async () => {
    const payment = await paid();
    const { transaction_id } = await refund(payment, '20.00');
    expect(await totalsOf(order)).toEqual([{ ...TAKEN, refunded: 2_000 }]);
    await Promise.all(
      Array.from({ length: 10 }, () =>
        gateway.sendAbout([reports.refund(id, transaction_id, 2_000, 'failed')]),
      ),
    );
    await gateway.settleAll();
    expect(await totalsOf(order)).toEqual([TAKEN]);
    expect(await refunds()).toMatchObject([{ amount: '20.0', state: 'failed', transaction_id }]);
    await refund(payment);
    expect(await totalsOf(order)).toEqual([{ ...TAKEN, refunded: 11_000 }]);
  });

  it('of an unknown refund changes nothing, even with later events', async () => {
    await paid();
    const its = nextId('re');
    for (const state of ['failed', 'pending', 'succeeded', 'failed'])
      await gateway.sendAndAwait(reports.refund(id, its, 2_000, state));
    expect(await totalsOf(order)).toEqual([TAKEN]);
    expect(await refunds()).toMatchObject([{ amount: '20.0', state: 'failed', transaction_id: its }]);
  });
});

it('Medusa shows a returned refund as 0, and a dispute apart from the totals', async () => {
  await paid();
  const reference = nextId('re');
  for (const state of ['succeeded', 'failed'])
    await gateway.sendAndAwait(reports.refund(id, reference, 2_000, state));
  await gateway.sendAndAwait(reports.dispute(id, 'withdrawn', 11_000));
  // On a busy machine an event may find its payment locked, and is applied at its next attempt.
  await gateway.settleAll();
  const path = `/admin/payments/${await paymentOf(gateway.store, order, gateway.server.url)}?fields=metadata,*refunds`;
  const { body } = await call('GET', path, { headers: asAdmin(gateway.store), server: gateway.server.url });
  expect(body.payment.refunds).toMatchObject([{ amount: 0, metadata: { state: 'failed', amount: 20 } }]);
  expect(body.payment.metadata).toEqual({
    disputes: {
      [`dp_${id}`]: {
        ...{ status: 'withdrawn', amount: 110, withdrawn: 110, reinstated: 0, reason: null, due_by: null },
      },
    },
  });
});

it('a dispute is recorded as withdrawn and reinstated, and changes no totals', async () => {
  await paid();
  for (const verb of ['withdrawn', 'withdrawn', 'reinstated', 'reinstated'])
    await gateway.sendAndAwait(reports.dispute(id, verb, 11_000));
  expect(await totalsOf(order)).toEqual([TAKEN]);
  expect(await kindsOf(order)).toEqual([
    'authorization',
    'capture',
    'dispute_reinstatement',
    'dispute_withdrawal',
  ]);
});

it('staff see a dispute from its opening to the bank’s decision, in any order of events', async () => {
  const payment = await paid();
  const shown = async (): Promise<Json> =>
    (await asStaff(gateway.store, 'GET', `/orders/${order.id}/payments/${payment}`)).disputes;
  const opened = reports.dispute(id, 'opened', 11_000);
  const due = { reason: 'fraudulent', dueBy: '2026-12-10T00:00:00.000Z' };
  await gateway.sendAndAwait(reports.dispute(id, 'withdrawn', 11_000));
  await gateway.sendAndAwait({ ...opened, ...due });
  const dispute = { id: `dp_${id}`, amount: '110.0', reason: due.reason, due_by: due.dueBy };
  expect(await shown()).toEqual([{ ...dispute, status: 'withdrawn' }]);
  for (const state of ['lost', 'opened']) await gateway.sendAndAwait(reports.dispute(id, state, 11_000));
  expect(await shown()).toEqual([{ ...dispute, status: 'lost' }]);
  expect(await totalsOf(order)).toEqual([TAKEN]);
});

describe('a mismatch is parked with its reason, and nothing is written', () => {
  const MISFITS = {
    'another amount': () => reports.taken(id, 10_000),
    'another currency': () => reports.authorized(id, 11_000, 'EUR'),
  };

  it.each(Object.entries(MISFITS))('%s', async (_, reported) => {
    const event = await gateway.sendAndAwait(reported());
    expect(event).toMatchObject({ state: 'failed', event_id: null });
    expect(event.reason).toMatch(/^The gateway says /);
    expect(await totalsOf(order)).toEqual([]);
  });

  it('a capture above the authorization, or a refund above the capture', async () => {
    await gateway.sendAndAwait(reports.authorized(id));
    await gateway.sendAndAwait(reports.captured(id, 1_000));
    expect(await gateway.sendAndAwait(reports.dispute(id, 'withdrawn', 1, 'EUR'))).toMatchObject({
      state: 'failed',
    });
    const tooMuch = {
      reason: expect.stringMatching(/^The gateway's (capture|refund) is more than what is left/),
    };
    expect(await gateway.sendAndAwait(reports.captured(id, 12_000))).toMatchObject(tooMuch);
    expect(await gateway.sendAndAwait(reports.refund(id, nextId('re'), 1_001))).toMatchObject(tooMuch);
    await gateway.settleAll();
    expect((await gateway.events()).map(({ state }) => state)).toEqual([
      'handled',
      'handled',
      'failed',
      'failed',
      'failed',
    ]);
    expect(await totalsOf(order)).toEqual([{ ...ON_HOLD, captured: 1_000 }]);
  });

  it('money for an abandoned session', async () => {
    await gateway.sendAndAwait(reports.canceled(id));
    const event = await gateway.sendAndAwait(reports.taken(id));
    // It waits while the session is being closed at the gateway.
    await gateway.settleAll();
    expect((await gateway.events()).find((it) => it.id === event.id)).toMatchObject({
      state: 'failed',
      reason: 'The gateway holds money for a session that is canceled here, or whose order was canceled',
    });
    expect(await totalsOf(order)).toEqual([]);
  });

  it('one of several reports in an event: none of them is written', async () => {
    const event = await gateway.sendAndAwait(reports.authorized(id), reports.captured(id, 99_000));
    expect(event.reason).toMatch(/^The gateway's capture is more than what is left/);
    expect(await totalsOf(order)).toEqual([]);
    expect(await stateOf(order)).toBe('open');
    await database().query(`UPDATE webhook_events SET attempts = 7 WHERE id = $1`, [event.id]);
    await gateway.settleAll();
    expect(await gateway.events()).toMatchObject([{ state: 'failed', attempts: 8 }]);
  });
});

it('the events of one payment have the same result in every order', async () => {
  const [one, two] = [nextId('re'), nextId('re')];
  const reported = (its: string): Json[] => [
    reports.authorized(its),
    reports.captured(its, 11_000),
    reports.refund(its, one, 1_000),
    reports.refund(its, two, 2_000),
  ];
  const mixed = await Promise.all(
    permutations([0, 1, 2, 3]).map(async (places) => {
      const one = await anOrder(gateway.store);
      return { order: one, places, its: (await gateway.session(one)).external_id as string };
    }),
  );
  // In each round one event of every payment; between them a round of the worker.
  for (const place of [0, 1, 2, 3]) {
    await Promise.all(mixed.map(({ its, places }) => gateway.sendAbout([reported(its)[places[place] ?? 0]])));
    await runBatch();
  }
  await gateway.settleAll();
  for (const { order: one } of mixed) {
    expect(await totalsOf(one)).toEqual([{ ...TAKEN, refunded: 3_000 }]);
    expect(await stateOf(one)).toBe('completed');
  }
  await expectInvariants(...mixed.map((it) => it.order));
}, 120_000);

/** Long enough for the worker to try due events, and postpone early ones. */
const runBatch = (): Promise<void> => new Promise((later) => setTimeout(later, 1200));

function permutations(places: number[]): number[][] {
  if (places.length < 2) return [places];
  return places.flatMap((place) =>
    permutations(places.filter((other) => other !== place)).map((rest) => [place, ...rest]),
  );
}

it('after a server is killed between an effect and its commit, another server applies it', async () => {
  await gateway.server.stop();
  const target = await gateway.remote.server({ PGAPPNAME: TARGET_SERVER });
  const event = { id: nextId('evt'), type: 'x', about: [reports.taken(id)] };
  const path = `/hooks/payment/distant_eventsin`;
  const headers = { 'distant-signature': 'right' };
  await betweenResponseAndCommit(
    'ledger_entries',
    () => call('POST', path, { headers, body: event, server: target.url }),
    () => target.kill(),
  );
  await gateway.restart();
  await gateway.settleAll();
  expect(await totalsOf(order)).toEqual([TAKEN]);
});
