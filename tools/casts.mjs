// Where libs may use `as X`, and why no type can express it. check-house.mjs enforces it: at most this many per file.
import ts from 'typescript';

const ALLOWED = new Map([
  // Our own stored JSON, whose shape its version number guarantees.
  ['libs/provider-kit/src/stored-outcome.ts', 2],
  // A row has the columns that its statement selects, which the compiler does not read.
  ['libs/platform/database/src/database.ts', 1],
  // `getTypeParser` is typed by overloads per type; one function serves all.
  ['libs/platform/database/src/connections/open-connections.ts', 2],
  // Third-party code, checked when it is used (use-plugins.ts); the kit does not depend on Nest's types.
  ['libs/platform/plugins/src/load-plugins.ts', 1],
  ['libs/platform/plugins/src/plugins.module.ts', 1],
  // Each replacement class was checked to have the `run` of the act that it replaces.
  ['libs/platform/plugins/src/replacements.ts', 1],
  // passport-jwt's types lack KeyObject, and each request runs on its own copy of the strategy.
  ['libs/platform/auth/src/tokens/jwt-strategy.ts', 3],
  // Object.fromEntries loses the key names that the return type promises.
  ['libs/dialects/spree/src/money/spree-display.ts', 1],
  // Our decimals are numeric strings; Intl's type wants a template literal type.
  ['libs/dialects/spree/src/money/spree-amount.ts', 1],
  // Stripe's package types an event's object by the event's type, which is a plain string here.
  ['libs/core/payment-providers/src/stripe/events/stripe-events.ts', 2],
  ['libs/core/payment-providers/src/stripe/payments/stripe-payment-details.ts', 1],
]);

/** Libs that move money: no casts at all. */
const MONEY = new RegExp(
  `^libs/(core/(${[
    ...['payments', 'payment-sessions', 'provider-operations', 'payment-collections'],
    ...['checkout', 'orders', 'store-credits'],
  ].join('|')})|platform/(money|idempotency))/`,
);

export const MAX_CASTS = 40;

/** `as const` is no cast. */
export const isCast = (node) =>
  (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && node.type.getText() !== 'const';

export const castsAllowedIn = (path) => (MONEY.test(path) ? 0 : (ALLOWED.get(path) ?? 0));

export const castsAllowedInAll = () => [...ALLOWED.values()].reduce((sum, count) => sum + count, 0);
