import { strict as assert } from 'node:assert';
import type { Authorization, PaymentMethodDetails, SavedMethod } from '../../contract/payment-provider';
import { holderOf } from './check-saved-methods';
import { valueOf } from '../inspect-answer';
import type { Kit } from '../kit';
import { AMOUNT } from '../provider-driver';

// As toISOString writes it.
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What comes with an authorization besides its state. What is told has its form; what was asked for is told. */
export function checkPaymentDetails(kit: Kit): void {
  const { saveAtCheckout, savedMethods } = kit.capabilities.supports;

  kit.check('what paid, and until when it is held, are told in the contract’s forms', async (driver) => {
    for (const capture of ['manual', 'automatic'] as const) {
      const { authorization } = await driver.pay({ capture });
      inspectDetails(authorization);
    }
  });

  kit.check(
    'a card that is to be kept is told with the payment, and pays without the shopper',
    async (driver) => {
      const holder = await holderOf(kit, driver);
      const { authorization } = await driver.pay({ session: { saveMethod: 'off_session', ...holder } });
      const { savedMethod } = authorization as { savedMethod?: SavedMethod };
      assert.ok(savedMethod?.profileId, 'the card that was kept is told');
      assert.match(savedMethod.last4, /^\d{4}$/);
      const { profileId } = savedMethod;
      const opened = await driver.createSession({ savedMethod: { profileId }, ...holder });
      const session = valueOf(opened, 'opening a session with the card');
      const answer = await driver.authorize(session, { data: {}, initiatedBy: 'merchant' });
      assert.equal(valueOf(answer, 'paying without the shopper').state, 'authorized');
    },
    saveAtCheckout ? null : 'capabilities.supports.saveAtCheckout is not true',
  );

  kit.check(
    'a card that nobody asked to keep is not kept',
    async (driver) => {
      const { authorization } = await driver.pay();
      assert.equal((authorization as { savedMethod?: SavedMethod }).savedMethod, undefined);
    },
    savedMethods ? null : 'capabilities.supports.savedMethods is false',
  );

  const { paysLater } = kit.options.scenarios;
  kit.check(
    'what is paid later says so, and until when; the same key has the same answer',
    async (driver) => {
      const scenario = paysLater ?? {};
      const session = await driver.session(scenario, driver.money(AMOUNT));
      const key = driver.key();
      const first = valueOf(await driver.authorize(session, { scenario, key }), 'paying later');
      assert.ok(first.state === 'requires_action' || first.state === 'processing', 'nothing is taken yet');
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
  assert.equal(authorization.state, 'authorized', 'what is captured lapses no more');
  expectTime(authorization.captureBefore, 'captureBefore');
}

function inspectMethod({ type, last4 = '', country = 'US', brand = '' }: PaymentMethodDetails): void {
  assert.ok(typeof type === 'string' && type !== '', 'what paid has a type');
  assert.match(last4, /^\w{0,4}$/, 'last4 is the end, and no more');
  assert.match(country, /^[A-Z]{2}$/, 'country is ISO 3166-1');
  assert.equal(brand, brand.toLowerCase(), 'brand is in lower case');
}

function expectTime(text: string, what: string): void {
  assert.match(text, TIME, `${what} is ISO 8601 in UTC`);
  assert.ok(Date.parse(text) > Date.now(), `${what} is to come`);
}
