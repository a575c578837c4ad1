import { createHash, randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { anOrder, asGuest, asOrderSystem, call, methodOf, sessionsPath, type Reply } from '../support/http';
import { uuidOf } from '../support/ids';
import { expectInvariants } from '../support/invariants';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, database, type OrderMade, type StoreMade } from '../support/tandem';
import { TARGET_SERVER, until } from '../support/target-server';

// What goes wrong inside a batch of new sessions must not reach the requests that share it.

const KILLS = Number(process.env['TANDEM_BATCH_KILLS'] ?? 2);

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
});

const create = (order: OrderMade, key: string, server?: string): Promise<Reply> =>
  call('POST', sessionsPath(order), {
    headers: asGuest(store, order, key),
    body: { payment_method_id: methodOf(store), amount: '10.00' },
    server,
  });

async function sessionsOf(order: OrderMade): Promise<{ id: string; state: string }[]> {
  const { rows } = await database().query<{ id: string; state: string }>(
    'SELECT id, state FROM payment_sessions WHERE order_id = $1 ORDER BY id',
    [uuidOf(order.id)],
  );
  return rows;
}

const hash = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Keys in the order in which a batch claims them. */
function keysInOrder(count: number): string[] {
  return Array.from({ length: count }, () => randomUUID()).sort((a, b) => hash(a).compare(hash(b)));
}

describe('a key that another transaction is claiming', () => {
  let target: Server;

  beforeAll(async () => {
    target = await anotherServer({ PGAPPNAME: TARGET_SERVER, DATABASE_TIMEOUT_MS: '4000' });
  });
  afterAll(async () => {
    await target.stop();
  });

  const claim = (on: PoolClient, order: OrderMade, key: string): Promise<unknown> =>
    on.query(
      `INSERT INTO idempotency_keys (store_id, principal, key_hash, fingerprint, state, expires_at)
       SELECT store_id, 'order:' || id, $2, 'x', 'running', now() + interval '1 hour' FROM orders WHERE id = $1`,
      [uuidOf(order.id), hash(key)],
    );

  const isWaiting = async (on: PoolClient): Promise<boolean> => {
    const { rowCount } = await on.query(
      `SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pg_backend_pid() = ANY(pg_blocking_pids(pid))`,
      [TARGET_SERVER],
    );
    return rowCount !== 0;
  };

  /**
   * Sends requests for `first` and `second` while `hold` claims the second's key, until both share a batch: then `first`'s, too, has no
   * answer while the statement waits.
   */
  async function inOneBatch(
    hold: PoolClient,
  ): Promise<{ orders: OrderMade[]; keys: string[]; replies: Promise<Reply>[] }> {
    for (let tries = 0; tries < 20; tries++) {
      const orders = await Promise.all([anOrder(store), anOrder(store)]);
      const keys = keysInOrder(2);
      await hold.query('BEGIN');
      await claim(hold, orders[1], keys[1] ?? '');
      const replies = orders.map((order, i) => create(order, keys[i] ?? '', target.url));
      await until(() => isWaiting(hold), 10_000);
      if ((await sessionsOf(orders[0])).length === 0) return { orders, keys, replies };
      await hold.query('ROLLBACK');
      await Promise.all(replies);
    }
    throw new Error('the two requests never shared a batch');
  }

  it('in a deadlock with the batch: each request is run again alone', async () => {
    const hold = await database().connect();
    try {
      const { orders, keys, replies } = await inOneBatch(hold);
      const [first, second] = orders;
      if (!first || !second) throw new Error('two orders are needed');
      // The batch has waited longer, so Postgres cancels the batch.
      const deadlocked = claim(hold, first, keys[0] ?? '').then(
        () => 'claimed',
        (error: Error) => error.message,
      );
      expect(await deadlocked).toBe('claimed');
      await hold.query('ROLLBACK');
      expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([201, 201]);
      expect([(await sessionsOf(first)).length, (await sessionsOf(second)).length]).toEqual([1, 1]);
    } finally {
      hold.release();
    }
  });

  it('for longer than a statement may wait: the other request succeeds, and this one may be retried', async () => {
    const hold = await database().connect();
    try {
      const { orders, keys, replies } = await inOneBatch(hold);
      const [first, second] = orders;
      if (!first || !second) throw new Error('two orders are needed');
      const [other, own] = await Promise.all(replies);
      await hold.query('ROLLBACK');
      expect([other?.status, own?.status]).toEqual([201, 503]);
      expect([(await sessionsOf(first)).length, (await sessionsOf(second)).length]).toEqual([1, 0]);
      expect((await create(second, keys[1] ?? '', target.url)).status).toBe(201);
      expect((await create(first, keys[0] ?? '', target.url)).headers.get('idempotent-replayed')).toBe(
        'true',
      );
    } finally {
      hold.release();
    }
  });
});

it('an order canceled while its session is in a batch has no open session, and the others have theirs', async () => {
  const orders = await Promise.all(Array.from({ length: 24 }, () => anOrder(store)));
  const canceled = orders.filter((_, i) => i % 2 === 0);
  const cancel = (order: OrderMade): Promise<Reply> =>
    call('PATCH', `/api/v3/admin/orders/${order.id}/cancel`, { headers: asOrderSystem(store), body: {} });
  const [created, cancels] = await Promise.all([
    Promise.all(orders.map((order) => create(order, randomUUID()))),
    Promise.all(canceled.map(cancel)),
  ]);
  expect(cancels.map(({ status }) => status)).toEqual(canceled.map(() => 200));
  for (const [i, order] of orders.entries()) {
    const status = created[i]?.status;
    const states = (await sessionsOf(order)).map(({ state }) => state);
    if (canceled.includes(order))
      expect([status, states]).toEqual(status === 201 ? [201, ['canceled']] : [422, []]);
    else expect([status, states]).toEqual([201, ['pending']]);
  }
});

/**
 * Two servers pay the same orders with the same keys, and one of them is killed in the middle of its batches. TANDEM_BATCH_KILLS=60 is the
 * full size.
 */
it(
  `after kill -9 in the middle of batches on two servers, each key has one effect (${KILLS} kills)`,
  async () => {
    const orders = await Promise.all(Array.from({ length: 16 }, () => anOrder(store)));
    const keys: string[][] = orders.map(() => []);
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await anotherServer({ PGAPPNAME: TARGET_SERVER });
      const sent = orders.flatMap((order, i) => {
        const key = randomUUID();
        keys[i]?.push(key);
        return [create(order, key, server.url).catch(() => null), create(order, key)];
      });
      await new Promise((later) => setTimeout(later, 5 + ((kill * 37) % 60)));
      await server.kill();
      await Promise.all(sent);
    }
    for (const [i, order] of orders.entries()) {
      const replies = await Promise.all((keys[i] ?? []).map((key) => create(order, key)));
      expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
      const ids = replies.map(({ body }) => uuidOf(body.id as string)).sort();
      expect((await sessionsOf(order)).map(({ id }) => id)).toEqual(ids);
      await expectInvariants(order);
    }
  },
  60_000 * KILLS,
);
