import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { OrderTokens } from '../../libs/platform/auth/src/tokens/order-tokens';
import { formatBase58, formatUlid, readBase58 } from '../../libs/platform/ids/src';
import { APART, Copies } from './copies';
import type { Request } from './load';
import { tandem, type Environment, type Listening } from './processes';

interface Store {
  readonly publishable_key: string;
  readonly secret_key: string;
  readonly customer: { readonly jwt: string; readonly email: string };
  readonly payment_methods: readonly { id: string; provider_id: string }[];
}

/** An order and what its template has, with UUIDs. */
export interface Subject {
  readonly orderId: string;
  readonly sessionId: string;
  readonly paymentId: string;
  readonly token: string;
}

/** What the orders of a template have: nothing, a pending session; placed: an authorized payment, a captured one. */
const STAGES = ['unpaid', 'open', 'authorized', 'captured'] as const;
export type Stage = (typeof STAGES)[number];

// The payments of a filled database that have all their rows.
const WHOLE = 1_000;

const AMOUNT = '110.00';

/** A store with orders at each stage of their payment, and each row's requests on them. */
export class World {
  private readonly copies = new Map<Stage, { template: Subject; of: Copies }>();

  private constructor(
    private readonly store: Store,
    readonly storeId: string,
    private readonly use: { readonly url: string; readonly database: Client; readonly tokens: OrderTokens },
  ) {}

  /** `dir` is the checkout whose server this is. */
  static async make(server: Listening, env: Environment, dir = '.'): Promise<World> {
    const store = tandem(['store', 'Bench'], env, dir) as Store;
    const database = new Client({ connectionString: env['DATABASE_URL'] });
    await database.connect();
    await database.query('SET session_replication_role = replica');
    const { rows } = await database.query<{ store_id: string }>(
      'SELECT store_id FROM payment_methods WHERE id = $1',
      [readBase58('pm', methodOf(store))],
    );
    const secret = env['ORDER_TOKEN_SECRET'] ?? '';
    const tokens = new OrderTokens({ jwtSecret: '', settingsSecret: '', orderTokenSecret: secret });
    const world = new World(store, rows[0]?.store_id ?? '', { url: server.url, database, tokens });
    for (const stage of STAGES) await world.makeTemplate(stage);
    return world;
  }

  get methodId(): string {
    return methodOf(this.store);
  }

  get methodUuid(): string {
    return readBase58('pm', this.methodId) ?? '';
  }

  get customerEmail(): string {
    return this.store.customer.email;
  }

  close(): Promise<void> {
    return this.use.database.end();
  }

  /** New orders at this stage. */
  async orders(stage: Stage, count: number): Promise<Subject[]> {
    const { template, of } = this.copied(stage);
    const first = await of.make(count);
    return Array.from({ length: count }, (_, i) => {
      const copy = (id: string): string => of.copyOf(id, first + i);
      return this.subject(copy(template.orderId), copy(template.sessionId), copy(template.paymentId));
    });
  }

  /** This many payments in the database; a list's first pages show whole ones, which come first. */
  async fill(payments: number): Promise<void> {
    const { of } = this.copied('captured');
    await of.make(WHOLE);
    await of.makePaid(payments - WHOLE);
    await this.use.database.query('VACUUM (ANALYZE)');
  }

  /** Updates the statistics after many new orders, as autovacuum would in a while. */
  async analyze(): Promise<void> {
    await this.use.database.query('ANALYZE');
  }

  spreeCreate(order: Subject, key: string = randomUUID()): Request {
    const body = JSON.stringify({ payment_method_id: this.methodId, amount: AMOUNT });
    return this.guest('POST', order, '/payment_sessions', { key, body });
  }

  medusaCreate(order: Subject): Request {
    const path = `/store/payment-collections/${formatUlid('pay_col', order.orderId)}/payment-sessions`;
    return this.shopper(path, JSON.stringify({ provider_id: 'pp_bogus_default' }));
  }

  sessionRead(order: Subject): Request {
    return this.guest('GET', order, `/payment_sessions/${formatBase58('ps', order.sessionId)}`);
  }

  paymentMethods(order: Subject): Request {
    return this.guest('GET', order, '/payment_methods');
  }

  orderRead(order: Subject): Request {
    return this.guest('GET', order, '');
  }

  sessionComplete(order: Subject): Request {
    const path = `/payment_sessions/${formatBase58('ps', order.sessionId)}/complete`;
    return this.guest('PATCH', order, path, { key: randomUUID(), body: '{}' });
  }

  medusaComplete(order: Subject): Request {
    return this.shopper(`/store/carts/${formatUlid('cart', order.orderId)}/complete`, '{}');
  }

  capture(order: Subject): Request {
    return this.staff('PATCH', order, `/payments/${formatBase58('py', order.paymentId)}/capture`, {});
  }

  refund(order: Subject): Request {
    const body = { payment_id: formatBase58('py', order.paymentId), amount: '10.00' };
    return this.staff('POST', order, '/refunds', body);
  }

  /** The customer's orders, through Spree's API. */
  ordersOfSpreeCustomer(): Request {
    const headers = { 'x-spree-api-key': this.store.publishable_key, ...this.customer() };
    return { method: 'GET', path: '/api/v3/store/customers/me/orders', headers };
  }

  /** The same through Medusa's API. */
  ordersOfMedusaCustomer(): Request {
    const headers = { 'x-publishable-api-key': this.store.publishable_key, ...this.customer() };
    return { method: 'GET', path: '/store/orders', headers };
  }

  /** A list of Medusa's admin API, such as `/admin/payments?limit=20`. */
  adminList(path: string): Request {
    const authorization = `Basic ${Buffer.from(`${this.store.secret_key}:`).toString('base64')}`;
    return { method: 'GET', path, headers: { authorization } };
  }

  /** A list of Spree's admin API, such as `/api/v3/admin/orders?search=x`. */
  spreeAdminList(path: string): Request {
    return { method: 'GET', path, headers: { 'x-spree-api-key': this.store.secret_key } };
  }

  /** An order made by requests; its copies are made in the database. */
  private async makeTemplate(stage: Stage): Promise<void> {
    const items = [{ name: 'Tee', quantity: 2, price: '55.00' }];
    const made = await this.ask(this.staffOf('POST', '/orders', { currency: 'USD', items }));
    const orderId = readBase58('or', made.id) ?? '';
    let template = this.subject(orderId, '', '');
    if (stage !== 'unpaid') {
      const { id } = await this.ask(this.spreeCreate(template));
      template = this.subject(orderId, readBase58('ps', id) ?? '', '');
    }
    if (stage === 'authorized' || stage === 'captured') {
      await this.ask(this.medusaComplete(template));
      template = this.subject(orderId, template.sessionId, await this.paymentOf(orderId));
    }
    if (stage === 'captured') await this.ask(this.capture(template));
    const of = await Copies.of(this.use.database, orderId, this.copies.size * APART);
    this.copies.set(stage, { template, of });
  }

  private async paymentOf(orderId: string): Promise<string> {
    const { rows } = await this.use.database.query<{ id: string }>(
      'SELECT id FROM payments WHERE order_id = $1',
      [orderId],
    );
    return rows[0]?.id ?? '';
  }

  private async ask({ method, path, headers, body }: Request): Promise<{ id: string }> {
    const response = await fetch(this.use.url + path, { method, headers, body });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { id: string };
  }

  private copied(stage: Stage): { template: Subject; of: Copies } {
    const found = this.copies.get(stage);
    if (!found) throw new Error(`there is no template of ${stage}`);
    return found;
  }

  private subject(orderId: string, sessionId: string, paymentId: string): Subject {
    return { orderId, sessionId, paymentId, token: this.use.tokens.issue(this.storeId, orderId) };
  }

  private customer(): Record<string, string> {
    return { authorization: `Bearer ${this.store.customer.jwt}` };
  }

  /** A guest's request with the order's token. */
  private guest(
    method: Request['method'],
    order: Subject,
    path: string,
    { key, body }: { readonly key?: string; readonly body?: string } = {},
  ): Request {
    const headers = {
      'content-type': 'application/json',
      'x-spree-api-key': this.store.publishable_key,
      'x-spree-order-token': order.token,
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    return {
      method,
      path: `/api/v3/store/orders/${formatBase58('or', order.orderId)}${path}`,
      headers,
      body,
    };
  }

  private shopper(path: string, body: string): Request {
    const headers = {
      'content-type': 'application/json',
      'x-publishable-api-key': this.store.publishable_key,
      'idempotency-key': randomUUID(),
    };
    return { method: 'POST', path, headers, body };
  }

  private staff(method: Request['method'], order: Subject, path: string, body: unknown): Request {
    return this.staffOf(method, `/orders/${formatBase58('or', order.orderId)}${path}`, body);
  }

  private staffOf(method: Request['method'], path: string, body: unknown): Request {
    const headers = {
      'content-type': 'application/json',
      'x-spree-api-key': this.store.secret_key,
      'idempotency-key': randomUUID(),
    };
    return { method, path: `/api/v3/admin${path}`, headers, body: JSON.stringify(body) };
  }
}

function methodOf(store: Store): string {
  return store.payment_methods.find(({ provider_id }) => provider_id === 'pp_bogus_default')?.id ?? '';
}
