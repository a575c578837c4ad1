import {
  asAdmin,
  asGuest,
  asOrderSystem,
  asShopper,
  collectionPath,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import type { OrderMade, StoreMade } from '../../support/tandem';
import type { TargetServer } from './target-server';

/** The steps of one order's payment, each with its own key and retried until there is a response. */
export interface Shop {
  /** The intent that the shopper's page pays; null if none. */
  open(): Promise<string | null>;
  /** The payment; null if the shopper has not paid. */
  complete(): Promise<string | null>;
  /** False: refused. Amounts are in whole dollars. */
  capture(payment: string, amount: number): Promise<boolean>;
  refund(payment: string, amount: number): Promise<void>;
}

/** Common to both: the server, the order, and how a request is sent. */
export interface Visit {
  readonly target: TargetServer;
  readonly store: StoreMade;
  readonly method: string;
  readonly order: OrderMade;
  /** Called before each request that changes something. */
  readonly before: () => void;
}

type Ask = (verb: string, path: string, headers: Record<string, string>, body: Json) => Promise<Reply>;

const senderOf =
  ({ target, before }: Visit): Ask =>
  (verb, path, headers, body) => {
    before();
    return target.ask(verb, path, { headers, body });
  };

/** A shop that speaks Spree's API. */
export function spreeShop(visit: Visit): Shop {
  const { store, order, method } = visit;
  const ask = senderOf(visit);
  const orders = `/api/v3/admin/orders/${order.id}`;
  const guest = (step: string): Record<string, string> => asGuest(store, order, `${order.id} ${step}`);
  const staff = (step: string): Record<string, string> => asOrderSystem(store, `${order.id} ${step}`);
  let session = '';
  return {
    async open() {
      const made = await ask('POST', sessionsPath(order), guest('open'), { payment_method_id: method });
      session = made.body.id as string;
      return made.status === 201 ? (made.body.external_id as string) : null;
    },
    async complete() {
      const done = await ask('PATCH', sessionsPath(order, `/${session}/complete`), guest('complete'), {});
      return (done.body?.payment?.id as string | undefined) ?? null;
    },
    async capture(payment, amount) {
      const path = `${orders}/payments/${payment}/capture`;
      return (await ask('PATCH', path, staff('capture'), { amount: String(amount) })).status === 200;
    },
    async refund(payment, amount) {
      await ask('POST', `${orders}/refunds`, staff('refund'), {
        payment_id: payment,
        amount: String(amount),
      });
    },
  };
}

/** A shop that speaks Medusa's API. */
export function medusaShop(visit: Visit): Shop {
  const { store, order, target } = visit;
  const ask = senderOf(visit);
  const shopper = (step: string): Record<string, string> => asShopper(store, `${order.id} ${step}`);
  const staff = (step: string): Record<string, string> => asAdmin(store, `${order.id} ${step}`);
  return {
    async open() {
      const body = { provider_id: 'pp_stripe_stripe' };
      const made = await ask('POST', collectionPath(order), shopper('open'), body);
      const secret = made.body?.payment_collection?.payment_sessions[0]?.data.client_secret as
        string | undefined;
      return secret?.split('_secret_')[0] ?? null;
    },
    async complete() {
      const path = `/store/carts/${order.cart_id}/complete`;
      const done = await ask('POST', path, shopper('complete'), {});
      if (done.body?.type !== 'order') return null;
      const fields = 'payment_collections.payments.id';
      const sent = { headers: asAdmin(store) };
      const read = await target.ask(
        'GET',
        `/admin/orders/${done.body.order.id as string}?fields=${fields}`,
        sent,
      );
      return read.body.order.payment_collections[0].payments[0].id as string;
    },
    async capture(payment, amount) {
      const path = `/admin/payments/${payment}/capture`;
      return (await ask('POST', path, staff('capture'), { amount })).status === 200;
    },
    async refund(payment, amount) {
      await ask('POST', `/admin/payments/${payment}/refund`, staff('refund'), { amount });
    },
  };
}
