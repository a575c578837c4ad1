import { withOrder } from '../../support/checkout';
import {
  anOrder,
  asGuest,
  asShopper,
  call,
  collectionPath,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { anotherServer, database, type OrderMade, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

const times = <T>(count: number, make: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => make(i)));

const create = (key: string, more: Json = {}, server?: string): Promise<Reply> =>
  call('POST', sessionsPath(order), {
    headers: asGuest(store, order, key),
    body: { payment_method_id: methodOf(store), ...more },
    server,
  });

const complete = (id: string, key: string, body: Json = {}, server?: string): Promise<Reply> =>
  call('PATCH', sessionsPath(order, `/${id}/complete`), {
    headers: asGuest(store, order, key),
    body,
    server,
  });

const replace = (key: string, body: Json = {}, query = ''): Promise<Reply> =>
  call('POST', collectionPath(order) + query, {
    headers: asShopper(store, key),
    body: { provider_id: 'pp_bogus_default', ...body },
  });

async function countOf(table: string): Promise<number> {
  const { rows } = await database().query<{ n: string }>(
    `SELECT count(*) AS n FROM ${table} WHERE order_id = $1`,
    [uuidOf(order.id)],
  );
  return Number(rows[0]?.n);
}

const replayed = (reply: Reply): boolean => reply.headers.get('idempotent-replayed') === 'true';

it('replays the first response, byte for byte, in both dialects', async () => {
  for (const send of [
    () => create('spree'),
    () => replace('medusa'),
    () => replace('medusa+', {}, '?fields=%2Bstatus'),
  ]) {
    const [first, second] = [await send(), await send()];
    expect([replayed(first), replayed(second)]).toEqual([false, true]);
    expect([second.status, second.text]).toEqual([first.status, first.text]);
  }
});

it('replays the original response even after the session has changed', async () => {
  const first = await create('k');
  await complete(first.body.id, 'c');
  const again = await create('k');
  expect([again.status, again.text, replayed(again)]).toEqual([201, first.text, true]);
});

it('treats a body with different white space or key order as the same', async () => {
  const id = methodOf(store);
  const headers = asGuest(store, order, 'k');
  await call('POST', sessionsPath(order), { headers, body: `{"payment_method_id":"${id}","amount":"5"}` });
  const again = await call('POST', sessionsPath(order), {
    headers,
    body: `{ "amount": "5",\n "payment_method_id": "${id}" }`,
  });
  expect([again.status, replayed(again)]).toEqual([201, true]);
});

it('refuses the key with another body, path or query', async () => {
  const { id } = (await create('k')).body;
  const spree = [await create('k', { amount: '5' }), await complete(id, 'k')];
  expect(spree.map(({ status, body }) => [status, body.error.code])).toEqual([
    [422, 'idempotency_key_reused'],
    [422, 'idempotency_key_reused'],
  ]);
  await replace('m');
  const medusa = [
    await replace('m', { data: { a: 1 } }),
    await replace('m', {}, '?fields=id'),
    await call('POST', '/store/payment-collections', {
      headers: asShopper(store, 'm'),
      body: { cart_id: order.cart_id },
    }),
  ];
  expect(medusa.map(({ status, body }) => [status, body.code])).toEqual(
    Array(3).fill([422, 'idempotency_key_reused']),
  );
});

it('does not share a key between two guests', async () => {
  const other = await anOrder(store);
  await create('same');
  const theirs = await call('POST', sessionsPath(other), {
    headers: asGuest(store, other, 'same'),
    body: { payment_method_id: methodOf(store) },
  });
  expect([theirs.status, replayed(theirs), theirs.body.order_id]).toEqual([201, false, other.id]);
});

it('refuses a key of more than 255 characters before anything is done', async () => {
  const spree = await create('x'.repeat(256));
  expect([spree.status, spree.body.error]).toEqual([
    400,
    { code: 'invalid_request', message: 'Idempotency-Key must be 255 characters or less.' },
  ]);
  expect((await replace('x'.repeat(256))).status).toBe(400);
  expect((await create('x'.repeat(255))).status).toBe(201);
  expect(await countOf('payment_sessions')).toBe(1);
});

it('replays a refusal, and refuses its key with another request', async () => {
  const first = await create('k', { amount: 'abc' });
  const second = await create('k', { amount: 'abc' });
  expect([first.status, second.status, replayed(second)]).toEqual([422, 422, true]);
  expect((await create('k')).body.error.code).toBe('idempotency_key_reused');
});

it.each([
  ['spree', () => create('refused', { amount: '1000' })],
  ['medusa', () => replace('refused', { provider_id: 'pp_none_default' })],
])(
  'replays a refusal unchanged, from its data and from a body stored by older code (%s)',
  async (_, send) => {
    const first = await send();
    expect(first.status).toBeGreaterThanOrEqual(400);
    const original = [first.status, first.text, true];
    const again = await send();
    expect([again.status, again.text, replayed(again)]).toEqual(original);
    const { rowCount } = await database().query(
      `UPDATE idempotency_keys k SET status = $1, body = $2, snapshot = NULL FROM orders o
      WHERE o.id = $3 AND k.store_id = o.store_id AND k.snapshot IS NOT NULL AND k.created_at >= o.created_at`,
      [first.status, first.text, uuidOf(order.id)],
    );
    expect(rowCount).toBe(1);
    const older = await send();
    expect([older.status, older.text, replayed(older)]).toEqual(original);
  },
);

it.each(['spree', 'medusa'])(
  'creates one session for 50 identical requests at once (%s)',
  async (dialect) => {
    const replies = await times(50, () => (dialect === 'spree' ? create('fifty') : replace('fifty')));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([dialect === 'spree' ? 201 : 200]));
    expect(replies.filter((reply) => !replayed(reply))).toHaveLength(1);
    expect(await countOf('payment_sessions')).toBe(1);
  },
);

it('charges once for 50 identical completions at once, on two servers', async () => {
  const second = await anotherServer();
  try {
    const { id } = (await create('c')).body;
    const replies = await times(50, (i) => complete(id, 'pay', {}, i % 2 ? second.url : undefined));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    const { rows } = await database().query(
      `SELECT r.received FROM bogus_requests r JOIN provider_operations o ON o.operation_key = r.idempotency_key WHERE o.order_id = $1`,
      [uuidOf(order.id)],
    );
    expect(rows).toEqual([{ received: 1 }]);
  } finally {
    await second.stop();
  }
});

it('serves each of 50 different requests at once on one collection, and leaves one pending session', async () => {
  const replies = await times(50, (i) => replace(`different ${i}`));
  expect(replies.map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect(replies.every(({ body }) => body.payment_collection.payment_sessions.length === 1)).toBe(true);
  const { rows } = await database().query(
    `SELECT count(*) FILTER (WHERE state = 'pending')::int AS live, count(*)::int AS all FROM payment_sessions WHERE order_id = $1`,
    [uuidOf(order.id)],
  );
  expect(rows).toEqual([{ live: 1, all: 50 }]);
});

it('opens each of 50 different sessions at once on one order', async () => {
  const replies = await times(50, (i) => create(`different ${i}`, { amount: '2.00' }));
  expect(replies.map(({ status }) => status)).toEqual(Array(50).fill(201));
  expect(new Set(replies.map(({ body }) => body.id)).size).toBe(50);
});

it('makes a duplicate wait for the first request and gives both the same response', async () => {
  const { id } = (await create('c')).body;
  const holder = await database().connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [uuidOf(order.id)]);
    const first = complete(id, 'slow');
    await new Promise((later) => setTimeout(later, 150));
    const second = complete(id, 'slow');
    await new Promise((later) => setTimeout(later, 300));
    await holder.query('COMMIT');
    const replies = await Promise.all([first, second]);
    expect(replies.map(({ body }) => body.status)).toEqual(['completed', 'completed']);
    expect(replies.map(replayed)).toEqual([false, true]);
    expect(replies[1].text).toBe(replies[0].text);
  } finally {
    holder.release();
  }
});

it('stores every key for 24 hours: of a session, of a leased request, of a refusal', async () => {
  const [session] = [(await create('of a session')).body];
  await complete(session.id, 'leased');
  expect((await create('refused', { amount: '-1' })).status).toBe(422);
  expect((await create('malformed', { amount: [] })).status).toBe(422);
  const { rows } = await database().query(
    `SELECT k.snapshot IS NOT NULL AS has_model, extract(epoch FROM k.expires_at - k.created_at)::int AS seconds
       FROM idempotency_keys k JOIN orders o ON o.store_id = k.store_id WHERE o.id = $1 AND k.created_at >= o.created_at`,
    [uuidOf(order.id)],
  );
  // The refusal is stored as data too. For a malformed request the response body is stored instead.
  expect(rows.map(({ has_model }) => has_model).sort()).toEqual([false, true, true, true]);
  expect(new Set(rows.map(({ seconds }) => seconds))).toEqual(new Set([24 * 60 * 60]));
});

it('accepts a key again after 24 hours, and deletes its row', async () => {
  await create('old');
  await create('old and unused');
  const aged = `UPDATE idempotency_keys SET expires_at = now() - interval '1 second'
    WHERE principal = $1 RETURNING state`;
  expect((await database().query(aged, [`order:${uuidOf(order.id)}`])).rowCount).toBe(2);
  const again = await create('old', { amount: '5' });
  expect([again.status, replayed(again)]).toEqual([201, false]);
  const sweeper = await anotherServer();
  await sweeper.stop();
  const { rows } = await database().query(`SELECT state FROM idempotency_keys WHERE principal = $1`, [
    `order:${uuidOf(order.id)}`,
  ]);
  expect(rows).toHaveLength(1);
});
