import 'reflect-metadata';
import * as customers from '@tandem/customers';
import * as auth from '@tandem/auth';
import * as catalog from '@tandem/catalog';
import * as checkout from '@tandem/checkout';
import { CoreError, RestoredError, toStoredError } from '@tandem/context';
import * as vault from '@tandem/customer-vault';
import * as logins from '@tandem/logins';
import { medusaDialect } from '@tandem/medusa';
import { Money } from '@tandem/money';
import * as orders from '@tandem/orders';
import * as collections from '@tandem/payment-collections';
import * as methods from '@tandem/payment-methods';
import * as sessions from '@tandem/payment-sessions';
import * as payments from '@tandem/payments';
import { spreeDialect } from '@tandem/spree';
import * as staff from '@tandem/staff';
import * as credits from '@tandem/store-credits';
import * as stores from '@tandem/stores';

type ErrorClass = new (...args: unknown[]) => CoreError;

const AMOUNT = Money.parse('1.00', 'USD');
const UUID = '0197f000-0000-7000-8000-000000000001';

/** What their constructors take, where it is not some text. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  AmountExceedsOutstanding: [AMOUNT],
  AmountNotOfSession: [AMOUNT, AMOUNT],
  CaptureExceedsDue: [AMOUNT],
  PaymentDeclined: [{ status: 'declined', code: 'card_declined', message: 'The card was declined' }],
  ProviderNotEnabled: ['pp_x_default', UUID],
  ScopesBeyondOwn: [['write_orders']],
  SessionAmountStale: [AMOUNT],
  SettingsInvalid: [{ api_key: 'is required' }],
  VariantNotFound: [[UUID, 'variant_x']],
  VariantWithoutPrice: ['USD', [UUID]],
};

const CLASSES = [
  ...[customers, logins, staff, auth, catalog, checkout, vault, orders, collections],
  ...[methods, sessions, payments, credits, stores],
]
  .flatMap((lib): [string, unknown][] => Object.entries(lib))
  .filter((entry): entry is [string, ErrorClass] => {
    const [, value] = entry;
    return typeof value === 'function' && value.prototype instanceof CoreError;
  });

const PATHS = [
  '/api/v3/store/orders/or_x',
  '/api/v3/store/carts/cart_x',
  '/api/v3/admin/orders/or_x',
  '/store/carts/cart_x',
];

it('the libs’ errors are found', () => {
  expect(CLASSES.map(([name]) => name)).toEqual(
    expect.arrayContaining([...Object.keys(ARGUMENTS), 'OrderNotFound']),
  );
});

it.each(CLASSES)('%s is said by both dialects as it was, once it was stored', (name, Class) => {
  const error = new Class(...(ARGUMENTS[name] ?? ['some text', 'more', 'and more']));
  const restored = RestoredError.from(toStoredError(error));
  for (const path of PATHS)
    for (const dialect of [spreeDialect, medusaDialect])
      expect(dialect.serializeError(restored, path)).toEqual(dialect.serializeError(error, path));
});

it('what is no stored refusal is not read as one', () => {
  expect(() =>
    RestoredError.from({ code: 'x', kind: 'odd', message: 'x', field: null, details: {} }),
  ).toThrow();
});
