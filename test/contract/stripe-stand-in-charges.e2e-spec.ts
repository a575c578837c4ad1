import Stripe from 'stripe';
import type { Server } from '../support/server-process';
import { clientOf, resultOf, of, startOther, unlike } from '../support/stripe/compared';
import { SECRET_KEY, StripeStandIn } from '../support/stripe/stand-in';

// Our fake Stripe compared with stripe-stateful-mock, for what that supports: charges, their captures and refunds, and
// idempotency keys. It has no intents: each side creates charges in its own way, then the same calls are compared.
// Where the two differ Stripe's documentation decides, and the reason is given with the difference.

interface Side {
  readonly stripe: Stripe;
  /** The charge of a payment; `capture` is the amount captured if its capture `isManual`. */
  pay(how?: Payment): Promise<Paid>;
}

type Payment = { amount?: number; currency?: string; card?: keyof typeof CARDS; isManual?: boolean };

interface Paid {
  readonly charge: string;
  capture(amount?: number): Promise<unknown>;
}

/** Stripe's test cards, by payment method and by charge token. */
const CARDS = {
  good: ['pm_card_visa', 'tok_visa'],
  declined: ['pm_card_chargeDeclined', 'tok_chargeDeclined'],
  poor: ['pm_card_chargeDeclinedInsufficientFunds', 'tok_chargeDeclinedInsufficientFunds'],
  expired: ['pm_card_chargeDeclinedExpiredCard', 'tok_chargeDeclinedExpiredCard'],
} as const;

const byIntents = (stripe: Stripe): Side => ({
  stripe,
  async pay({ amount = 1100, currency = 'usd', card = 'good', isManual = false } = {}) {
    const { id, latest_charge } = await stripe.paymentIntents.create({
      amount,
      currency,
      confirm: true,
      payment_method: CARDS[card][0],
      ...(isManual && { capture_method: 'manual' }),
    });
    return {
      charge: latest_charge as string,
      capture: (part) =>
        stripe.paymentIntents.capture(id, part === undefined ? {} : { amount_to_capture: part }),
    };
  },
});

const byCharges = (stripe: Stripe): Side => ({
  stripe,
  async pay({ amount = 1100, currency = 'usd', card = 'good', isManual = false } = {}) {
    const source = CARDS[card][1];
    const { id } = await stripe.charges.create({ amount, currency, source, capture: !isManual });
    const capture: Paid['capture'] = (amount) =>
      stripe.charges.capture(id, amount === undefined ? {} : { amount });
    return { charge: id, capture };
  },
});

let gateway: StripeStandIn;
let other: Server;
let ours: Side;
let theirs: Side;

beforeAll(async () => {
  [gateway, other] = await Promise.all([StripeStandIn.start(), startOther('stateful-mock')]);
  ours = byIntents(clientOf(gateway, SECRET_KEY));
  theirs = byCharges(clientOf(other, 'sk_test_stateful'));
});
afterAll(async () => {
  await gateway.stop();
  await other.stop();
});

type Ask = (side: Side) => Promise<unknown>;

const asRefund = of('id', 'object', 'amount', 'currency', 'charge', 'reason', 'status', 'metadata');
const asCharge = of(
  ...(['id', 'object', 'amount', 'amount_captured', 'amount_refunded', 'captured'] as const),
  ...(['refunded', 'currency', 'status'] as const),
);

const chargeOf = async ({ stripe }: Side, { charge }: Paid): Promise<unknown> =>
  asCharge(await stripe.charges.retrieve(charge));
/** Order is ignored; it is compared separately. */
const refundsOf = async ({ stripe }: Side, { charge }: Paid): Promise<unknown> => {
  const { object, data, has_more } = await stripe.refunds.list({ charge });
  const bySize = [...data].sort((one, next) => one.amount - next.amount);
  return { object, has_more, data: bySize.map(asRefund) };
};

let keys = 0;
const key = (): { idempotencyKey: string } => ({ idempotencyKey: `charges ${++keys}` });

const replayed = ({ lastResponse: { headers } }: Stripe.Response<object>): unknown =>
  headers['idempotent-replayed'];

/** A refusal, and whether it is marked as a replay. */
async function refusedAs(call: () => Promise<unknown>): Promise<unknown> {
  const error = await call().catch((error: unknown) => error);
  if (!(error instanceof Stripe.errors.StripeError)) throw new Error('it was not refused');
  return [error.statusCode, error.code, error.headers?.['idempotent-replayed']];
}

/** Captured in full, or partially, of 11.00. */
const captured =
  (part?: number): Ask =>
  async (side) => {
    const paid = await side.pay({ isManual: true });
    await paid.capture(part);
    return [await chargeOf(side, paid), await refundsOf(side, paid)];
  };

/** Refunds of 11.00, one after the other, and the remaining balance. */
const refunded =
  (amounts: readonly (number | undefined)[], takes?: number): Ask =>
  async (side) => {
    const paid = await side.pay({ isManual: takes !== undefined });
    if (takes !== undefined) await paid.capture(takes);
    const responses: unknown[] = [];
    for (const amount of amounts) {
      const body = { charge: paid.charge, ...(amount !== undefined && { amount }) };
      responses.push(await resultOf(async () => asRefund(await side.stripe.refunds.create(body))));
    }
    // The balance after a partial capture is among the differences.
    if (takes !== undefined) return responses;
    return [responses, await chargeOf(side, paid), await refundsOf(side, paid)];
  };

const ALIKE: Readonly<Record<string, Ask>> = {
  'a captured charge': async (side) => chargeOf(side, await side.pay()),
  'an authorized charge': async (side) => chargeOf(side, await side.pay({ isManual: true })),
  'a charge in yen': async (side) => chargeOf(side, await side.pay({ currency: 'jpy' })),
  'a charge that does not exist': ({ stripe }) => stripe.charges.retrieve('ch_none'),
  'captured in full': captured(),
  'captured in full, with the amount': captured(1100),
  'a partial refund': refunded([300]),
  'a full refund': refunded([undefined]),
  'partial refunds, up to the full amount': refunded([300, 300, 500]),
  'a refund of the rest': refunded([300, undefined]),
  'more than the charge': refunded([1200]),
  'more than the remaining amount': refunded([300, 801]),
  'another refund after a full refund': refunded([1100, 1, undefined]),
  'after a partial capture: no more than was captured': refunded([401, 400, 1], 400),
  'after a partial capture: the rest': refunded([undefined], 400),
  'an amount of 0, and a negative one': refunded([0, -1]),
  'a refund of a charge that does not exist': ({ stripe }) => stripe.refunds.create({ charge: 'ch_none' }),
  'a refund with a reason and metadata': async (side) => {
    const { charge } = await side.pay();
    const metadata = { operation: 'x' };
    return asRefund(await side.stripe.refunds.create({ charge, reason: 'duplicate', metadata }));
  },
  'a refund is read': async (side) => {
    const { id } = await side.stripe.refunds.create({ charge: (await side.pay()).charge, amount: 100 });
    return asRefund(await side.stripe.refunds.retrieve(id));
  },
  'a refund that does not exist': ({ stripe }) => stripe.refunds.retrieve('re_none'),
  'a declined card': (side) => side.pay({ card: 'declined' }),
  'a card with insufficient funds': (side) => side.pay({ card: 'poor' }),
  'a charge of 0': (side) => side.pay({ amount: 0 }),
  'less than the minimum charge': (side) => side.pay({ amount: 49 }),
  'more than the maximum charge': (side) => side.pay({ amount: 100_000_000 }),
  'the minimum and the maximum charge': async (side) => [
    await chargeOf(side, await side.pay({ amount: 50 })),
    await chargeOf(side, await side.pay({ amount: 99_999_999 })),
  ],
  'no amount': (side) => side.pay({ amount: null as never }),
  'an invalid currency': (side) => side.pay({ currency: 'dollars' }),
  'one key, twice: one refund': async (side) => {
    const body = { charge: (await side.pay()).charge, amount: 100 };
    const with_ = key();
    const first = await side.stripe.refunds.create(body, with_);
    const again = await side.stripe.refunds.create(body, with_);
    return [
      again.id === first.id,
      again.lastResponse.headers['original-request'] === first.lastResponse.requestId,
      again.lastResponse.requestId === first.lastResponse.requestId,
      [replayed(first), replayed(again)],
      (await side.stripe.refunds.list({ charge: body.charge })).data.length,
    ];
  },
  'one key, twice: one customer': async ({ stripe }) => {
    const with_ = key();
    const made = async (): Promise<string> => (await stripe.customers.create({ name: 'A' }, with_)).id;
    return (await made()) === (await made());
  },
  'a key with another amount': async ({ stripe, pay }) => {
    const { charge } = await pay();
    const with_ = key();
    await stripe.refunds.create({ charge, amount: 100 }, with_);
    return stripe.refunds.create({ charge, amount: 101 }, with_);
  },
  'a key with an additional parameter': async ({ stripe }) => {
    const with_ = key();
    await stripe.customers.create({ name: 'A' }, with_);
    return stripe.customers.create({ name: 'A', email: 'a@example.com' }, with_);
  },
  'a key whose request was refused gets the same error': async ({ stripe, pay }) => {
    const { charge } = await pay();
    const with_ = key();
    const refund = (): Promise<unknown> => stripe.refunds.create({ charge, amount: 1200 }, with_);
    return [await refusedAs(refund), await refusedAs(refund)];
  },
  'so does a key whose object was not found': async ({ stripe }) => {
    const with_ = key();
    const refund = (): Promise<unknown> => stripe.refunds.create({ charge: 'ch_none' }, with_);
    return [await refusedAs(refund), await refusedAs(refund)];
  },
};

it.each(Object.entries(ALIKE))('alike: %s', async (_, ask) => {
  const response = await resultOf(() => ask(ours));
  expect(response).toEqual(await resultOf(() => ask(theirs)));
});

it('alike: an invalid secret key', async () => {
  const ask = (at: { url: string }) => resultOf(() => clientOf(at, 'sk_live_no').refunds.retrieve('re_no'));
  expect(await ask(gateway)).toEqual(await ask(other));
});

const refused = (more: object): object => ({ status: 400, type: 'invalid_request_error', ...more });

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
    what: 'a partial capture',
    because: 'a partial capture creates no refund since 2025-03-31 (changelog/basil)',
    ask: async (side) => {
      const { charge, capture } = await side.pay({ isManual: true });
      await capture(400);
      return (await side.stripe.refunds.list({ charge })).data.length;
    },
    ours: 0,
    theirs: 1,
  },
  {
    what: 'captured twice',
    because: 'an intent has a status, a charge a flag (error-codes#payment-intent-unexpected-state)',
    ask: async ({ pay }) => {
      const { capture } = await pay({ isManual: true });
      return capture(400).then(() => capture(100));
    },
    ours: refused({ code: 'payment_intent_unexpected_state' }),
    theirs: refused({ code: 'charge_already_captured' }),
  },
  {
    what: 'more captured than authorized',
    because: 'the amount is the maximum (api/payment_intents/capture)',
    ask: async (side) => (await side.pay({ isManual: true })).capture(1101).then(() => 'captured'),
    ours: refused({ code: 'amount_too_large' }),
    theirs: 'captured',
  },
  {
    what: 'a capture of 0',
    because: 'the parameter has its own name (api/payment_intents/capture)',
    ask: async (side) => (await side.pay({ isManual: true })).capture(0),
    ours: refused({ code: 'parameter_invalid_integer', param: 'amount_to_capture' }),
    theirs: refused({ code: 'parameter_invalid_integer', param: 'amount' }),
  },
  {
    what: 'a refund whose amount is not a number',
    because: 'an amount is a positive integer (api/refunds/create)',
    ask: async (side) => {
      const { charge } = await side.pay();
      return (await side.stripe.refunds.create({ charge, amount: 'much' as never })).amount;
    },
    ours: refused({ code: 'parameter_invalid_integer', param: 'amount' }),
    theirs: null,
  },
  {
    what: 'a list of refunds',
    because: 'the newest refund comes first (api/refunds/list)',
    ask: async ({ stripe, pay }) => {
      const { charge } = await pay();
      for (const amount of [100, 200, 300]) await stripe.refunds.create({ charge, amount });
      return (await stripe.refunds.list({ charge })).data.map(({ amount }) => amount);
    },
    ours: [300, 200, 100],
    theirs: [100, 200, 300],
  },
  {
    what: 'a key first used with invalid parameters, then with valid ones',
    because: 'validation failures are not stored (api/idempotent_requests)',
    ask: async ({ stripe, pay }) => {
      const { charge } = await pay();
      const with_ = key();
      await stripe.refunds.create({ charge, amount: 0 }, with_).catch(() => undefined);
      return (await stripe.refunds.create({ charge, amount: 100 }, with_)).amount;
    },
    ours: 100,
    theirs: { status: 400, type: 'idempotency_error' },
  },
  {
    what: 'a key used for another path',
    because: 'a key belongs to one request (api/idempotent_requests)',
    ask: async ({ stripe, pay }) => {
      const { charge } = await pay();
      const with_ = key();
      await stripe.customers.create({}, with_);
      return (await stripe.refunds.create({ charge, amount: 100 }, with_)).amount;
    },
    ours: { status: 400, type: 'idempotency_error' },
    theirs: 100,
  },
];

it.each(DIFFERENT)('unlike: $what; $because', async ({ ask, ...responses }) => {
  expect(await resultOf(() => ask(ours))).toEqual(responses.ours);
  expect(await resultOf(() => ask(theirs))).toEqual(responses.theirs);
});

it('the objects have the same fields of the same types, except for those not read here', async () => {
  const [mine, other] = await Promise.all(
    [ours, theirs].map(async ({ stripe, pay }) => {
      const { charge } = await pay();
      const refund = await stripe.refunds.create({ charge, amount: 100 });
      return { refund, charge: await stripe.charges.retrieve(charge) };
    }),
  );
  if (!mine || !other) throw new Error('no responses');
  expect(unlike(mine.refund, other.refund)).toEqual({
    ours: [],
    theirs: ['receipt_number', 'source_transfer_reversal', 'transfer_reversal'],
    // It has no intents.
    types: ['payment_intent'],
  });
  const charge = unlike(mine.charge, other.charge);
  expect([charge.ours, charge.types]).toEqual([[], ['payment_intent']]);
});
