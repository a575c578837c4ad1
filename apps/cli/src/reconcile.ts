import { medusaId } from '@tandem/medusa';
import { spreeId } from '@tandem/spree';
import {
  ReconcileCancellations,
  ReconcileOrders,
  ReconcilePayments,
  type Difference,
} from '@tandem/reconciliation';
import { command } from './command';

// A refund can fail up to a month after it was created.
const DAYS = 30;

/** Compares the ledger with the gateways: `tandem reconcile [--days=30] [--json]`. Prints a line per difference; exits with 1 if there are any. */
export const reconcile = command({
  options: { days: { type: 'string' } },
  takesArgument: false,
  async run(app, { days: daysOption, json }) {
    const differences: Difference[] = [];
    const days = daysIn(daysOption);
    const report = (difference: Difference): void => void differences.push(difference);
    await app.get(ReconcilePayments).run(days, report);
    await app.get(ReconcileCancellations).run(days, report);
    await app.get(ReconcileOrders).run(report);
    const exitCode = differences.length > 0 ? 1 : 0;
    if (json) return { text: JSON.stringify({ days, differences: differences.map(jsonOf) }), exitCode };
    const lines = differences.map(lineOf);
    return { text: [...lines, `${differences.length} differences in ${days} days`].join('\n'), exitCode };
  },
});

function daysIn(text: string | undefined): number {
  if (text === undefined) return DAYS;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error('--days must be a whole number from 1 to 9999');
  return Number(text);
}

function jsonOf({
  storeId,
  orderId,
  paymentId,
  sessionId,
  providerId,
  between,
  what,
  ours,
  theirs,
}: Difference): object {
  return {
    between,
    what,
    ours,
    theirs,
    store_id: spreeId('store', storeId),
    order_id: spreeId('order', orderId),
    payment_id: paymentId && spreeId('payment', paymentId),
    session_id: sessionId && spreeId('paymentSession', sessionId),
    medusa_payment_id: paymentId && medusaId('payment', paymentId),
    provider_id: providerId,
  };
}

function lineOf({
  orderId,
  paymentId,
  sessionId,
  providerId,
  between,
  what,
  ours,
  theirs,
}: Difference): string {
  const id =
    (paymentId && spreeId('payment', paymentId)) ??
    (sessionId && spreeId('paymentSession', sessionId)) ??
    spreeId('order', orderId);
  return `${id}${providerId === null ? '' : ` (${providerId})`}: ${between}: ${what} is ${ours} here, ${theirs} there`;
}
