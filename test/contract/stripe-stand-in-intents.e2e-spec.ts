import type Stripe from 'stripe';
import type { Server } from '../support/server-process';
import { clientOf, resultOf, of, startOther, unlike } from '../support/stripe/compared';
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
  'a customer is created': async ({ customers }) =>
    asCustomer(await customers.create({ email: 'a@example.com', name: 'A', metadata: { of: 'us' } })),
  'a customer without details': async ({ customers }) => asCustomer(await customers.create({})),
  'a customer is read': async ({ customers }) => {
    const { id } = await customers.create({ email: 'a@example.com' });
    return asCustomer(await customers.retrieve(id));
  },
  'a customer that does not exist': ({ customers }) => customers.retrieve('cus_none'),
  'an intent is created': async (stripe) => asIntent(await opened(stripe)),
  'its currency in capitals': async (stripe) => asIntent(await opened(stripe, { currency: 'EUR' })),
  'a currency without decimals': async (stripe) => asIntent(await opened(stripe, { currency: 'jpy' })),
  'for a customer': async (stripe) => {
    const { id: customer } = await stripe.customers.create({});
    return asIntent(await opened(stripe, { customer }));
  },
  'for a customer that does not exist': (stripe) => opened(stripe, { customer: 'cus_none' }),
  'with a card, not confirmed': async (stripe) =>
    asIntent(await opened(stripe, { payment_method: 'pm_card_visa' })),
  'an intent is read': async (stripe) => {
    const { id } = await opened(stripe);
    return asIntent(await stripe.paymentIntents.retrieve(id));
  },
  'an intent that does not exist': ({ paymentIntents }) => paymentIntents.retrieve('pi_none'),
  'an amount is changed': async (stripe) => {
    const { id } = await opened(stripe);
    return asIntent(await stripe.paymentIntents.update(id, { amount: 900 }));
  },
  'an intent that does not exist is changed, confirmed, canceled': async ({ paymentIntents }) => [
    await resultOf(() => paymentIntents.update('pi_none', { amount: 900 })),
    await resultOf(() => paymentIntents.confirm('pi_none')),
    await resultOf(() => paymentIntents.cancel('pi_none')),
  ],
  'a shopper pays': async (stripe) => asIntent(await paid(stripe)),
  'an intent created with a card is confirmed': async (stripe) => {
    const { id } = await opened(stripe, { payment_method: 'pm_card_visa' });
    return asIntent(await stripe.paymentIntents.confirm(id));
  },
  'a paid intent is confirmed again, or canceled': async (stripe) => {
    const { id } = await paid(stripe);
    return [
      await resultOf(() => stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })),
      await resultOf(() => stripe.paymentIntents.cancel(id)),
      asIntent(await stripe.paymentIntents.retrieve(id)),
    ];
  },
  'an open intent is canceled': async (stripe) => asIntent(await canceled(stripe)),
  'a canceled intent is canceled again, or paid': async (stripe) => {
    const { id } = await canceled(stripe);
    return [
      await resultOf(() => stripe.paymentIntents.cancel(id)),
      await resultOf(() => stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })),
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
  const response = await resultOf(() => ask(ours));
  expect(response).toEqual(await resultOf(() => ask(theirs)));
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
    because: 'it has its own error code (error-codes#parameter-invalid-integer)',
    ask: (stripe) => opened(stripe, { amount: 0 }),
    ours: refused({ param: 'amount', code: 'parameter_invalid_integer' }),
    theirs: refused({ param: 'amount' }),
  },
  {
    what: 'a negative amount',
    because: 'an amount is a positive integer (api/payment_intents/create)',
    ask: async (stripe) => status(await opened(stripe, { amount: -5 })),
    ours: refused({ param: 'amount', code: 'parameter_invalid_integer' }),
    theirs: 'requires_payment_method',
  },
  {
    what: 'an amount that is not a number',
    because: 'an amount is a positive integer (api/payment_intents/create)',
    ask: async (stripe) => status(await opened(stripe, { amount: 'much' as never })),
    ours: refused({ param: 'amount', code: 'parameter_invalid_integer' }),
    theirs: 'requires_payment_method',
  },
  {
    what: 'less than the minimum charge',
    because: 'each currency has a minimum (currencies#minimum-and-maximum-charge-amounts)',
    ask: async (stripe) => status(await opened(stripe, { amount: 49 })),
    ours: refused({ param: 'amount', code: 'amount_too_small' }),
    theirs: 'requires_payment_method',
  },
  {
    what: 'manual capture',
    because: 'capture_method manual only authorizes the amount (payments/place-a-hold-on-a-payment-method)',
    ask: async (stripe) => status(await paid(stripe, undefined, { capture_method: 'manual' })),
    ours: 'requires_capture',
    theirs: 'succeeded',
  },
  {
    what: 'a declined card',
    because: 'test cards do what their name says (testing#declined-payments)',
    ask: async (stripe) => status(await paid(stripe, 'pm_card_chargeDeclined')),
    ours: { status: 402, type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' },
    theirs: 'succeeded',
  },
  {
    what: 'a card that requires authentication',
    because: 'test cards do what their name says (testing#regulatory-cards)',
    ask: async (stripe) => status(await paid(stripe, 'pm_card_authenticationRequired')),
    ours: 'requires_action',
    theirs: 'succeeded',
  },
  {
    what: 'confirmed without a card',
    because: 'a payment method is required (payments/paymentintents/lifecycle)',
    ask: async (stripe) => status(await stripe.paymentIntents.confirm((await opened(stripe)).id)),
    ours: refused({}),
    theirs: 'succeeded',
  },
  {
    what: 'an update of a paid intent',
    because: 'a paid intent cannot be changed (error-codes#payment-intent-unexpected-state)',
    ask: async (stripe) =>
      status(await stripe.paymentIntents.update((await paid(stripe)).id, { amount: 900 })),
    ours: refused({ code: 'payment_intent_unexpected_state' }),
    theirs: 'succeeded',
  },
  {
    what: 'an update of metadata',
    because: 'other keys are unchanged (api/metadata)',
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
  expect(await resultOf(() => ask(ours))).toEqual(responses.ours);
  expect(await resultOf(() => ask(theirs))).toEqual(responses.theirs);
});

it('the objects have the same fields of the same types, except for those the emulator leaves out', async () => {
  const person = { email: 'a@example.com', name: 'A' };
  expect(unlike(await ours.customers.create(person), await theirs.customers.create(person))).toEqual({
    // In Stripe's documentation (api/customers/object).
    ours: ['phone'],
    // Neither is read here.
    theirs: ['description', 'livemode'],
    types: [],
  });
  expect(unlike(await opened(ours), await opened(theirs))).toEqual({
    // All of them are in Stripe's documentation (api/payment_intents/object); charges.e2e compares the resulting charge.
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
