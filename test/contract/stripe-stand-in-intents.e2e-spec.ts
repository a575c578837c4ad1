import type Stripe from 'stripe';
import type { Server } from '../support/server-process';
import { clientOf, heard, of, startOther, unlike } from '../support/stripe/compared';
import { SECRET_KEY, StripeStandIn } from '../support/stripe/stand-in';

// Our fake Stripe compared with Vercel's emulator, for what that supports: customers, and intents captured at once. Where
// the two differ Stripe's documentation decides, and the reason is given with the difference.

let gateway: StripeStandIn;
let other: Server;
let ours: Stripe;
let theirs: Stripe;

beforeAll(async () => {
  gateway = await StripeStandIn.start();
  other = await startOther('emulate');
  ours = clientOf(gateway, SECRET_KEY);
  theirs = clientOf(other, 'sk_test_emulated');
});
afterAll(async () => {
  await gateway.stop();
  await other.stop();
});

type Ask = (stripe: Stripe) => Promise<unknown>;

const asCustomer = of('id', 'object', 'email', 'name', 'metadata');
const asIntent = of('id', 'object', 'status', 'amount', 'currency', 'customer', 'payment_method', 'metadata');

const opened = (stripe: Stripe, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({ amount: 1100, currency: 'usd', metadata: { order: 'R1' }, ...more });

/** Created and confirmed with a card. */
async function paid(
  stripe: Stripe,
  card = 'pm_card_visa',
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
) {
  const { id } = await opened(stripe, more);
  return stripe.paymentIntents.confirm(id, { payment_method: card });
}

async function canceled(stripe: Stripe) {
  const { id } = await opened(stripe);
  return stripe.paymentIntents.cancel(id);
}

const ALIKE: Readonly<Record<string, Ask>> = {
  'a customer is made': async ({ customers }) =>
    asCustomer(await customers.create({ email: 'a@example.com', name: 'A', metadata: { of: 'us' } })),
  'a customer of whom nothing is known': async ({ customers }) => asCustomer(await customers.create({})),
  'a customer is read': async ({ customers }) => {
    const { id } = await customers.create({ email: 'a@example.com' });
    return asCustomer(await customers.retrieve(id));
  },
  'a customer that is not there': ({ customers }) => customers.retrieve('cus_none'),
  'an intent is opened': async (stripe) => asIntent(await opened(stripe)),
  'its currency in capitals': async (stripe) => asIntent(await opened(stripe, { currency: 'EUR' })),
  'a currency without decimals': async (stripe) => asIntent(await opened(stripe, { currency: 'jpy' })),
  'for a customer': async (stripe) => {
    const { id: customer } = await stripe.customers.create({});
    return asIntent(await opened(stripe, { customer }));
  },
  'for a customer that is not there': (stripe) => opened(stripe, { customer: 'cus_none' }),
  'with a card, not confirmed': async (stripe) =>
    asIntent(await opened(stripe, { payment_method: 'pm_card_visa' })),
  'an intent is read': async (stripe) => {
    const { id } = await opened(stripe);
    return asIntent(await stripe.paymentIntents.retrieve(id));
  },
  'an intent that is not there': ({ paymentIntents }) => paymentIntents.retrieve('pi_none'),
  'its amount is changed': async (stripe) => {
    const { id } = await opened(stripe);
    return asIntent(await stripe.paymentIntents.update(id, { amount: 900 }));
  },
  'what is not there is changed, confirmed, canceled': async ({ paymentIntents }) => [
    await heard(() => paymentIntents.update('pi_none', { amount: 900 })),
    await heard(() => paymentIntents.confirm('pi_none')),
    await heard(() => paymentIntents.cancel('pi_none')),
  ],
  'a shopper pays': async (stripe) => asIntent(await paid(stripe)),
  'a card that was given first is confirmed': async (stripe) => {
    const { id } = await opened(stripe, { payment_method: 'pm_card_visa' });
    return asIntent(await stripe.paymentIntents.confirm(id));
  },
  'what was paid is confirmed again, or canceled': async (stripe) => {
    const { id } = await paid(stripe);
    return [
      await heard(() => stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })),
      await heard(() => stripe.paymentIntents.cancel(id)),
      asIntent(await stripe.paymentIntents.retrieve(id)),
    ];
  },
  'an open intent is canceled': async (stripe) => asIntent(await canceled(stripe)),
  'what was canceled is canceled again, or paid': async (stripe) => {
    const { id } = await canceled(stripe);
    return [
      await heard(() => stripe.paymentIntents.cancel(id)),
      await heard(() => stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })),
      asIntent(await stripe.paymentIntents.retrieve(id)),
    ];
  },
  'a customer’s intents, newest first': async (stripe) => {
    const { id: customer } = await stripe.customers.create({});
    for (const amount of [1100, 1200, 1300]) await opened(stripe, { customer, amount });
    await opened(stripe);
    const { object, data, has_more } = await stripe.paymentIntents.list({ customer });
    return { object, has_more, data: data.map(asIntent) };
  },
};

it.each(Object.entries(ALIKE))('alike: %s', async (_, ask) => {
  const response = await heard(() => ask(ours));
  expect(response).toEqual(await heard(() => ask(theirs)));
});

const refused = (more: object): object => ({ status: 400, type: 'invalid_request_error', ...more });
const status = ({ status }: Stripe.PaymentIntent): string => status;

interface Difference {
  readonly what: string;
  /** What Stripe's documentation says, and where. */
  readonly because: string;
  readonly ask: Ask;
  readonly ours: unknown;
  readonly theirs: unknown;
}

const DIFFERENT: readonly Difference[] = [
  {
    what: 'no currency',
    because: 'an error names the parameter that is missing (api/errors, error-codes#parameter-missing)',
    ask: (stripe) => opened(stripe, { currency: undefined }),
    ours: refused({ param: 'currency', code: 'parameter_missing' }),
    theirs: refused({ param: 'amount' }),
  },
  {
    what: 'an amount of 0',
    because: 'has a code of its own (error-codes#parameter-invalid-integer)',
    ask: (stripe) => opened(stripe, { amount: 0 }),
    ours: refused({ param: 'amount', code: 'parameter_invalid_integer' }),
    theirs: refused({ param: 'amount' }),
  },
  {
    what: 'an amount below 0',
    because: 'an amount is a positive integer (api/payment_intents/create)',
    ask: async (stripe) => status(await opened(stripe, { amount: -5 })),
    ours: refused({ param: 'amount', code: 'parameter_invalid_integer' }),
    theirs: 'requires_payment_method',
  },
  {
    what: 'an amount that is no number',
    because: 'an amount is a positive integer (api/payment_intents/create)',
    ask: async (stripe) => status(await opened(stripe, { amount: 'much' as never })),
    ours: refused({ param: 'amount', code: 'parameter_invalid_integer' }),
    theirs: 'requires_payment_method',
  },
  {
    what: 'less than can be charged',
    because: 'each currency has its least (currencies#minimum-and-maximum-charge-amounts)',
    ask: async (stripe) => status(await opened(stripe, { amount: 49 })),
    ours: refused({ param: 'amount', code: 'amount_too_small' }),
    theirs: 'requires_payment_method',
  },
  {
    what: 'to be captured later',
    because: 'capture_method manual holds the amount (payments/place-a-hold-on-a-payment-method)',
    ask: async (stripe) => status(await paid(stripe, undefined, { capture_method: 'manual' })),
    ours: 'requires_capture',
    theirs: 'succeeded',
  },
  {
    what: 'a card that is declined',
    because: 'test cards do as they are named (testing#declined-payments)',
    ask: async (stripe) => status(await paid(stripe, 'pm_card_chargeDeclined')),
    ours: { status: 402, type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' },
    theirs: 'succeeded',
  },
  {
    what: 'a card whose bank asks the shopper',
    because: 'test cards do as they are named (testing#regulatory-cards)',
    ask: async (stripe) => status(await paid(stripe, 'pm_card_authenticationRequired')),
    ours: 'requires_action',
    theirs: 'succeeded',
  },
  {
    what: 'confirmed without a card',
    because: 'there must be a payment method (payments/paymentintents/lifecycle)',
    ask: async (stripe) => status(await stripe.paymentIntents.confirm((await opened(stripe)).id)),
    ours: refused({}),
    theirs: 'succeeded',
  },
  {
    what: 'changed when it is paid',
    because: 'what is paid stays as it is (error-codes#payment-intent-unexpected-state)',
    ask: async (stripe) =>
      status(await stripe.paymentIntents.update((await paid(stripe)).id, { amount: 900 })),
    ours: refused({ code: 'payment_intent_unexpected_state' }),
    theirs: 'succeeded',
  },
  {
    what: 'metadata that is changed',
    because: 'keys that are not named stay (api/metadata)',
    ask: async (stripe) => {
      const { id } = await opened(stripe);
      return (await stripe.paymentIntents.update(id, { metadata: { more: 'x' } })).metadata;
    },
    ours: { order: 'R1', more: 'x' },
    theirs: { more: 'x' },
  },
  {
    what: 'one idempotency key, twice',
    because: 'a repeat has one effect (api/idempotent_requests)',
    ask: async (stripe) => {
      const open = () =>
        stripe.paymentIntents.create({ amount: 1100, currency: 'usd' }, { idempotencyKey: 'intent, twice' });
      return (await open()).id === (await open()).id;
    },
    ours: true,
    theirs: false,
  },
];

it.each(DIFFERENT)('unlike: $what; $because', async ({ ask, ...responses }) => {
  expect(await heard(() => ask(ours))).toEqual(responses.ours);
  expect(await heard(() => ask(theirs))).toEqual(responses.theirs);
});

it('the objects have the same fields of the same types, but for what the emulator leaves out', async () => {
  const person = { email: 'a@example.com', name: 'A' };
  expect(unlike(await ours.customers.create(person), await theirs.customers.create(person))).toEqual({
    // In Stripe's documentation (api/customers/object).
    ours: ['phone'],
    // Neither is read here.
    theirs: ['description', 'livemode'],
    types: [],
  });
  expect(unlike(await opened(ours), await opened(theirs))).toEqual({
    // All of them are in Stripe's documentation (api/payment_intents/object); charges.e2e holds the resulting charge.
    ours: [
      ...[
        'allowed_payment_method_types',
        'amount_capturable',
        'amount_received',
        'automatic_payment_methods',
      ],
      ...[
        'canceled_at',
        'cancellation_reason',
        'capture_method',
        'client_secret',
        'last_payment_error',
        'latest_charge',
      ],
      ...['next_action', 'receipt_email', 'setup_future_usage', 'shipping', 'statement_descriptor_suffix'],
    ],
    theirs: [],
    types: [],
  });
});
