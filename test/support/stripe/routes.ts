import type { Account } from './account';
import { checkReturn, showIntent } from './intents';
import { checkLimits } from './limits';
import { missing, now, wrong } from './objects';
import type { Params } from './params';
import { confirmSetup, createSetup, showSetup } from './setups';

type Act = (account: Account, id: string, params: Params) => unknown;

const found = <T>(what: string, map: ReadonlyMap<string, T>, id: string): T => {
  const object = map.get(id);
  if (object === undefined) throw missing(what, id);
  return object;
};

const list = (data: readonly unknown[]): unknown => ({ object: 'list', data, has_more: false });

/** The part of Stripe's API that is used, by method and path; {id} is an object's id. */
const ROUTES: Readonly<Record<string, Act>> = {
  'POST /v1/customers': (account, _, params) => account.createCustomer(params),
  'GET /v1/customers/{id}': ({ customers }, id) => found('customer', customers, id),
  'POST /v1/payment_intents': (account, _, params) => account.createIntent(params),
  'GET /v1/payment_intents': ({ intents }, _, { customer, created }) => {
    const { gte = '0' } = (created ?? {}) as { gte?: string };
    const all = [...intents.values()].reverse();
    return list(
      all.filter(
        (intent) =>
          Number(intent['created']) >= Number(gte) &&
          (customer === undefined || intent.customer === customer),
      ),
    );
  },
  'GET /v1/payment_intents/{id}': (account, id, params) => showIntent(account, account.intent(id), params),
  'POST /v1/payment_intents/{id}': (account, id, params) => account.updateIntent(id, params),
  'POST /v1/payment_intents/{id}/confirm': (account, id, params) => {
    checkLimits('confirmation', params);
    checkReturn(account.intent(id), params);
    return showIntent(account, account.confirm(id, params), params);
  },
  'POST /v1/payment_intents/{id}/capture': (account, id, params) => account.capture(id, params),
  'POST /v1/payment_intents/{id}/cancel': (account, id, params) => account.cancel(id, params),
  'POST /v1/refunds': (account, _, params) => account.refund(params),
  'GET /v1/refunds': ({ refunds }, _, { charge, payment_intent }) =>
    list(
      [...refunds.values()]
        .reverse()
        .filter((refund) => charge === undefined || refund.charge === charge)
        .filter((refund) => payment_intent === undefined || refund.payment_intent === payment_intent),
    ),
  'GET /v1/charges/{id}': ({ charges }, id) => found('charge', charges, id),
  'GET /v1/refunds/{id}': ({ refunds }, id) => found('refund', refunds, id),
  'POST /v1/setup_intents': (account, _, params) => createSetup(account, params),
  'GET /v1/setup_intents/{id}': showSetup,
  'POST /v1/setup_intents/{id}/confirm': confirmSetup,
  'GET /v1/payment_methods/{id}': ({ methods }, id) => found('PaymentMethod', methods, id),
  'POST /v1/payment_methods/{id}/detach': ({ methods }, id) => {
    const method = found('PaymentMethod', methods, id);
    if (method['detached'] === true) {
      throw wrong(
        'The payment method you provided is not attached to a customer so detachment is impossible.',
      );
    }
    return Object.assign(method, { customer: null, detached: true });
  },
  'POST /v1/ephemeral_keys': (account, _, params) => ({
    id: 'ephkey_1',
    object: 'ephemeral_key',
    secret: `ek_test_${account.customerIn(params) ?? ''}`,
    created: now(),
    expires: now() + 3600,
  }),
};

const PATTERNS = Object.entries(ROUTES).map(([route, act]) => ({
  pattern: new RegExp(`^${route.replace('{id}', '([^/]+)')}$`),
  act,
}));

/** The handler of a request; null for an unknown route. */
export function routeOf(method: string, path: string): { act: Act; id: string } | null {
  for (const { pattern, act } of PATTERNS) {
    const match = pattern.exec(`${method} ${path}`);
    if (match) return { act, id: decodeURIComponent(match[1] ?? '') };
  }
  return null;
}
