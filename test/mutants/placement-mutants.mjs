// Mutations of when and how an order is placed (see mutants.mjs).

const placeOrderStep = 'libs/core/checkout/src/place-order/place-order-step.ts';
const coverage = 'libs/core/checkout/src/place-order/order-coverage.ts';
const rule = 'libs/core/checkout/src/place-order/placement-rule.ts';
const placements = 'libs/core/orders/src/placements.repository.ts';
const placeCovered = 'libs/core/checkout/src/place-order/place-covered-order.ts';
const inFlight = 'test/e2e/cross/transactions-in-flight.e2e-spec.ts';
const placedOnce = 'test/e2e/cross/placed-once-covered.e2e-spec.ts';
const leaving = 'test/e2e/cross/placing-during-refunds.e2e-spec.ts';

export const PLACEMENT_MUTANTS = [
  {
    name: 'a payment found by a look-up does not place its order',
    file: 'libs/core/gateway-events/src/apply/adds-money.ts',
    text: "|| value.state === 'authorized' || value.state === 'captured'",
    replacement: '',
    notices: [placedOnce, 'an order whose total has increased'],
  },
  {
    name: 'an order is placed without a request',
    file: rule,
    text: "return isRequested ? { is: 'place' } : keepOpen('It is paid but was not completed');",
    replacement: "return { is: 'place' };",
    notices: [placedOnce, 'can still be completed by its shopper'],
  },
  {
    name: 'an incomplete order is placed',
    file: rule,
    text: 'if (missing) return keepOpen(missing.message);',
    replacement: '',
    notices: [placedOnce, 'a cart without an email'],
  },
  {
    name: 'a partly covered order is placed',
    file: coverage,
    text: 'return dueOf(order, [stays]).uncovered.isZero();',
    replacement:
      'return !dueOf(order, [stays]).paymentTotal.isZero() || dueOf(order, [stays]).uncovered.isZero();',
    notices: [leaving, 'the order is decided once the refund'],
  },
  {
    name: 'an order is placed on money that is being refunded',
    file: coverage,
    text: 'collection.refunded.plus(leaving)',
    replacement: 'collection.refunded',
    notices: [leaving, 'the order is decided once the refund'],
  },
  {
    name: 'an order is placed on money that is being voided',
    file: 'libs/core/payments/src/transactions/money-in-flight.ts',
    text: "verb === 'refund' || verb === 'cancel'",
    replacement: "verb === 'refund'",
    notices: [leaving, 'a void is pending'],
  },
  {
    name: 'a void begins while its order is being placed',
    file: 'libs/core/payments/src/transactions/payment-locks.repository.ts',
    text: 'FOR NO KEY UPDATE OF o, p`',
    replacement: 'FOR NO KEY UPDATE OF p`',
    notices: [inFlight, 'a void waits for an order'],
  },
  {
    name: 'an order that waits for a refund is not checked again',
    file: placeCovered,
    text: 'if (locked !== null && locked.order.placementRequestedAt !== null) await this.settle(tx, locked, true);',
    replacement: '',
    notices: [leaving, 'the order is decided once the refund'],
  },
  {
    name: 'a placed order is placed again',
    file: 'libs/core/checkout/src/order-locks.ts',
    text: "return state === 'open' ? this.toPlace(tx, ctx, id) : null;",
    replacement: 'return this.toPlace(tx, ctx, state && id);',
    notices: [placedOnce, 'an order that its shopper has paid and'],
  },
  {
    name: 'the worker checks orders before they are due',
    file: placements,
    text: `const IS_DUE = 'placement_due_at <= now()';`,
    replacement: `const IS_DUE = 'placement_due_at IS NOT NULL';`,
    notices: [placedOnce, 'is not listed while its shopper has time'],
  },
  {
    name: 'the placement request is not written before the payment',
    file: 'libs/core/payment-sessions/src/complete/complete-payment-session.ts',
    text: 'if (placing) await this.placements.requestPlacement(tx, order);',
    replacement: 'if (placing) return;',
    notices: [placedOnce, 'has already stored the request to place the order'],
  },
  {
    name: 'the placement request remains after a decline',
    file: placeCovered,
    text: 'if (order.placementDueAt !== null) await this.placements.cancelRequest(tx, order);',
    replacement: '',
    notices: [placedOnce, 'a declined card leaves an ordinary cart'],
  },
  {
    name: 'the credit of a placed order stays reserved',
    file: placeOrderStep,
    text: 'await this.credit.spend(tx, order);',
    replacement: '',
    notices: ['test/e2e/spree/credits.e2e-spec.ts', 'placing an order spends the credit'],
  },
  {
    name: 'a placed order’s other sessions stay open',
    file: placeOrderStep,
    text: 'await this.sessions.cancelInCollection(tx, details.payment)',
    replacement: 'details.payment',
    notices: ['test/e2e/spree/session-expiry.e2e-spec.ts', 'several sessions pay one order'],
  },
];
