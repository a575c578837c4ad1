// Mutations of the amount due (see mutants.mjs).

const dueFile = 'libs/core/payment-collections/src/due.ts';
const inFlight = 'test/e2e/cross/transactions-in-flight.e2e-spec.ts';
const due = 'test/e2e/cross/amount-due.e2e-spec.ts';

export const DUE_MUTANTS = [
  {
    name: 'what is due ignores credit lines',
    file: dueFile,
    text: '.minus(order.giftCardTotal).minus(creditLineTotal)',
    replacement: '.minus(order.giftCardTotal)',
    notices: [due, 'reduces what is due, at most to zero'],
  },
  {
    name: 'what is due counts credit lines of failed refunds',
    file: dueFile,
    text: 'voidedAt === null',
    replacement: 'voidedAt !== undefined',
    notices: ['test/e2e/webhooks/refunds-at-gateway.e2e-spec.ts', 'is due again once it has failed'],
  },
  {
    name: 'what is due ignores gift cards',
    file: dueFile,
    text: '.minus(order.storeCreditTotal).minus(order.giftCardTotal)',
    replacement: '.minus(order.storeCreditTotal)',
    notices: ['test/e2e/spree/credits.e2e-spec.ts', 'a session made before a gift card'],
  },
  {
    name: 'a canceled order is still payable',
    file: dueFile,
    text: "order.state === 'canceled' ? zero : price",
    replacement: 'price',
    notices: [due, 'what was captured and could not be refunded is owed to the customer'],
  },
  {
    name: 'concurrent captures of two payments take more than is due',
    file: dueFile,
    text: 'outstanding.minus(reserved).minus(capturing)',
    replacement: 'outstanding.minus(reserved)',
    notices: ['test/e2e/cross/collection-limits.e2e-spec.ts', 'of both at once, one succeeds'],
  },
  {
    name: 'a refund reopens the debt',
    file: dueFile,
    text: 'return atLeastZero(refund.minus(refundDue));',
    replacement: 'return atLeastZero(refundDue.minus(refundDue.plus(refund)));',
    notices: [due, 'leaves a credit line named after its reason'],
  },
  {
    name: 'what is payable ignores authorizations in flight',
    file: dueFile,
    text: 'payable: atLeastZero(required.minus(sum(claimed)))',
    replacement: 'payable: atLeastZero(required.minus(sum(covered)))',
    notices: [inFlight, 'also during an authorization in flight'],
  },
];
