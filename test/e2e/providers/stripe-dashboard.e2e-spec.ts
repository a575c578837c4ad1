import { amount, settings, StripeDriver } from '../../support/stripe/driver';
import { KEY_WITHOUT_RIGHTS, OTHER_SECRET_KEY, RESTRICTED_KEY, SECRET_KEY } from '../../support/stripe/keys';

// The Stripe provider, as staff see it: keys, orders in the Dashboard, refunds, lost responses, other provider ids.

let driver: StripeDriver;
let gateway: StripeDriver['gateway'];
let stripe: StripeDriver['stripe'];

beforeAll(async () => {
  driver = await StripeDriver.start();
  ({ gateway, stripe } = driver);
});
beforeEach(() => gateway.faults.clear());
afterAll(() => gateway.stop());

describe('an order in Stripe’s Dashboard', () => {
  const order = {
    number: 'R123456789',
    email: 'ann@example.com',
    shipping: { name: 'Ann Lee', line1: 'Street 1', city: 'Delft', postalCode: '2611', country: 'NL' },
    statementSuffix: 'R123456789*',
  };

  it('is found by its number, with receipt, address and statement descriptor', async () => {
    expect(driver.intentOf(await driver.opened({ order }))).toMatchObject({
      description: 'Order R123456789',
      metadata: { order_number: 'R123456789' },
      receipt_email: 'ann@example.com',
      shipping: { name: 'Ann Lee', address: { line1: 'Street 1', postal_code: '2611', country: 'NL' } },
      statement_descriptor_suffix: 'R123456789',
    });
  });

  it('whose email Stripe refuses is paid without it, and is found by its number', async () => {
    const session = await driver.opened({ order: { ...order, email: 'none' } });
    expect(driver.intentOf(session)).toMatchObject({
      description: 'Order R123456789',
      metadata: { order_number: 'R123456789' },
      receipt_email: null,
    });
  });

  it('keeps its number when the session is updated', async () => {
    const session = await driver.opened();
    const change = { ...driver.keyed(), session, amount, data: {}, order };
    expect(await stripe.updateSession(change)).toMatchObject({ status: 'succeeded' });
    expect(gateway.requests.at(-1)?.params['description']).toBe('Order R123456789');
  });
});

describe('why a refund was refused', () => {
  it.each([
    ['balance_insufficient', 'balance_insufficient', /balance .* too low/],
    ['charge_disputed', 'charge_disputed', /disputed/],
    ['charge_already_refunded', 'already_refunded', /already fully refunded/],
    ['charge_not_refundable', 'refund_not_supported', /cannot be refunded through/],
  ])('%s', async (theirs, code, message) => {
    const payment = await driver.taken();
    gateway.account.refundRefusal = theirs;
    const response = await stripe.refund({ ...driver.keyed(), payment, amount });
    gateway.account.refundRefusal = null;
    expect(response).toMatchObject({ status: 'declined', code, message: expect.stringMatching(message) });
  });

  it('a pending refund is pending, also when it is looked up, until it succeeds', async () => {
    const payment = await driver.taken('pm_card_pendingRefund');
    const request = { ...driver.keyed(), payment, amount };
    const response = await stripe.refund(request);
    expect(response).toMatchObject({ value: { state: 'pending' } });
    const { operationKey } = request;
    const lookUp = { operationKey, settings, verb: 'refund', externalId: payment.externalId } as const;
    expect(await stripe.lookUp(lookUp)).toEqual(response);
    gateway.account.settleRefund((response as { value: { reference: string } }).value.reference);
    expect(await stripe.lookUp(lookUp)).toMatchObject({ value: { state: 'succeeded' } });
  });
});

describe('a key', () => {
  const check = (secret_key: string): Promise<unknown> | undefined =>
    stripe.checkSettings?.({ settings: { ...settings, secret_key } });

  it.each([
    ['of the account', SECRET_KEY],
    ['with what a paste leaves', `\n ${SECRET_KEY}\r\n`],
    ['that is restricted', RESTRICTED_KEY],
  ])('%s is checked and valid', async (_, key) => expect(await check(key)).toEqual({ status: 'ok' }));

  it.each([
    ['without rights', KEY_WITHOUT_RIGHTS, /permission/],
    ['that is unknown', 'sk_test_unknown', /unknown/],
    ['that is publishable', 'pk_test_standin', /publishable/],
  ])('%s is refused with its setting’s name, and not shown', async (_, key, words) => {
    const response = await check(key);
    expect(response).toEqual({ status: 'invalid', problems: { secret_key: expect.stringMatching(words) } });
    expect(JSON.stringify(response)).not.toContain(key);
  });

  it('is not called invalid while Stripe does not respond', async () => {
    const cut = { fault: { does: 'cut before' } as const, route: /^GET/ };
    gateway.faults.add(cut, cut);
    expect(await check(SECRET_KEY)).toMatchObject({ status: 'unreachable' });
  });

  it('stored with a line break works, and a secret key stored as publishable is not shown', async () => {
    const stored = { secret_key: `${SECRET_KEY}\n`, publishable_key: 'sk_live_oops' };
    expect((await driver.opened({ settings: stored })).data).not.toHaveProperty('publishable_key');
    const setup = await stripe.createSetupSession?.({
      ...{ ...driver.keyed(), settings: stored, setupSessionId: 's', customerId: 'c', data: {} },
      accountHolder: await driver.holder(),
    });
    expect(JSON.stringify(setup)).not.toContain('sk_live');
    expect(setup).toMatchObject({
      value: {
        data: { customer_id: expect.stringMatching(/^cus_/), ephemeral_key_secret: expect.any(String) },
      },
    });
  });

  it.each([
    ['secret_key', ['sk_test_1', 'rk_live_1'], ['pk_test_1', 'sk_1', 'sk_test_', 'whsec_1']],
    ['publishable_key', ['pk_test_1', 'pk_live_1'], ['sk_live_1', 'rk_test_1', 'pk_1']],
    ['webhook_secret', ['whsec_1'], ['sk_test_1', 'we_1']],
  ])('%s has its own format', (key, right, wrong) => {
    const { pattern = '' } = stripe.capabilities.settings?.find((setting) => setting.key === key) ?? {};
    const form = new RegExp(`^(?:${pattern})$`);
    expect([...right, ...wrong].filter((value) => form.test(value))).toEqual(right);
  });

  it('of another account does not find this account’s customer, and the error says so', async () => {
    const other = { settings: { ...settings, secret_key: OTHER_SECRET_KEY } };
    const setup = { ...driver.keyed(), ...other, setupSessionId: 's', customerId: 'c', data: {} };
    const refused = await stripe.createSetupSession?.({ ...setup, accountHolder: await driver.holder() });
    expect(refused).toMatchObject({ status: 'declined', code: 'account_holder_unknown' });
  });
});

it('a session whose response was lost is found by repeating its key: one intent, and no list is read', async () => {
  const { operationKey, settings: _, ...requested } = driver.opening();
  const before = gateway.account.intents.size;
  gateway.faults.add({ fault: { does: 'answer after', status: 500 } });
  const again = { ...requested, operationKey, settings };
  expect(await stripe.createSession(again)).toMatchObject({ status: 'unknown' });
  const lookUp = { operationKey, settings, verb: 'create_session', externalId: null, amount } as const;
  const found = await stripe.lookUp({ ...lookUp, opening: requested });
  expect(found).toMatchObject({ status: 'succeeded' });
  expect(await stripe.createSession(again)).toEqual(found);
  expect(gateway.account.intents.size - before).toBe(1);
});

it.each([
  ['pp_stripe-bancontact_stripe', ['EUR'], 'bancontact'],
  ['pp_stripe-blik_stripe', ['PLN'], 'blik'],
  ['pp_stripe-giropay_stripe', ['EUR'], 'giropay'],
  ['pp_stripe-ideal_stripe', ['EUR'], 'ideal'],
  ['pp_stripe-przelewy24_stripe', ['EUR', 'PLN'], 'p24'],
  ['pp_stripe-promptpay_stripe', ['THB'], 'promptpay'],
  ['pp_stripe-oxxo_stripe', ['MXN'], 'oxxo'],
])(
  '%s captures at once, in its currencies, with its one payment method type',
  async (id, currencies, type) => {
    const one = driver.provider(id);
    expect(one.capabilities).toMatchObject({
      currencies,
      gateway: 'stripe',
      hooks: [`/hooks/payment/${id.slice(3)}`],
      supports: { capture: 'once', partialCapture: false, savedMethods: false },
    });
    const refused = await one.createSession(driver.opening({ amount: { minor: 11_000n, currency: 'CHF' } }));
    expect(refused).toMatchObject({ status: 'declined', code: 'unsupported_currency' });
    const money = { minor: 11_000n, currency: currencies[0] ?? '' };
    expect(driver.intentOf(await driver.opened({ amount: money }, one))).toMatchObject({
      capture_method: 'automatic',
      allowed_payment_method_types: [type],
    });
  },
);
