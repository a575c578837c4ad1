// Mutations of when and how an order is placed (see mutants.mjs).

const placement = 'libs/core/checkout/src/place-order/place-order-step.ts';
const coverage = 'libs/core/checkout/src/place-order/order-coverage.ts';
const rule = 'libs/core/checkout/src/place-order/placement-rule.ts';
const placements = 'libs/core/orders/src/placements.repository.ts';
const placing = 'libs/core/checkout/src/place-order/place-covered-order.ts';
const inFlight = 'test/e2e/cross/in-flight.e2e-spec.ts';
const placedOnce = 'test/e2e/cross/placed-once-covered.e2e-spec.ts';
const leaving = 'test/e2e/cross/money-leaving.e2e-spec.ts';

export const PLACEMENT_MUTANTS = [
  {
    name: 'money that a look-up finds places nothing',
    file: 'libs/core/gateway-events/src/apply/adds-money.ts',
    text: "|| value.state === 'authorized' || value.state === 'captured'",
    replacement: '',
    notices: [placedOnce, 'an order that has become dearer'],
  },
  {
    name: 'an order is placed that nobody has asked for',
    file: rule,
    text: "return isRequested ? { is: 'place' } : keepOpen('It is paid but was not completed');",
    replacement: "return { is: 'place' };",
    notices: [placedOnce, 'stays theirs to complete'],
  },
  {
    name: 'an order is placed that lacks something',
    file: rule,
    text: 'if (missing) return keepOpen(missing.message);',
    replacement: '',
    notices: [placedOnce, 'a cart without an email'],
  },
  {
    name: 'an order is placed that is covered in part',
    file: coverage,
    text: 'return dueOf(order, [stays]).uncovered.isZero();',
    replacement:
      'return !dueOf(order, [stays]).paymentTotal.isZero() || dueOf(order, [stays]).uncovered.isZero();',
    notices: [leaving, 'it is decided once the refund'],
  },
  {
    name: 'an order is placed on money that is on its way back',
    file: coverage,
    text: 'collection.refunded.plus(leaving)',
    replacement: 'collection.refunded',
    notices: [leaving, 'it is decided once the refund'],
  },
  {
    name: 'an order is placed on money that is being let go',
    file: 'libs/core/payments/src/transactions/money-in-flight.ts',
    text: "verb === 'refund' || verb === 'cancel'",
    replacement: "verb === 'refund'",
    notices: [leaving, 'a void is on its way'],
  },
  {
    name: 'a void begins while its order is being placed',
    file: 'libs/core/payments/src/transactions/reserve-transaction.ts',
    text: 'await this.orders.lockState(tx, found.storeId, found.orderId, EVERY_ORDER)',
    replacement: 'await this.orders.find(tx, found.storeId, { id: found.orderId }, EVERY_ORDER)',
    notices: [inFlight, 'a void waits for an order'],
  },
  {
    name: 'what waited for a refund is forgotten',
    file: placing,
    text: 'if (locked !== null && locked.order.placementRequestedAt !== null) await this.settle(tx, locked, true);',
    replacement: '',
    notices: [leaving, 'it is decided once the refund'],
  },
  {
    name: 'a placed order is placed once more',
    file: 'libs/core/checkout/src/order-locks.ts',
    text: "if (state !== 'open') return null;",
    replacement: '',
    notices: [placedOnce, 'an order that its shopper has paid and'],
  },
  {
    name: 'the worker looks at orders before their time',
    file: placements,
    text: `const IS_DUE = 'placement_due_at <= now()';`,
    replacement: `const IS_DUE = 'placement_due_at IS NOT NULL';`,
    notices: [placedOnce, 'is not named while its shopper has the time'],
  },
  {
    name: 'the wish to place an order is not written before its payment',
    file: 'libs/core/payment-sessions/src/complete/complete-payment-session.ts',
    text: 'if (placing) await this.placements.request(tx, order);',
    replacement: 'if (placing) return;',
    notices: [placedOnce, 'has written before that the order is to be placed'],
  },
  {
    name: 'the wish to place an order outlives a decline',
    file: placing,
    text: 'if (order.placementDueAt !== null) await this.placements.forget(tx, order);',
    replacement: '',
    notices: [placedOnce, 'a declined card leaves a cart as any other'],
  },
  {
    name: 'the credit of a placed order stays held',
    file: placement,
    text: 'await this.credit.spend(tx, order);',
    replacement: '',
    notices: ['test/e2e/spree/credits.e2e-spec.ts', 'placing an order spends the credit'],
  },
  {
    name: 'a placed order’s other sessions stay open',
    file: placement,
    text: 'await this.sessions.run(tx, order.storeId, order.id);',
    replacement: '',
    notices: ['test/e2e/spree/session-life.e2e-spec.ts', 'several pay one order together'],
  },
];
