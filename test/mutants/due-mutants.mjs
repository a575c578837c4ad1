// Mutations of the amount due (see mutants.mjs).

const whatIsDue = 'libs/core/payment-collections/src/due.ts';
const inFlight = 'test/e2e/cross/in-flight.e2e-spec.ts';
const due = 'test/e2e/cross/due.e2e-spec.ts';

export const DUE_MUTANTS = [
  {
    name: 'what is due ignores credit lines',
    file: whatIsDue,
    text: '.minus(order.giftCardTotal).minus(creditLineTotal)',
    replacement: '.minus(order.giftCardTotal)',
    notices: [due, 'takes off what is due, up to it'],
  },
  {
    name: 'what is due counts credit lines of refunds that came back',
    file: whatIsDue,
    text: 'voidedAt === null',
    replacement: 'voidedAt !== undefined',
    notices: ['test/e2e/webhooks/refunds-elsewhere.e2e-spec.ts', 'is due again once it has failed'],
  },
  {
    name: 'what is due ignores gift cards',
    file: whatIsDue,
    text: '.minus(order.storeCreditTotal).minus(order.giftCardTotal)',
    replacement: '.minus(order.storeCreditTotal)',
    notices: ['test/e2e/spree/credits.e2e-spec.ts', 'a session made before a gift card'],
  },
  {
    name: 'a canceled order is owed for',
    file: whatIsDue,
    text: "order.state === 'canceled' ? zero : price",
    replacement: 'price',
    notices: [due, 'what was captured and could not be refunded is owed back'],
  },
  {
    name: 'captures at once of two payments take more than is due',
    file: whatIsDue,
    text: 'outstanding.minus(reserved).minus(capturing)',
    replacement: 'outstanding.minus(reserved)',
    notices: ['test/e2e/cross/collecting.e2e-spec.ts', 'both at once: one of them'],
  },
  {
    name: 'a refund reopens the debt',
    file: whatIsDue,
    text: 'return atLeastZero(refund.minus(refundDue));',
    replacement: 'return atLeastZero(refundDue.minus(refundDue.plus(refund)));',
    notices: [due, 'leaves a credit line named after its reason'],
  },
  {
    name: 'what is payable forgets what is reserved',
    file: whatIsDue,
    text: 'payable: atLeastZero(required.minus(sum(claimed)))',
    replacement: 'payable: atLeastZero(required.minus(sum(covered)))',
    notices: [inFlight, 'nor beside an authorization in flight'],
  },
];
