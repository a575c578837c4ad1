import { randomUUID } from 'node:crypto';
import { readBase58, formatUlid } from '../../libs/platform/ids/src';
import type { Request } from './load';
import { tandem, type Environment, type Listening } from './processes';

interface Store {
  readonly publishable_key: string;
  readonly secret_key: string;
  readonly customer: { readonly jwt: string; readonly email: string };
  readonly payment_methods: readonly { id: string; provider_id: string }[];
}

interface Order {
  readonly id: string;
  readonly token: string;
}

/** A session to be completed. */
export interface Unpaid {
  readonly order: Order;
  readonly session: string;
}

/** A store with unpaid orders, and each row's requests on them. */
export class World {
  private constructor(
    private readonly store: Store,
    readonly orders: readonly Order[],
  ) {}

  static async make(server: Listening, env: Environment, count: number): Promise<World> {
    const store = tandem(['store', 'Bench'], env) as Store;
    const orders: Order[] = [];
    for (let i = 0; i < count; i++) orders.push(await handOver(server.url, store));
    return new World(store, orders);
  }

  get methodId(): string {
    return this.store.payment_methods.find(({ provider_id }) => provider_id === 'pp_bogus_default')?.id ?? '';
  }

  get customerEmail(): string {
    return this.store.customer.email;
  }

  spreeCreate(n: number, key: string = randomUUID()): Request {
    const order = this.order(n);
    const headers = { ...this.guest(order), 'idempotency-key': key };
    const body = JSON.stringify({ payment_method_id: this.methodId });
    return { method: 'POST', path: `/api/v3/store/orders/${order.id}/payment_sessions`, headers, body };
  }

  /** Uses the first 200 orders' collections in turn. */
  medusaCreate(n: number): Request {
    const uuid = readBase58('or', this.order(n % 200).id) ?? '';
    return {
      method: 'POST',
      path: `/store/payment-collections/${formatUlid('pay_col', uuid)}/payment-sessions`,
      headers: {
        'content-type': 'application/json',
        'x-publishable-api-key': this.store.publishable_key,
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ provider_id: 'pp_bogus_default' }),
    };
  }

  sessionRead(sessionId: string): Request {
    const order = this.order(0);
    return {
      method: 'GET',
      path: `/api/v3/store/orders/${order.id}/payment_sessions/${sessionId}`,
      headers: this.guest(order),
    };
  }

  sessionComplete({ order, session }: Unpaid): Request {
    return {
      method: 'PATCH',
      path: `/api/v3/store/orders/${order.id}/payment_sessions/${session}/complete`,
      headers: { ...this.guest(order), 'idempotency-key': randomUUID() },
      body: '{}',
    };
  }

  /** New orders with a session each, to be completed. */
  async unpaid(url: string, count: number): Promise<Unpaid[]> {
    const made: Unpaid[] = [];
    for (let i = 0; i < count; i++) {
      const order = await handOver(url, this.store);
      const path = `/api/v3/store/orders/${order.id}/payment_sessions`;
      const body = JSON.stringify({ payment_method_id: this.methodId });
      const response = await fetch(url + path, { method: 'POST', headers: this.guest(order), body });
      made.push({ order, session: ((await response.json()) as { id: string }).id });
    }
    return made;
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

  private customer(): Record<string, string> {
    return { authorization: `Bearer ${this.store.customer.jwt}` };
  }

  private order(n: number): Order {
    const order = this.orders[n % this.orders.length];
    if (!order) throw new Error('there are no orders');
    return order;
  }

  private guest(order: Order): Record<string, string> {
    return {
      'content-type': 'application/json',
      'x-spree-api-key': this.store.publishable_key,
      'x-spree-order-token': order.token,
    };
  }
}

async function handOver(url: string, store: Store): Promise<Order> {
  const response = await fetch(`${url}/api/v3/admin/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-spree-api-key': store.secret_key },
    body: JSON.stringify({ currency: 'USD', items: [{ name: 'Tee', quantity: 2, price: '55.00' }] }),
  });
  return (await response.json()) as Order;
}
