import { CLOCK, sql } from '@tandem/database';
import { addToCollection, type PaymentTotal } from '@tandem/payment-collections';
import { paymentColumns } from '../payment-columns.statement';

// Only these statements change a payment's totals, each with its own condition: zero rows mean that the amount is no longer left.

const change = (name: string, set: string, where = 'true'): ReturnType<typeof sql> =>
  sql(
    name,
    `UPDATE payments SET ${set}, updated_at = clock.now FROM ${CLOCK}
      WHERE store_id = $1 AND id = $2 AND ${where} RETURNING ${paymentColumns()}`,
  );

const RESERVE_CAPTURE = change(
  'reserve capture',
  'capturing = capturing + $3, operations = operations + 1',
  'state = ANY($4) AND authorized - captured - capturing - canceled >= $3',
);
const RESERVE_REFUND = change(
  'reserve refund',
  'refunding = refunding + $3, operations = operations + 1',
  'state = ANY($4) AND captured - refunded - refunding >= $3',
);
// A cancellation in flight also counts in `capturing`, so that no capture begins meanwhile.
const RESERVE_CANCELLATION = change(
  'reserve cancellation',
  'capturing = capturing + $3, operations = operations + 1',
  'state = ANY($4) AND capturing = 0 AND authorized - captured - canceled >= $3',
);
const RELEASE_CAPTURE = change('release capture', 'capturing = capturing - $3');
const RELEASE_REFUND = change('release refund', 'refunding = refunding - $3');
// Lock order: the collection before the payment. $7: the collection.
const add = (name: string, total: PaymentTotal, set: string): ReturnType<typeof sql> =>
  sql(
    name,
    `WITH collection AS (${addToCollection(total, { storeId: '$1', id: '$7', amount: '$3' })} RETURNING id)
     UPDATE payments SET ${set}, updated_at = clock.now FROM ${CLOCK}, collection
      WHERE payments.store_id = $1 AND payments.id = $2 AND state = ANY($4) RETURNING ${paymentColumns()}`,
  );

const ADD_CAPTURE = add(
  'add capture',
  'captured',
  `state = $5, capturing = capturing - $6, captured = captured + $3,
   captured_at = CASE WHEN captured + $3 = authorized THEN clock.now END`,
);
const ADD_REFUND = add(
  'add refund',
  'refunded',
  'state = $5, refunding = refunding - $6, refunded = refunded + $3',
);
// A refunded payment is captured and stays so.
export const REVERSE_REFUND = change('reverse refund', 'refunded = refunded - $3');
// A partly captured payment stays captured; only the rest is canceled.
const ADD_CANCELLATION = add(
  'add cancellation',
  'canceled',
  `state = CASE WHEN captured = 0 THEN $5 ELSE state END, capturing = capturing - $6, canceled = canceled + $3,
   canceled_at = CASE WHEN captured = 0 THEN clock.now ELSE canceled_at END`,
);

export const RESERVE = { capture: RESERVE_CAPTURE, refund: RESERVE_REFUND, cancel: RESERVE_CANCELLATION };
export const ADD = { capture: ADD_CAPTURE, refund: ADD_REFUND, cancel: ADD_CANCELLATION };
export const RELEASE = { capture: RELEASE_CAPTURE, refund: RELEASE_REFUND, cancel: RELEASE_CAPTURE };
