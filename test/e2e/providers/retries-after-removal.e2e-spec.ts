import {
  anOrder,
  asOrderSystem,
  asShopper,
  call,
  collectionPath,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { expectQuiet } from '../../support/stripe/quiet';
import { confirmSetup } from '../../support/stripe/setups';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import type { OrderMade, StoreMade } from '../../support/tandem';

// The gateway's response is lost, then the card or method used is removed. A retry with the same key finds the operation and
// gets its outcome; nothing is sent twice. A new request is refused.

const SETUPS = '/api/v3/store/customer/payment_setup_sessions';
const CARDS = '/api/v3/store/customer/credit_cards';

let world: StripeWorld;
let gateway: StripeWorld['gateway'];
let store: StoreMade;
let method: string;
let order: OrderMade;
/** The session opened before it is changed or completed. */
let session: string;
/** The saved card's id, Tandem's and Stripe's. */
let card: string;
let profile: string;

beforeAll(async () => {
  world = await stripeWorld();
  ({ gateway, store } = world);
});
beforeEach(async () => {
  gateway.faults.clear();
  method = await world.method();
  order = await anOrder(store, { customer_id: store.customer.id }, world.server.url);
  const setup = (await asCustomer('POST', SETUPS, { payment_method_id: method })).body;
  const [intent = ''] = (setup.external_client_secret as string).split('_secret_');
  confirmSetup(gateway.account, intent, { payment_method: 'pm_card_visa' });
  card = (await asCustomer('PATCH', `${SETUPS}/${setup.id as string}/complete`)).body
    .payment_source_id as string;
  profile = (await asCustomer('GET', `${CARDS}/${card}`)).body.gateway_payment_profile_id as string;
});
afterEach(async () => {
  await expectQuiet(world.own.pool, order);
  await asStaff('DELETE', `/payment_methods/${method}`);
});
afterAll(() => world.close());

const ask = (verb: string, path: string, headers: Record<string, string>, body?: Json): Promise<Reply> =>
  call(verb, path, { headers, body, server: world.server.url });
const asCustomer = (verb: string, path: string, body?: Json, key?: string): Promise<Reply> => {
  const { publishable_key, customer } = store;
  const headers = { 'x-spree-api-key': publishable_key, authorization: `Bearer ${customer.jwt}` };
  return ask(verb, path, { ...headers, ...(key !== undefined && { 'idempotency-key': key }) }, body);
};
const asStaff = (verb: string, path: string, body?: Json, key?: string): Promise<Reply> =>
  ask(verb, `/api/v3/admin${path}`, asOrderSystem(store, key), body);

const open = (external_data: Json, key?: string): Promise<Reply> =>
  asCustomer('POST', sessionsPath(order), { payment_method_id: method, external_data }, key);
async function opened(external_data: Json = {}): Promise<void> {
  session = (await open(external_data)).body.id as string;
}

interface Act {
  /** Its preparation. */
  readonly before?: () => Promise<void>;
  readonly run: (key: string) => Promise<Reply>;
  /** The route whose response is lost. */
  readonly lost: RegExp;
  /** The number of charges. */
  readonly charges: 0 | 1;
}

const pays = (payment: Json): Json => ({ payment_method_id: method, source_id: card, ...payment });
const OPENING = /payment_intents$/;
const CHANGE = /payment_intents\/[^/]+$/;
const CONFIRMATION = /confirm$/;

const staffCharge = (key: string): Promise<Reply> =>
  asStaff('POST', `/orders/${order.id}/payments`, pays({}), key);
const staffChargeByNumber = (key: string): Promise<Reply> =>
  asStaff('POST', `/orders/${order.number}/payments`, pays({ amount: '20' }), key);
const customerPays = (key: string): Promise<Reply> =>
  asCustomer('POST', `/api/v3/store/carts/${order.id}/payments`, pays({}), key);
const openWithCard = (key: string): Promise<Reply> => open({ payment_source_id: card }, key);
const changeToCard = (key: string): Promise<Reply> =>
  asCustomer(
    'PATCH',
    sessionsPath(order, `/${session}`),
    { external_data: { payment_source_id: card } },
    key,
  );
const complete = (key: string): Promise<Reply> =>
  asCustomer('PATCH', sessionsPath(order, `/${session}/complete`), {}, key);
const replaceThroughMedusa = (key: string): Promise<Reply> =>
  ask('POST', collectionPath(order), asShopper(store, key, store.customer.jwt), {
    provider_id: 'pp_stripe_stripe',
    data: { stripe_payment_method_id: profile },
  });

const ACTS: Readonly<Record<string, Act>> = {
  'a charge by staff, while its session is created': { run: staffCharge, lost: OPENING, charges: 1 },
  'a charge by staff, while it is confirmed': { run: staffCharge, lost: CONFIRMATION, charges: 1 },
  'a part of an order by its number': { run: staffChargeByNumber, lost: OPENING, charges: 1 },
  'a charge by its customer': { run: customerPays, lost: CONFIRMATION, charges: 1 },
  'a session': { run: openWithCard, lost: OPENING, charges: 0 },
  'a session that replaces others (Medusa)': { run: replaceThroughMedusa, lost: OPENING, charges: 0 },
  'a change of a session': { before: () => opened(), run: changeToCard, lost: CHANGE, charges: 0 },
  'a completion': {
    before: () => opened({ payment_source_id: card }),
    run: complete,
    lost: CONFIRMATION,
    charges: 1,
  },
};

const REMOVALS: Readonly<Record<string, () => Promise<Reply>>> = {
  'its card is removed': () => asCustomer('DELETE', `${CARDS}/${card}`),
  'its method is deactivated': () => asStaff('PATCH', `/payment_methods/${method}`, { active: false }),
  'its method is removed': () => asStaff('DELETE', `/payment_methods/${method}`),
};

/** A session's own card and method may still change and complete it; Stripe knows whether the card still exists. */
const MAY_BEGIN: ReadonlySet<string> = new Set<string>([
  'a session that replaces others (Medusa): its card is removed',
  'a change of a session: its method is deactivated',
  'a change of a session: its method is removed',
  'a completion: its card is removed',
  'a completion: its method is deactivated',
  'a completion: its method is removed',
]);

const CASES = Object.entries(ACTS).flatMap(([name, act]) =>
  Object.entries(REMOVALS).map(([removal, remove]) => ({ name, removal, act, remove })),
);

/** The session is open but not charged yet: a card that its owner has removed since is not charged. */
const NOT_CHARGED: ReadonlySet<string> = new Set<string>([
  'a charge by staff, while its session is created: its card is removed',
  'a part of an order by its number: its card is removed',
]);

it.each(CASES)('$name, and $removal: the retry gets its outcome', async ({ name, removal, act, remove }) => {
  const { before, run, lost, charges } = act;
  const { intents, charges: charged } = gateway.account;
  const had = { intents: intents.size, charges: charged.size };
  await before?.();
  const key = `${name} ${removal}`;
  gateway.faults.add({ fault: { does: 'answer after', status: 500 }, route: lost });
  expect((await run(key)).status).toBe(503);
  expect((await remove()).status).toBeLessThan(300);

  if (!MAY_BEGIN.has(`${name}: ${removal}`)) {
    expect([400, 404]).toContain((await run(`another ${key}`)).status);
  }
  const isRefused = NOT_CHARGED.has(`${name}: ${removal}`);
  expect(isRefused ? [404] : [200, 201]).toContain((await run(key)).status);
  expect({ intents: intents.size - had.intents, charges: charged.size - had.charges }).toEqual({
    intents: 1,
    charges: isRefused ? 0 : charges,
  });
});
