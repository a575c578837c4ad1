import type { PaymentProvider, ProviderPayment, ProviderSession, ProviderVerb } from '@tandem/provider-kit';
import {
  testPaymentProvider,
  type GatewayBalances,
  type Events,
  type Scenario,
} from '@tandem/provider-kit/testing';
import type { Fault } from '../support/stripe/faults';
import { refundedAmount } from '../support/stripe/refunds';
import { confirmSetup } from '../support/stripe/setups';
import { SECRET_KEY, StripeStandIn } from '../support/stripe/stand-in';

// Runs the kit against the compiled Stripe provider and the fake Stripe API. The shopper pays on Stripe's page.

const { StripeProvider } = jest.requireActual<
  Record<'StripeProvider', new (options: object) => PaymentProvider>
>('../../dist/libs/core/payment-providers/src/stripe/stripe.provider.js');

let gateway: StripeStandIn;

beforeAll(async () => {
  gateway = await StripeStandIn.start();
});
beforeEach(() => gateway.faults.clear());
afterAll(() => gateway.stop());

/** A declined card is reported to the page; the server reads it from Stripe. */
const confirms = (card: string, then?: (id: string) => void): Scenario => ({
  shopper: ({ externalId }: ProviderSession) => {
    try {
      gateway.account.confirm(externalId, { payment_method: card });
    } catch {
      // The page shows the decline.
    }
    then?.(externalId);
  },
});
const resolves = (succeeded: boolean): Scenario => ({
  shopper: ({ externalId }) => void gateway.account.resolve(externalId, succeeded),
});

/** Authorizations are read; other verbs are sent. Stripe's client retries a reset connection once. */
const failing =
  (fault: (verb: ProviderVerb) => readonly Fault[]) =>
  (verb: ProviderVerb): void => {
    const route = verb === 'authorize' ? /^GET / : /^POST /;
    gateway.faults.add(...fault(verb).map((of) => ({ fault: of, route })));
  };

const twice =
  (fault: Fault): (() => Fault[]) =>
  () => [fault, fault];

const ODD: Partial<Record<ProviderVerb, readonly Fault[]>> = {
  authorize: [{ does: 'no json' }],
  capture: [{ does: 'answer after', status: 500 }],
  refund: [{ does: 'truncated answer' }, { does: 'truncated answer' }],
};

function balances({ reference }: ProviderPayment): GatewayBalances {
  const charge = gateway.account.chargeOf(gateway.account.intent(reference));
  return {
    currency: charge.currency.toUpperCase(),
    captured: BigInt(charge.amount_captured),
    refunded: BigInt(refundedAmount(gateway.account, charge)),
  };
}

const SIGNING_SECRET = 'whsec_standin';

const sends = (type: string) => (of: { externalId: string }) => gateway.said(type, of.externalId);

/** Stripe sends every event to each of its hooks. */
const events: Events = {
  says: {
    paid: ({ externalId }) => {
      const { capture_method } = gateway.account.intent(externalId);
      const type = capture_method === 'manual' ? 'amount_capturable_updated' : 'succeeded';
      return gateway.said(`payment_intent.${type}`, externalId);
    },
    declined: sends('payment_intent.payment_failed'),
    captured: (_, { reference }) => gateway.said('charge.captured', reference),
    refunded: (_, { reference }) => gateway.said('refund.created', reference),
    refundFailed: (_, { reference }) => {
      gateway.account.failRefund(reference);
      return gateway.said('refund.failed', reference);
    },
    canceled: sends('payment_intent.canceled'),
    saved: sends('setup_intent.succeeded'),
    ofNoInterest: () => gateway.said('payment_intent.created', [...gateway.account.intents.keys()][0] ?? ''),
  },
  sign: (body, { at, forged }) => {
    const secret = forged ? 'whsec_another' : SIGNING_SECRET;
    return { 'stripe-signature': gateway.signatureOf(body, secret, Math.floor(at.getTime() / 1000)) };
  },
  toleranceSeconds: 300,
  secretSettings: ['webhook_secret', 'previous_webhook_secret'],
};

testPaymentProvider({
  capabilities: new StripeProvider({}).capabilities,
  provider: () => new StripeProvider({ apiUrl: gateway.url, timeoutMs: 1000 }),
  settings: { secret_key: SECRET_KEY, publishable_key: 'pk_test_standin', webhook_secret: SIGNING_SECRET },
  secrets: [SECRET_KEY, SIGNING_SECRET],
  has: ['cancelSession', 'parseEvent', 'readPayment', 'checkSettings'],
  events,
  scenarios: {
    pays: confirms('pm_card_visa'),
    declines: { ...confirms('pm_card_chargeDeclinedInsufficientFunds'), code: 'insufficient_funds' },
    challenges: {
      ...confirms('pm_card_authenticationRequired'),
      confirmed: resolves(true),
      refused: resolves(false),
    },
    processes: confirms('pm_slow', (id) => void setTimeout(() => gateway.account.resolve(id, true), 300)),
    saves: {
      shopper: ({ externalId }) =>
        void confirmSetup(gateway.account, externalId, { payment_method: 'pm_card_mastercard' }),
    },
  },
  faults: {
    breakBefore: failing(twice({ does: 'cut before' })),
    breakAfter: failing(twice({ does: 'cut after' })),
    goSilent: failing(() => [{ does: 'wait', ms: 1500 }]),
    respondMalformed: failing((verb) => ODD[verb] ?? [{ does: 'empty answer' }]),
  },
  balances,
});

it('every request had our own idempotency key, none generated by Stripe’s client', () => {
  const verbs = new Set(gateway.requests.map(({ route }) => route.replace(/\/[a-z]+_[0-9a-f]{24}/, '')));
  expect([...verbs].sort()).toEqual([
    'POST /v1/customers',
    'POST /v1/ephemeral_keys',
    'POST /v1/payment_intents',
    'POST /v1/payment_intents/cancel',
    'POST /v1/payment_intents/capture',
    'POST /v1/payment_intents/confirm',
    'POST /v1/payment_methods/detach',
    'POST /v1/refunds',
    'POST /v1/setup_intents',
  ]);
  expect(gateway.requests.filter(({ key = 'stripe-node' }) => key.startsWith('stripe-node'))).toEqual([]);
});
