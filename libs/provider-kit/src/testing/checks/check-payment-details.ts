import { strict as assert } from 'node:assert';
import type { Authorization, PaymentMethodDetails, SavedMethod } from '../../contract/payment-provider';
import { holderOf } from './check-saved-methods';
import { valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import { AMOUNT } from '../provider-driver';

// The format of toISOString.
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** The details of an authorization: reported ones are well-formed, requested ones are present. */
export function checkPaymentDetails(kit: Kit): void {
  const { saveAtCheckout, savedMethods } = kit.capabilities.supports;

  kit.check('payment details and the capture deadline are well-formed', async (driver) => {
    for (const capture of ['manual', 'automatic'] as const) {
      const { authorization } = await driver.pay({ capture });
      inspectDetails(authorization);
    }
  });

  kit.check(
    'a card is saved on request, returned with the payment, and pays without the shopper',
    async (driver) => {
      const holder = await holderOf(kit, driver);
      const { authorization } = await driver.pay({ session: { saveMethod: 'off_session', ...holder } });
      const { savedMethod } = authorization as { savedMethod?: SavedMethod };
      assert.ok(savedMethod?.profileId, 'the saved card is returned');
      assert.match(savedMethod.last4, /^\d{4}$/);
      const { profileId } = savedMethod;
      const opened = await driver.createSession({ savedMethod: { profileId }, ...holder });
      const session = valueOf(opened, 'opening a session with the card');
      const response = await driver.authorize(session, { data: {}, initiatedBy: 'merchant' });
      assert.equal(valueOf(response, 'paying without the shopper').state, 'authorized');
    },
    saveAtCheckout ? null : 'capabilities.supports.saveAtCheckout is not true',
  );

  kit.check(
    'without a request no card is saved',
    async (driver) => {
      const { authorization } = await driver.pay();
      assert.equal((authorization as { savedMethod?: SavedMethod }).savedMethod, undefined);
    },
    savedMethods ? null : 'capabilities.supports.savedMethods is false',
  );

  const { paysLater } = kit.options.scenarios;
  kit.check(
    'a payment that is paid later says so, with its deadline; the same key returns the same response',
    async (driver) => {
      const scenario = paysLater ?? {};
      const session = await driver.session(scenario, driver.money(AMOUNT));
      const key = driver.key();
      const first = valueOf(await driver.authorize(session, { scenario, key }), 'paying later');
      assert.ok(first.state === 'requires_action' || first.state === 'processing', 'nothing is captured yet');
      assert.equal(first.paidLater, true);
      if (first.expiresAt !== undefined) expectTime(first.expiresAt, 'expiresAt');
      inspectDetails(first);
    },
    kit.needs('paysLater'),
  );
}

function inspectDetails(authorization: Authorization): void {
  if (authorization.state === 'pending') return;
  if (authorization.method) inspectMethod(authorization.method);
  if (!('captureBefore' in authorization) || authorization.captureBefore === undefined) return;
  assert.equal(authorization.state, 'authorized', 'a captured payment has no capture deadline');
  expectTime(authorization.captureBefore, 'captureBefore');
}

function inspectMethod({ type, last4 = '', country = 'US', brand = '' }: PaymentMethodDetails): void {
  assert.ok(typeof type === 'string' && type !== '', 'the payment method has a type');
  assert.match(last4, /^\w{0,4}$/, 'last4 is at most the last four characters');
  assert.match(country, /^[A-Z]{2}$/, 'country is ISO 3166-1');
  assert.equal(brand, brand.toLowerCase(), 'brand is in lower case');
}

function expectTime(text: string, what: string): void {
  assert.match(text, TIME, `${what} is ISO 8601 in UTC`);
  assert.ok(Date.parse(text) > Date.now(), `${what} is in the future`);
}
