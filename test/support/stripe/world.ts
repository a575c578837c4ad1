import type { Json } from '../http';
import { ownDatabase, type OwnDatabase } from '../own-database';
import type { Server } from '../server-process';
import { asStaff } from '../spree';
import type { StoreMade } from '../tandem';
import { SECRET_KEY, StripeStandIn } from './stand-in';

/**
 * A fake Stripe, a server that uses it, and a store. They have their own database, because any server of a database may handle an
 * event or a lost call, and the run's other servers use other fakes or none.
 */
export interface StripeWorld {
  readonly gateway: StripeStandIn;
  readonly own: OwnDatabase;
  readonly server: Server;
  readonly store: StoreMade;
  /** Adds a payment method; its id. */
  method(preferences?: Json, more?: Json): Promise<string>;
  close(): Promise<void>;
}

export async function stripeWorld(env: Record<string, string> = {}): Promise<StripeWorld> {
  const gateway = await StripeStandIn.start();
  const own = await ownDatabase();
  const server = await own.server({ STRIPE_API_URL: gateway.url, ...env });
  const store = await own.store();
  return {
    gateway,
    own,
    server,
    store,
    async method(preferences = { secret_key: SECRET_KEY }, more = {}) {
      const body = { type: 'pp_stripe_stripe', name: 'Card', preferences, ...more };
      return (await asStaff(store, 'POST', '/payment_methods', body, server.url)).id as string;
    },
    async close() {
      await server.stop();
      await gateway.stop();
      await own.drop();
    },
  };
}
