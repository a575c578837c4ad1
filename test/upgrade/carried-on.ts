import { call, type Json, type Reply } from '../support/http';
import { uuidOf } from '../support/ids';
import type { Server } from '../support/server-process';
import type { OrderMade } from '../support/tandem';
import { oldInstallation, type Made, type OldInstallation, type Sent } from './old-installation';

/** The current server on the old installation's database, with helpers to call its APIs. */
export class CarriedOn {
  private constructor(
    readonly old: OldInstallation,
    readonly server: Server,
  ) {}

  static async start(hook = 'http://127.0.0.1:1/hook'): Promise<CarriedOn> {
    const old = await oldInstallation(hook);
    return new CarriedOn(old, await old.start());
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.old.database.drop();
  }

  get made(): Made {
    return this.old.made;
  }

  order(name: string): OrderMade {
    const order = this.made.orders[name];
    if (!order) throw new Error(`there is no order named ${name}`);
    return order;
  }

  send({ method, path, headers, body }: Sent): Promise<Reply> {
    return call(method, path, { headers, body, server: this.server.url });
  }

  /** Spree's admin API, with a secret key: the store's by default. */
  staff(method: string, path: string, body?: Json, key = this.made.store.secret_key): Promise<Reply> {
    return this.send({ method, path: `/api/v3/admin${path}`, headers: { 'x-spree-api-key': key }, body });
  }

  /** Medusa's admin API, with a secret key: the store's by default. */
  office(method: string, path: string, body?: Json, key = this.made.store.secret_key): Promise<Reply> {
    const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
    return this.send({ method, path: `/admin${path}`, headers: { authorization }, body });
  }

  /** Spree's Store API, as a guest with the order's token. */
  guest(method: string, order: Pick<OrderMade, 'token'>, path: string, body?: Json): Promise<Reply> {
    return this.spree(method, path, { 'x-spree-order-token': order.token }, body);
  }

  /** Spree's Store API. */
  spree(method: string, path: string, more: Record<string, string>, body?: Json): Promise<Reply> {
    const headers = { 'x-spree-api-key': this.made.store.publishable_key, ...more };
    return this.send({ method, path: `/api/v3/store${path}`, headers, body });
  }

  /** Medusa's Store API, as a guest or with a customer's token. */
  shop(method: string, path: string, body?: Json, jwt?: string): Promise<Reply> {
    const headers = {
      'x-publishable-api-key': this.made.store.publishable_key,
      ...(jwt && { authorization: `Bearer ${jwt}` }),
    };
    return this.send({ method, path: `/store${path}`, headers, body });
  }

  /** Medusa's Store API, as a guest with the order's token. */
  withToken(method: string, path: string, order: Json, body?: Json): Promise<Reply> {
    const headers = {
      'x-publishable-api-key': this.made.store.publishable_key,
      'x-spree-order-token': order.token as string,
    };
    return this.send({ method, path: `/store${path}`, headers, body });
  }

  async rows(statement: string, ...values: unknown[]): Promise<Json[]> {
    return (await this.old.database.pool.query(statement, values)).rows;
  }

  /** The amounts of an order's only payment, in minor units. */
  async money(name: string): Promise<Json> {
    const found = await this.rows(
      `SELECT state, authorized::int, captured::int, refunded::int, canceled::int, capturing::int, refunding::int
         FROM payments WHERE order_id = $1 ORDER BY id`,
      uuidOf(this.order(name).id),
    );
    return found[0];
  }

  /** Runs the command line on this database and returns its output. */
  tandem(...args: string[]): Promise<string> {
    return this.old.tandem(args);
  }
}
