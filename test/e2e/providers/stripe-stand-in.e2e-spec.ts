import Stripe from 'stripe';
import { SECRET_KEY, StripeStandIn } from '../../support/stripe/stand-in';

// The fake Stripe with the official client: idempotency keys and broken connections, as documented.

let gateway: StripeStandIn;
let stripe: Stripe;

beforeAll(async () => {
  gateway = await StripeStandIn.start();
  const { hostname, port } = new URL(gateway.url);
  stripe = new Stripe(SECRET_KEY, {
    host: hostname,
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    timeout: 2000,
    telemetry: false,
  });
});
beforeEach(() => gateway.faults.clear());
afterAll(() => gateway.stop());

const intent = (idempotencyKey: string, amount = 1100): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create({ amount, currency: 'usd', capture_method: 'manual' }, { idempotencyKey });

it('an intent is confirmed by the shopper, captured and refunded in part, and no more than captured is refunded', async () => {
  const { id, status } = await intent('life');
  expect(status).toBe('requires_payment_method');
  await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_capture');
  const captured = await stripe.paymentIntents.capture(id, { amount_to_capture: 400 });
  expect(captured).toMatchObject({ status: 'succeeded', amount_received: 400, amount_capturable: 0 });
  await stripe.refunds.create({ payment_intent: id, amount: 100 });
  await expect(stripe.refunds.create({ payment_intent: id, amount: 400 })).rejects.toMatchObject({
    statusCode: 400,
  });
  expect(gateway.events.map(({ type }) => type).slice(-2)).toEqual(['refund.created', 'charge.refunded']);
});

it('a repeated key has one effect and one response, and is refused with other parameters', async () => {
  const first = await intent('again');
  expect((await intent('again')).id).toBe(first.id);
  await expect(intent('again', 2200)).rejects.toMatchObject({
    statusCode: 400,
    rawType: 'idempotency_error',
  });
});

it('after a broken connection the same key gets the original result', async () => {
  gateway.faults.add({ fault: { does: 'answer after', status: 500 } });
  await expect(intent('lost')).rejects.toMatchObject({ statusCode: 500 });
  const found = await intent('lost');
  const made = [...gateway.account.intents.values()].filter(({ id }) => id === found.id);
  expect(made).toHaveLength(1);
});

it.each(['cut before', 'cut after', 'empty answer', 'truncated answer', 'no json'] as const)(
  'no clear answer: %s',
  async (does) => {
    const before = gateway.account.intents.size;
    // The client retries a reset connection once, even with maxNetworkRetries 0.
    gateway.faults.add({ fault: { does } }, { fault: { does } });
    await expect(intent(`fault ${does}`)).rejects.toThrow();
    expect(gateway.account.intents.size - before).toBe(does === 'cut before' ? 0 : 1);
  },
);

it('a declined card is recorded on the intent with its reason', async () => {
  const { id } = await intent('declined');
  await expect(
    stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_chargeDeclined' }),
  ).rejects.toMatchObject({ statusCode: 402, code: 'card_declined' });
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'card_declined' },
  });
});

it('signs its events as the client verifies them', async () => {
  const [event] = gateway.events;
  if (!event) throw new Error('no event');
  const { body, signature } = gateway.signed(event, 'whsec_test');
  expect(stripe.webhooks.constructEvent(body, signature, 'whsec_test').id).toBe(event.id);
  expect(() => stripe.webhooks.constructEvent(body, signature, 'whsec_other')).toThrow();
});
