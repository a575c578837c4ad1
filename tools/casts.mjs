// Where libs may say `as X`, and why no type says it there. check-house.mjs holds the list: each file at most as many as here.
import ts from 'typescript';

const ALLOWED = new Map([
  // Stored JSON of our own, in a form that its version vouches for.
  ['libs/provider-kit/src/stored-outcome.ts', 2],
  // A row has the columns that its statement selects, which the compiler does not read.
  ['libs/platform/database/src/database.ts', 1],
  // `getTypeParser` is typed by overloads per type; one function answers for all.
  ['libs/platform/database/src/connections/open-connections.ts', 2],
  // Strangers' code, checked when it is used (use-plugins.ts); Nest's types are none of the kit's.
  ['libs/platform/plugins/src/load-plugins.ts', 1],
  ['libs/platform/plugins/src/plugins.module.ts', 1],
  // The map holds a class for each act that was checked to be run as the act is.
  ['libs/platform/plugins/src/replacements.ts', 1],
  // passport-jwt's types know no KeyObject, and a strategy is run on a copy of its own.
  ['libs/platform/auth/src/tokens/jwt-strategy.ts', 3],
  // Object.fromEntries forgets the names, which the type of the function promises.
  ['libs/dialects/spree/src/money/spree-display.ts', 1],
  // Our decimals are numeric text; Intl's type wants it in a literal type.
  ['libs/dialects/spree/src/money/spree-amount.ts', 1],
  // Stripe's package types the object of an event by the event's type, which is a text to us.
  ['libs/core/payment-providers/src/stripe/events/stripe-events.ts', 2],
  ['libs/core/payment-providers/src/stripe/payments/stripe-payment-details.ts', 1],
]);

/** The libs through which money goes: none at all. */
const MONEY = new RegExp(
  `^libs/(core/(${[
    ...['payments', 'payment-sessions', 'provider-operations', 'payment-collections'],
    ...['checkout', 'orders', 'store-credits'],
  ].join('|')})|platform/(money|idempotency))/`,
);

export const MOST_CASTS = 40;

/** `as const` asserts nothing. */
export const isCast = (node) =>
  (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && node.type.getText() !== 'const';

export const castsAllowedIn = (path) => (MONEY.test(path) ? 0 : (ALLOWED.get(path) ?? 0));

export const castsAllowedInAll = () => [...ALLOWED.values()].reduce((sum, count) => sum + count, 0);
