import { Money } from '@tandem/money';
import { storedCardFrom } from './stored-card';
import { storedCollectionFrom } from './stored-collection';
import { storedPaymentFrom } from './stored-payment';

const yen = (minor: number): Money => Money.of(BigInt(minor), 'JPY');
const at = new Date(1);
const later = new Date(2);
const created = { created_at: at.toISOString(), updated_at: later.toISOString() };

it('a stored collection is read back with each amount in its own place', () => {
  const stored = {
    ...{ store_id: 's', id: 'c', order_id: 'o', currency: 'JPY', metadata: null, version: 3 },
    ...{ amount: 1, authorized: 2, captured: 3, refunded: 4, canceled: 5, reserved: 6 },
    ...{ initiated_at: null, ...created },
  };
  expect(storedCollectionFrom(stored)).toEqual({
    ...{ storeId: 's', id: 'c', orderId: 'o', metadata: null, version: 3n },
    ...{ amount: yen(1), authorized: yen(2), captured: yen(3) },
    ...{ refunded: yen(4), canceled: yen(5), reserved: yen(6) },
    ...{ initiatedAt: null, createdAt: at, updatedAt: later },
  });
});

it('a stored payment is read back with each amount in its own place', () => {
  const stored = {
    ...{
      store_id: 's',
      id: 'p',
      order_id: 'o',
      collection_id: 'c',
      session_id: 'ps',
      payment_method_id: 'm',
    },
    ...{ provider_id: 'pp', number: 'P1', state: 'captured' as const, currency: 'JPY', operations: 7 },
    ...{ authorized: 1, captured: 2, refunded: 3, canceled: 4, capturing: 5, refunding: 6 },
    ...{ reference: 'r', external_id: 'e', card_id: null, paid_with: null, capture_before: null },
    ...{ captured_at: later.toISOString(), canceled_at: null, ...created },
  };
  expect(storedPaymentFrom(stored)).toEqual({
    ...{ storeId: 's', id: 'p', orderId: 'o', collectionId: 'c', sessionId: 'ps', paymentMethodId: 'm' },
    ...{ providerId: 'pp', number: 'P1', state: 'captured', operations: 7 },
    ...{ authorized: yen(1), captured: yen(2), refunded: yen(3) },
    ...{ canceled: yen(4), capturing: yen(5), refunding: yen(6) },
    ...{ reference: 'r', externalId: 'e', cardId: null, paidWith: null, captureBefore: null },
    ...{ capturedAt: later, canceledAt: null, createdAt: at, updatedAt: later },
  });
});

it('a stored card is read back with each text in its own place', () => {
  const stored = {
    ...{ id: 'k', customer_id: 'c', payment_method_id: 'm', provider_id: 'pp', profile_id: 'pm_1' },
    ...{ brand: 'visa', last4: '4242', month: 1, year: 2030, name: 'A', is_default: true },
    updated_at: later.toISOString(),
  };
  expect(storedCardFrom(stored)).toEqual({
    ...{ id: 'k', customerId: 'c', paymentMethodId: 'm', providerId: 'pp', profileId: 'pm_1' },
    ...{ brand: 'visa', last4: '4242', month: 1, year: 2030, name: 'A', isDefault: true },
    updatedAt: later,
  });
});
