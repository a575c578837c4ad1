import { medusaId } from '@tandem/medusa';
import { spreeId } from '@tandem/spree';
import {
  ReconcileClosings,
  ReconcileOrders,
  ReconcilePayments,
  type Difference,
} from '@tandem/reconciliation';
import { command } from './command';

// A refund may fail a month after it was made.
const DAYS = 30;

/** Ledger against gateways: `tandem reconcile [--days=30] [--json]`. Each difference is a line; the exit code is 1 where there is one. */
export const reconcile = command({
  options: { days: { type: 'string' } },
  takesArgument: false,
  async run(app, { days: asked, json }) {
    const differences: Difference[] = [];
    const days = daysIn(asked);
    const tell = (difference: Difference): void => void differences.push(difference);
    await app.get(ReconcilePayments).run(days, tell);
    await app.get(ReconcileClosings).run(days, tell);
    await app.get(ReconcileOrders).run(tell);
    const exitCode = differences.length > 0 ? 1 : 0;
    if (json) return { text: JSON.stringify({ days, differences: differences.map(jsonOf) }), exitCode };
    const lines = differences.map(lineOf);
    return { text: [...lines, `${differences.length} differences in ${days} days`].join('\n'), exitCode };
  },
});

function daysIn(asked: string | undefined): number {
  if (asked === undefined) return DAYS;
  if (!/^[1-9]\d{0,3}$/.test(asked)) throw new Error('--days must be a whole number from 1 to 9999');
  return Number(asked);
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
  const of =
    (paymentId && spreeId('payment', paymentId)) ??
    (sessionId && spreeId('paymentSession', sessionId)) ??
    spreeId('order', orderId);
  return `${of}${providerId === null ? '' : ` (${providerId})`}: ${between}: ${what} is ${ours} here, ${theirs} there`;
}
