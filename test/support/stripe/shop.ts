import { anOrder, asGuest, call, sessionsPath, type Json, type Reply } from '../http';
import type { Server } from '../server-process';
import type { OrderMade } from '../tandem';
import { until } from '../target-server';
import { SECRET_KEY } from './stand-in';
import { stripeWorld, type StripeWorld } from './world';

const SECRET = 'whsec_shop';

/** A store that uses the fake Stripe, on two servers with their own database. */
export class StripeShop {
  private constructor(
    private readonly world: StripeWorld,
    readonly servers: readonly Server[],
    private readonly methods: { readonly holds: string; readonly takes: string },
  ) {}

  get gateway(): StripeWorld['gateway'] {
    return this.world.gateway;
  }

  get own(): StripeWorld['own'] {
    return this.world.own;
  }

  get store(): StripeWorld['store'] {
    return this.world.store;
  }

  /** The payment method with manual capture. */
  get holds(): string {
    return this.methods.holds;
  }

  /** The payment method with automatic capture. */
  get takes(): string {
    return this.methods.takes;
  }

  static async open(): Promise<StripeShop> {
    const world = await stripeWorld();
    const second = await world.own.server({ STRIPE_API_URL: world.gateway.url });
    const method = (auto_capture: boolean): Promise<string> =>
      world.method({ secret_key: SECRET_KEY, webhook_secret: SECRET }, { auto_capture });
    const methods = { holds: await method(false), takes: await method(true) };
    return new StripeShop(world, [world.server, second], methods);
  }

  async close(): Promise<void> {
    for (const server of this.servers.slice(1)) await server.stop();
    await this.world.close();
  }

  /** The server used by default. */
  get url(): string {
    return this.at(0);
  }

  at(server: number): string {
    return this.servers[server]?.url ?? '';
  }

  order(): Promise<OrderMade> {
    return anOrder(this.store, {}, this.url);
  }

  async session(order: OrderMade, more: Json = {}): Promise<Json> {
    const body = { payment_method_id: this.holds, ...more };
    const made = await call('POST', sessionsPath(order), {
      headers: asGuest(this.store, order),
      body,
      server: this.url,
    });
    if (made.status !== 201) throw new Error(made.text);
    return made.body;
  }

  /** Pays on Stripe's own page. */
  shopperPays({ external_id }: Json): void {
    this.gateway.account.confirm(external_id as string, { payment_method: 'pm_card_visa' });
  }

  complete(
    order: OrderMade,
    { id }: Json,
    { key, server = 0 }: { key?: string; server?: number } = {},
  ): Promise<Reply> {
    const headers = asGuest(this.store, order, key);
    return call('PATCH', sessionsPath(order, `/${id as string}/complete`), {
      headers,
      body: {},
      server: this.at(server),
    });
  }

  /** Pays and completes a session; returns the payment and its intent. */
  async paid(order: OrderMade, more: Json = {}): Promise<{ payment: string; intent: string }> {
    const session = await this.session(order, more);
    this.shopperPays(session);
    const { body } = await this.complete(order, session);
    return { payment: body.payment.id as string, intent: session.external_id as string };
  }

  staff(verb: string, path: string, { body, key, server = 0 }: Staff = {}): Promise<Reply> {
    const headers = {
      'x-spree-api-key': this.store.secret_key,
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    return call(verb, `/api/v3/admin${path}`, { headers, body, server: this.at(server) });
  }

  capture(order: OrderMade, payment: string, how: Staff = {}): Promise<Reply> {
    return this.staff('PATCH', `/orders/${order.id}/payments/${payment}/capture`, { body: {}, ...how });
  }

  refund(order: OrderMade, payment: string, amount: string, how: Staff = {}): Promise<Reply> {
    return this.staff('POST', `/orders/${order.id}/refunds`, {
      ...how,
      body: { payment_id: payment, amount },
    });
  }

  /** Sends all new events at once, newest first: each to both servers and both hooks. */
  async sendEvents(): Promise<void> {
    const hooks = [`/api/v3/webhooks/payments/${this.holds}`, '/hooks/payment/stripe_stripe'];
    const events = this.gateway.events.splice(0).reverse();
    const sent = events.flatMap((event) => {
      const { body, signature } = this.gateway.signed(event, SECRET);
      const headers = { 'stripe-signature': signature };
      return hooks.map((hook, i) => call('POST', hook, { headers, body, server: this.at(i) }));
    });
    for (const { status, text } of await Promise.all(sent)) if (status !== 200) throw new Error(text);
  }

  /** Waits until no event is pending; scheduled retries are made due now. */
  async awaitEvents(): Promise<void> {
    await until(async () => {
      await this.own.pool.query(`UPDATE webhook_events SET due_at = now() WHERE state = 'received'`);
      const { rows } = await this.own.pool.query(`SELECT 1 FROM webhook_events WHERE state = 'received'`);
      return rows.length === 0;
    }, 20_000);
  }

  /** Matching requests that changed something at Stripe, e.g. `capture`, `cancel`, `refunds`. */
  requested(what: RegExp): readonly { readonly route: string; readonly key: string | undefined }[] {
    return this.gateway.requests.filter(({ route }) => what.test(route));
  }
}

interface Staff {
  readonly body?: Json;
  readonly key?: string;
  readonly server?: number;
}
