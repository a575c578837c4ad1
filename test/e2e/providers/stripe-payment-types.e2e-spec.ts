import { amount, customer, StripeDriver } from '../../support/stripe/driver';

// The Stripe provider: customers, payment methods, delayed payments, and what is stored.

let driver: StripeDriver;
let gateway: StripeDriver['gateway'];

beforeAll(async () => {
  driver = await StripeDriver.start();
  ({ gateway } = driver);
});
beforeEach(() => gateway.faults.clear());
afterAll(() => gateway.stop());

describe('a customer whose profile Stripe refuses is created with fewer fields', () => {
  const long = 'x'.repeat(300);
  it.each([
    ['as it is', {}, { name: 'Ann Lee', phone: '+31 6 123', email: 'ann@example.com' }],
    ['phone cut at 20', { phone: '1'.repeat(25) }, { phone: '1'.repeat(20) }],
    ['name cut at 256', { firstName: long, lastName: null }, { name: 'x'.repeat(256) }],
    ['no name, no phone', { firstName: null, lastName: null, phone: null }, { name: null, phone: null }],
    ['an email over 512', { email: `${'x'.repeat(510)}@a.example` }, { email: null, name: 'Ann Lee' }],
    ['an email that is none: without it', { email: 'none' }, { email: null, name: null, phone: null }],
  ])('%s', async (_, profile, made) => {
    const { externalId } = await driver.holder({ ...customer, ...profile });
    expect(gateway.account.customers.get(externalId)).toMatchObject(made);
  });
});

describe('a delayed payment', () => {
  it.each(['pm_oxxo', 'pm_boleto', 'pm_konbini', 'pm_multibanco', 'pm_pix'])(
    '%s: until what Stripe says of it',
    async (name) => {
      const session = await driver.opened({ capture: 'automatic' });
      const { next_action } = gateway.account.confirm(session.externalId, { payment_method: name });
      const shown = (next_action?.[String(next_action['type'])] ?? {}) as Record<string, number>;
      const end = shown['expires_at'] ?? shown['expires_after'] ?? 0;
      expect(await driver.authorize(session)).toMatchObject({
        value: { state: 'requires_action', paidLater: true, expiresAt: new Date(end * 1000).toISOString() },
      });
    },
  );

  it.each(['pm_customer_balance', 'pm_us_bank_account_unverified'])('%s: does not expire', async (name) => {
    const value = await driver.paidWith(name);
    expect(value).toMatchObject({ state: 'requires_action', paidLater: true });
    expect(value).not.toHaveProperty('expiresAt');
  });

  it.each(['pm_cashapp', 'pm_card_authenticationRequired'])(
    '%s is not delayed: it is paid at once',
    async (name) => {
      const value = await driver.paidWith(name);
      expect(value).toMatchObject({ state: 'requires_action' });
      expect(value).not.toHaveProperty('paidLater');
      expect(value).not.toHaveProperty('expiresAt');
    },
  );

  it('a bank debit in processing is one', async () => {
    expect(await driver.paidWith('pm_slow')).toMatchObject({ state: 'processing', paidLater: true });
  });
});

describe('the payment method that paid', () => {
  it.each([
    ['pm_card_visa', { type: 'card', brand: 'visa', last4: '4242', country: 'US', funding: 'credit' }],
    ['pm_apple_pay', { type: 'card', brand: 'visa', wallet: 'apple_pay' }],
    ['pm_ideal', { type: 'ideal', bank: 'rabobank', last4: '5264' }],
  ])('%s is returned with the authorization', async (name, method) => {
    expect(await driver.paidWith(name)).toMatchObject({ state: 'authorized', method });
  });

  it('an authorization has a capture deadline, a captured payment has none', async () => {
    expect(await driver.paidWith('pm_card_visa')).toMatchObject({ captureBefore: expect.any(String) });
    const taken = await driver.paidWith('pm_card_visa', { capture: 'automatic' });
    expect(taken).not.toHaveProperty('captureBefore');
  });

  it.each([
    ['the server', { saveMethod: 'off_session' }, 'off_session'],
    ['the page', { data: { setup_future_usage: 'on_session' } }, 'on_session'],
  ] as const)('a card that %s asked to keep comes back', async (_, requested, usage) => {
    const accountHolder = await driver.holder();
    const session = await driver.opened({ customerId: 'c', accountHolder, ...requested });
    gateway.account.confirm(session.externalId, { payment_method: 'pm_card_mastercard' });
    const { setup_future_usage, payment_method } = driver.intentOf(session);
    expect(setup_future_usage).toBe(usage);
    expect(await driver.authorize(session)).toMatchObject({
      value: { savedMethod: { profileId: payment_method, brand: 'mastercard', last4: '4444', month: 12 } },
    });
  });

  it('a card not to be saved is not attached', async () => {
    const accountHolder = await driver.holder();
    const value = await driver.paidWith('pm_card_visa', { customerId: 'c', accountHolder });
    expect(value).not.toHaveProperty('savedMethod');
  });
});

it.each([
  ['merchant', 'true', { status: 'declined', code: 'authentication_required' }],
  ['shopper', undefined, { value: { state: 'requires_action' } }],
] as const)('a saved card whose bank asks, charged by the %s', async (initiatedBy, off_session, response) => {
  const accountHolder = await driver.holder();
  const card = gateway.account.methodIn({ payment_method: 'pm_card_authenticationRequired' });
  const savedMethod = { profileId: card?.id ?? '' };
  const session = await driver.opened({ customerId: 'c', accountHolder, savedMethod });
  expect(await driver.authorize(session, initiatedBy)).toMatchObject(response);
  expect(gateway.requests.at(-1)?.params['off_session']).toBe(off_session);
});

describe('a page’s options for a session, as in Medusa’s provider', () => {
  it('are sent, and the session’s data has the intent’s id', async () => {
    const data = {
      capture_method: 'automatic',
      payment_method_types: ['card', 'ideal'],
      payment_description: 'A bicycle',
    };
    const session = await driver.opened({ data });
    expect(driver.intentOf(session)).toMatchObject({
      capture_method: 'automatic',
      allowed_payment_method_types: ['card', 'ideal'],
      description: 'A bicycle',
    });
    expect(session.data).toMatchObject({ ...data, id: session.externalId });
  });

  it('are sent when a session is updated, too', async () => {
    const session = await driver.opened();
    const data = { setup_future_usage: 'off_session', capture_method: 'automatic' };
    await driver.stripe.updateSession({ ...driver.keyed(), session, amount, data });
    expect(driver.intentOf(session)).toMatchObject(data);
  });

  it.each([
    [{ capture_method: 'sometimes' }, /capture_method must be one of/],
    [{ setup_future_usage: true }, /setup_future_usage must be a string/],
    [{ payment_method_types: 'card' }, /payment_method_types must be a list/],
    [{ payment_method_types: [] }, /payment_method_types must be a list/],
  ])('%j is refused, and nothing is sent', async (data, message) => {
    const before = gateway.requests.length;
    const response = await driver.stripe.createSession(driver.opening({ data }));
    expect(response).toMatchObject({ status: 'declined', message: expect.stringMatching(message) });
    expect(gateway.requests).toHaveLength(before);
  });
});
