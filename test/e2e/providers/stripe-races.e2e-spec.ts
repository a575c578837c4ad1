import type { PaymentProvider, ProviderSession } from '@tandem/provider-kit';
import { SECRET_KEY, StripeStandIn } from '../../support/stripe/stand-in';

// The built Stripe provider against the fake Stripe: changes by the shopper, the Dashboard or time between two of its steps.

const { StripeProvider } = jest.requireActual<
  Record<'StripeProvider', new (options: object) => PaymentProvider>
>('../../../dist/libs/core/payment-providers/src/stripe/stripe.provider.js');

const settings = { secret_key: SECRET_KEY };
const amount = { minor: 11_000n, currency: 'USD' };
const zero = { ...amount, minor: 0n };
const ten = { ...amount, minor: 1_000n };

let gateway: StripeStandIn;
let stripe: PaymentProvider;
let keys = 0;

beforeAll(async () => {
  gateway = await StripeStandIn.start();
  stripe = new StripeProvider({ apiUrl: gateway.url });
});
beforeEach(() => gateway.faults.clear());
afterAll(() => gateway.stop());

const keyed = (): { operationKey: string; settings: typeof settings } => ({
  operationKey: `key ${++keys}`,
  settings,
});

async function opened(profileId?: string): Promise<ProviderSession> {
  const of = { sessionId: 's', storeId: 'st', orderId: 'o', customerId: null, data: {}, amount };
  const saved = profileId === undefined ? {} : { savedMethod: { profileId } };
  const made = await stripe.createSession({ ...keyed(), ...of, capture: 'manual', ...saved });
  if (made.status !== 'succeeded') throw new Error(JSON.stringify(made));
  return made.value;
}

async function locked(): Promise<{ reference: string; externalId: string }> {
  const { externalId } = await opened();
  gateway.account.confirm(externalId, { payment_method: 'pm_card_visa' });
  return { reference: externalId, externalId };
}

it('a payment that the page confirms between two of the server’s steps is read, not refused', async () => {
  const session = await opened('pm_card_visa');
  gateway.faults.add({ fault: { does: 'wait', ms: 500 }, route: /confirm$/ });
  const requested = stripe.authorize({
    ...keyed(),
    session,
    amount,
    capture: 'manual',
    initiatedBy: 'shopper',
    data: {},
  });
  setTimeout(() => gateway.account.confirm(session.externalId, {}), 200);
  expect(await requested).toMatchObject({
    status: 'succeeded',
    value: { state: 'authorized', reference: session.externalId },
  });
});

it('a partial capture in the Dashboard is not canceled: the part is captured', async () => {
  const payment = await locked();
  gateway.account.capture(payment.externalId, { amount_to_capture: '4000' });
  const request = keyed();
  expect(await stripe.cancel({ ...request, payment })).toMatchObject({ code: 'not_cancelable' });
  const lookUp = { ...request, verb: 'cancel' as const, externalId: payment.externalId, amount };
  expect(await stripe.lookUp(lookUp)).toEqual({ status: 'never_received' });
});

it('a capture repeated after its key has expired gets the same response', async () => {
  const request = { ...keyed(), payment: await locked(), amount };
  const first = await stripe.capture(request);
  gateway.keys.forget();
  expect(await stripe.capture(request)).toEqual(first);
  expect(first.status).toBe('succeeded');
});

it('an amount update whose response was lost is found in the intent', async () => {
  const session = await opened();
  const request = {
    ...keyed(),
    verb: 'update_session' as const,
    externalId: session.externalId,
    amount: ten,
  };
  expect(await stripe.lookUp(request)).toEqual({ status: 'never_received' });
  gateway.account.updateIntent(session.externalId, { amount: '1000' });
  const { client_secret } = gateway.account.intent(session.externalId);
  expect(await stripe.lookUp(request)).toEqual({
    status: 'succeeded',
    value: { externalId: session.externalId, data: { id: session.externalId, client_secret } },
  });
});

it('an unpaid intent has no authorization', async () => {
  const { externalId } = await opened();
  const payment = { reference: externalId, externalId };
  expect(await stripe.readPayment?.({ payment, settings })).toMatchObject({
    value: { authorized: zero, captured: zero },
  });
});

it('a customer deleted from the account pays as a guest', async () => {
  const of = { sessionId: 's', storeId: 'st', orderId: 'o', customerId: 'c', data: {}, amount };
  const request = { ...keyed(), ...of, accountHolder: { externalId: 'cus_of_test_mode', data: {} } };
  const made = await stripe.createSession({ ...request, capture: 'manual' });
  if (made.status !== 'succeeded') throw new Error(JSON.stringify(made));
  const { externalId, data } = made.value;
  expect(gateway.account.intent(externalId)).toMatchObject({ customer: null, amount: 11_000 });
  expect(data).not.toHaveProperty('customer_id');
  expect(await stripe.createSession({ ...request, capture: 'manual' })).toEqual(made);
  const { operationKey, settings: _, ...opening } = { ...request, capture: 'manual' as const };
  const lookUp = { operationKey, settings, verb: 'create_session' as const, externalId: null, amount };
  expect(await stripe.lookUp({ ...lookUp, opening })).toMatchObject({ value: { externalId } });
});

describe('a response about another object is not trusted', () => {
  it('when a payment is read, captured or canceled', async () => {
    const payment = await locked();
    gateway.account.intents.set(payment.externalId, gateway.account.intent((await locked()).externalId));
    const request = { ...keyed(), payment };
    expect(await stripe.capture({ ...request, amount })).toMatchObject({ status: 'unknown' });
    expect(await stripe.cancel(request)).toMatchObject({ status: 'unknown' });
    expect(await stripe.readPayment?.(request)).toMatchObject({ status: 'unknown' });
  });

  it('when a payment is refunded', async () => {
    const payment = await locked();
    gateway.account.capture(payment.externalId, {});
    const request = { ...keyed(), payment, amount: ten };
    expect(await stripe.refund(request)).toMatchObject({ status: 'succeeded' });
    gateway.keys.forget();
    const settled = gateway.account.refund.bind(gateway.account);
    gateway.account.refund = (params) => Object.assign(settled(params), { payment_intent: 'pi_of_another' });
    expect(await stripe.refund(request)).toMatchObject({ status: 'unknown' });
    gateway.account.refund = settled;
  });

  it('when a customer or a setup is created', async () => {
    const customer = { id: 'c', email: 'a@b.c', firstName: null, lastName: null, phone: null };
    const create = gateway.account.createCustomer.bind(gateway.account);
    gateway.account.createCustomer = (params) => Object.assign(create(params), { metadata: {} });
    expect(await stripe.createAccountHolder?.({ ...keyed(), customer })).toMatchObject({ status: 'unknown' });
    gateway.account.createCustomer = create;
    const [one, two] = [create({}), create({})];
    const setups = { setupSessionId: 's', customerId: 'c', data: {} };
    const made = await stripe.createSetupSession?.({
      ...keyed(),
      ...setups,
      accountHolder: { externalId: one.id, data: {} },
    });
    if (made?.status !== 'succeeded') throw new Error('no setup');
    const { externalId } = made.value;
    const setup = gateway.account.setups.get(externalId);
    if (setup) gateway.account.setups.set(externalId, { ...setup, id: 'seti_of_another', customer: two.id });
    const requested = stripe.completeSetupSession?.({ ...keyed(), setupSession: made.value, data: {} });
    expect(await requested).toMatchObject({ status: 'unknown' });
  });
});
