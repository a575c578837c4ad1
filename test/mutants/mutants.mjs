// Hand-made mutations of the money code, each removing one rule, that a test must detect. `notices` names the test file and
// part of the test's name.

import { DUE_MUTANTS } from './due-mutants.mjs';
import { PLACEMENT_MUTANTS } from './placement-mutants.mjs';

const payments = 'libs/core/payments/src/ledger/payment-totals.statement.ts';
const gatewayTransactions = 'libs/core/payments/src/gateway/gateway-transactions.ts';
const keys = 'libs/platform/idempotency/src/idempotency.repository.ts';
const operations = 'libs/core/provider-operations/src/provider-operations.repository.ts';
const statement = 'libs/core/payment-sessions/src/create/create-session.statement.ts';

const inFlight = 'test/e2e/cross/transactions-in-flight.e2e-spec.ts';
const atOnce = 'test/e2e/cross/concurrent-money.e2e-spec.ts';
const repeats = 'test/e2e/cross/idempotency.e2e-spec.ts';
const stalled = 'test/faults/stalled-servers.e2e-spec.ts';
const killed = 'test/faults/killed-servers.e2e-spec.ts';

export const MUTANTS = [
  {
    name: 'a void is accepted during a partial capture',
    file: payments,
    text: 'AND capturing = 0 AND authorized',
    replacement: 'AND authorized',
    notices: [inFlight, 'a void'],
  },
  {
    name: 'a capture takes what another capture has reserved',
    file: payments,
    text: 'authorized - captured - capturing - canceled >= $3',
    replacement: 'authorized - captured - canceled >= $3',
    notices: [inFlight, 'another capture is limited to the rest'],
  },
  {
    name: 'a capture takes more than was authorized',
    file: payments,
    text: 'authorized - captured - capturing - canceled >= $3',
    replacement: 'true',
    notices: [inFlight, 'another capture is limited to the rest'],
  },
  {
    name: 'a refund takes what another refund has reserved',
    file: payments,
    text: 'captured - refunded - refunding >= $3',
    replacement: 'captured - refunded >= $3',
    notices: [atOnce, 'refunds at once'],
  },
  {
    name: 'a declined refund stays reserved',
    file: 'libs/core/payments/src/transactions/record-transaction.ts',
    text: 'await this.payments.release(tx, verb, { storeId, id: paymentId }, amount);',
    replacement: 'await this.payments.lock(tx, storeId, paymentId);',
    notices: [atOnce, 'a refund that the gateway declines'],
  },
  {
    name: 'the rest that a capture releases stays authorized',
    file: 'libs/core/payments/src/transactions/record-transaction.ts',
    text: "verb === 'capture' ? await this.releaseRest(tx, source, payment, reference) : null",
    replacement: 'null',
    notices: ['test/e2e/cross/capture-once-gateways.e2e-spec.ts', 'releases the rest with the capture'],
  },
  {
    name: 'a refund before the order is placed does not reopen what is due',
    file: 'libs/core/payments/src/refund/refund-payment.ts',
    text: 'orderWasPlaced: order.completedAt !== null',
    replacement: 'orderWasPlaced: true',
    notices: [
      'test/e2e/cross/placing-after-captures.e2e-spec.ts',
      'a refund that began before the order was placed',
    ],
  },
  {
    name: 'a capture does not lock its order',
    file: 'libs/core/payments/src/transactions/payment-locks.repository.ts',
    text: 'FOR NO KEY UPDATE OF o`',
    replacement: '`',
    notices: [inFlight, 'a capture waits for an order'],
  },
  {
    name: 'a session is changed to more than is outstanding',
    file: 'libs/core/payment-sessions/src/update/update-payment-session.ts',
    text: 'if (requested.amount && left.lessThan(amount)) throw new AmountExceedsOutstanding(left);',
    replacement: '',
    notices: [inFlight, 'cannot be updated to more'],
  },
  {
    name: 'a session without an amount exceeds the rest during an authorization in flight',
    file: statement,
    text: 'coalesce(r.amount, least(${payable}, r.placed_due)) AS session_amount',
    replacement: 'coalesce(r.amount, least(${payable} + c.reserved, r.placed_due)) AS session_amount',
    notices: [inFlight, 'without an amount is for the rest'],
  },
  {
    name: 'a session of more than the rest is created during an authorization in flight',
    file: statement,
    text: 'greatest(least(${payable}, r.placed_due), 0) AS outstanding',
    replacement: 'greatest(least(${payable} + c.reserved, r.placed_due), 0) AS outstanding',
    notices: [inFlight, 'a session of more than the rest'],
  },
  {
    name: 'an amount is stored in another currency than it was converted to',
    file: statement,
    text: "WHEN amount_currency <> currency THEN 'other_currency'",
    replacement: '',
    notices: ['test/e2e/cross/session-batches.e2e-spec.ts', 'each refusal occurs once'],
  },
  {
    name: 'what is payable ignores what is reserved',
    file: 'libs/core/payment-collections/src/payable.statement.ts',
    text: " - ${column('reserved')})`",
    replacement: ')`',
    notices: [inFlight, 'without an amount is for the rest'],
  },
  {
    name: 'each store credit pays the whole order',
    file: 'libs/core/store-credits/src/credit-shares.ts',
    text: 'remaining(credit).min(missing)',
    replacement: 'remaining(credit).min(max)',
    notices: ['test/e2e/spree/credits.e2e-spec.ts', 'two credits of 10'],
  },
  {
    name: 'a stalled server stores its response',
    file: keys,
    text: 'snapshot = $7\n    WHERE ${OWN_CLAIM} RETURNING state',
    replacement: 'snapshot = $7\n    WHERE ${BY_KEY} AND $4::uuid IS NOT NULL RETURNING state',
    notices: [stalled, 'stores no response'],
  },
  {
    name: 'a stalled server renews its successor’s lease',
    file: keys,
    text: 'SET lease_until = ${LEASE} WHERE ${OWN_CLAIM}',
    replacement: 'SET lease_until = ${LEASE} WHERE ${BY_KEY} AND $4::uuid IS NOT NULL',
    notices: [stalled, 'renews no lease'],
  },
  {
    name: 'a stalled server frees its successor’s key',
    file: keys,
    text: 'DELETE FROM idempotency_keys WHERE ${OWN_CLAIM}',
    replacement: 'DELETE FROM idempotency_keys WHERE ${BY_KEY} AND $4::uuid IS NOT NULL',
    notices: [stalled, 'frees no key'],
  },
  {
    name: 'keys are stored for 24 minutes',
    file: keys,
    text: "now() + interval '24 hours'",
    replacement: "now() + interval '24 minutes'",
    notices: [repeats, 'stores every key for 24 hours'],
  },
  {
    name: 'keys of sessions are stored for 24 minutes',
    file: statement,
    text: "snapshot, now() + interval '24 hours'",
    replacement: "snapshot, now() + interval '24 minutes'",
    notices: [repeats, 'stores every key for 24 hours'],
  },
  {
    name: 'a key replays its response to another request',
    file: 'libs/platform/idempotency/src/replays.ts',
    text: 'if (!claim.isSameRequest(row.fingerprint)) throw new IdempotencyKeyReused();',
    replacement: '',
    notices: [repeats, 'refuses the key with another body'],
  },
  {
    name: 'a cancellation is written while a capture is in flight',
    file: gatewayTransactions,
    text: "if (payment.capturing.isPositive()) throw new TransactionInFlight('capture');",
    replacement: '',
    notices: ['test/faults/events-in-flight.e2e-spec.ts', 'a cancellation'],
  },
  {
    name: 'a retry sends another operation key',
    file: 'libs/core/provider-operations/src/run-operation.ts',
    text: 'seed === null ? null : requestKey(seed, verb, plan.targetId)',
    replacement: 'null',
    notices: [killed, 'a capture whose server was killed'],
  },
  {
    name: 'a retry is refused for a card or method that was removed since',
    file: 'libs/core/provider-operations/src/run-operation.ts',
    text: 'error instanceof CoreError || error instanceof KeyTaken',
    replacement: 'error instanceof KeyTaken',
    notices: ['test/e2e/providers/retries-after-removal.e2e-spec.ts', 'the retry gets its outcome'],
  },
  {
    name: 'a capture takes more than is due for its order',
    file: 'libs/core/payments/src/capture/capture-payment.ts',
    text: 'if (due.lessThan(operation.amount)) throw new CaptureExceedsDue(due);',
    replacement: '',
    notices: ['test/e2e/cross/collection-limits.e2e-spec.ts', 'after a further collection is paid'],
  },
  {
    name: 'an operation is settled twice',
    file: operations,
    text: "AND id = $2 AND state = 'requested' AND ($5::int IS NULL OR attempts = $5) RETURNING id",
    replacement: 'AND id = $2 AND ($5::int IS NULL OR attempts = $5) RETURNING id',
    notices: [atOnce, 'one session completed by ten requests'],
  },
  ...PLACEMENT_MUTANTS,
  ...DUE_MUTANTS,
];
