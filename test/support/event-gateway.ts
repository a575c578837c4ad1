import { asGuest, call, sessionsPath, type Json, type Reply } from './http';
import { distant, type Distant } from './distant';
import { uuidOf } from './ids';
import type { Server } from './server-process';
import { aStore, database, type OrderMade, type StoreMade } from './tandem';
import { until } from './target-server';

let ids = 0;
export const nextId = (prefix: string): string => `${prefix}_${process.pid}_${Date.now()}_${++ids}`;

export const money = (minor: number, currency = 'USD'): Json => ({ minor: String(minor), currency });

/** Contract events about a session of 110.00 USD. */
export const reports = {
  authorized: (externalId: string, minor = 11_000, currency = 'USD'): Json => ({
    about: 'session',
    externalId,
    amount: money(minor, currency),
    outcome: { status: 'succeeded', value: { state: 'authorized', reference: `ch_${externalId}` } },
  }),
  taken: (externalId: string, minor = 11_000): Json => ({
    about: 'session',
    externalId,
    amount: money(minor),
    outcome: { status: 'succeeded', value: { state: 'captured', reference: `ch_${externalId}` } },
  }),
  declined: (externalId: string): Json => ({
    about: 'session',
    externalId,
    amount: money(11_000),
    outcome: { status: 'declined', code: 'card_declined', message: 'Distant: no' },
  }),
  challenged: (externalId: string): Json => ({
    about: 'session',
    externalId,
    amount: money(11_000),
    outcome: { status: 'succeeded', value: { state: 'requires_action', data: { go: 'there' } } },
  }),
  captured: (externalId: string, minor: number): Json => ({
    about: 'capture',
    externalId,
    captured: money(minor),
    reference: `cap_${externalId}`,
  }),
  refund: (externalId: string, reference: string, minor: number, state = 'succeeded'): Json => ({
    about: 'refund',
    externalId,
    reference,
    operationKey: null,
    amount: money(minor),
    state,
  }),
  canceled: (externalId: string): Json => ({ about: 'cancellation', externalId }),
  dispute: (externalId: string, state: string, minor: number, currency = 'USD'): Json => ({
    about: 'dispute',
    externalId,
    reference: `dp_${externalId}`,
    state,
    amount: money(minor, currency),
  }),
};

/** A gateway that sends events, and a store with a payment method of it. */
export class EventGateway {
  store!: StoreMade;
  server!: Server;
  methodId!: string;
  readonly remote: Distant;

  constructor(private readonly name: string) {
    this.remote = distant(name);
  }

  async open(env: Record<string, string> = {}): Promise<void> {
    this.store = await aStore();
    await this.remote.openFor(this.store);
    this.server = await this.remote.server(env);
    const path = `/api/v3/store/orders/${this.store.order.id}/payment_methods`;
    const listed = await this.shopper('GET', path, this.store.order);
    this.methodId = listed.body.data.find(({ name }: Json) => name === 'Distant').id;
  }

  async restart(): Promise<void> {
    this.server = await this.remote.server();
  }

  shopper(method: string, path: string, order: OrderMade, body?: Json): Promise<Reply> {
    return call(method, path, { headers: asGuest(this.store, order), body, server: this.server.url });
  }

  async session(order: OrderMade, data: Json = {}): Promise<Json> {
    const body = { payment_method_id: this.methodId, external_data: data };
    const made = await this.shopper('POST', sessionsPath(order), order, body);
    if (made.status !== 201) throw new Error(made.text);
    return made.body;
  }

  complete(order: OrderMade, session: Json): Promise<Reply> {
    return this.shopper('PATCH', sessionsPath(order, `/${session.id}/complete`), order, {});
  }

  sendAbout(about: readonly Json[], more: Json = {}): Promise<Reply> {
    return this.send({ id: nextId('evt'), type: 'x', about, ...more });
  }

  send(event: Json, path = `/hooks/payment/distant_${this.name}`, signature = 'right'): Promise<Reply> {
    const headers = { 'distant-signature': signature };
    return call('POST', path, { headers, body: event, server: this.server.url });
  }

  /** Sends it, and waits for its result. */
  async sendAndAwait(...about: Json[]): Promise<Json> {
    const id = nextId('evt');
    await this.sendAbout(about, { id });
    return this.awaitResult(id);
  }

  async awaitResult(id: string): Promise<Json> {
    await until(async () => (await this.events(id)).some(({ attempts }) => attempts > 0), 10_000);
    // The worker has leased it; the result is written a moment later.
    await until(
      async () => (await this.events(id)).every((it) => it.state !== 'received' || it.reason),
      10_000,
    );
    return (await this.events(id))[0];
  }

  async events(id?: string): Promise<Json[]> {
    const { rows } = await database().query(
      `SELECT *, convert_from(body, 'UTF8') AS text FROM webhook_events WHERE provider_id = $1 ORDER BY id`,
      [this.remote.id],
    );
    return id === undefined
      ? rows
      : rows.filter(({ text, event_id }) => event_id === id || text.includes(`"${id}"`));
  }

  makeDue(): Promise<unknown> {
    return database().query(
      `UPDATE webhook_events SET due_at = now() WHERE provider_id = $1 AND state = 'received'`,
      [this.remote.id],
    );
  }

  /** Retries pending events until there are none. */
  settleAll(): Promise<void> {
    return until(async () => {
      await this.makeDue();
      return (await this.events()).every(({ state }) => state !== 'received');
    }, 30_000);
  }

  deleteEvents(): Promise<unknown> {
    return database().query(`DELETE FROM webhook_events WHERE provider_id = $1`, [this.remote.id]);
  }
}

export interface Totals {
  readonly authorized: number;
  readonly captured: number;
  readonly refunded: number;
  readonly canceled: number;
}

/** For each payment of the order, in minor units. */
export async function totalsOf(order: OrderMade, pool = database()): Promise<Totals[]> {
  const { rows } = await pool.query<Totals>(
    `SELECT authorized::int, captured::int, refunded::int, canceled::int FROM payments WHERE order_id = $1 ORDER BY id`,
    [uuidOf(order.id)],
  );
  return rows;
}

/** The ledger entries of an order, by kind. */
export async function kindsOf(order: OrderMade, pool = database()): Promise<string[]> {
  const { rows } = await pool.query<{ kind: string }>(
    `SELECT kind FROM ledger_entries WHERE order_id = $1 ORDER BY kind`,
    [uuidOf(order.id)],
  );
  return rows.map(({ kind }) => kind);
}

export async function stateOf(order: OrderMade, pool = database()): Promise<string> {
  const { rows } = await pool.query<{ state: string }>(`SELECT state FROM orders WHERE id = $1`, [
    uuidOf(order.id),
  ]);
  return rows[0]?.state ?? 'gone';
}
