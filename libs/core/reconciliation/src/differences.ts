import type { Payment, Sums } from '@tandem/payments';
import type { PaymentAtGateway } from '@tandem/provider-kit';

/** Two records of the same thing that differ. */
export interface Difference {
  /** Which records: stored totals and their rows, ledger and gateway, or an open order and its payments. */
  readonly between:
    | 'totals and entries'
    | 'collection and payments'
    | 'ledger and gateway'
    | 'session and gateway'
    | 'order and payments';
  readonly storeId: string;
  readonly orderId: string;
  /** UUID; null if it concerns a collection, session or order. */
  readonly paymentId: string | null;
  /** UUID of an abandoned session; else null. */
  readonly sessionId: string | null;
  readonly providerId: string | null;
  /** `captured`, `state`, …; `reading` if the gateway gave no clear response. */
  readonly what: string;
  /** Minor units, or a state. */
  readonly ours: string;
  readonly theirs: string;
}

type Totals = Readonly<Record<keyof Sums, { readonly minor: bigint }>>;
export type ReportedDifference = readonly [what: string, ours: string, theirs: string];

const NAMES = ['authorized', 'captured', 'refunded', 'canceled'] as const;

/** The totals that do not match the sums of their rows. */
export function unequalTotals(stored: Totals, sums: Sums): ReportedDifference[] {
  return NAMES.filter((name) => stored[name].minor !== sums[name]).map((name) => [
    name,
    String(stored[name].minor),
    String(sums[name]),
  ]);
}

/** The differences between a payment and its record at the gateway. */
export function differencesFromGateway(payment: Payment, atGateway: PaymentAtGateway): ReportedDifference[] {
  const { authorized, captured, refunded } = payment;
  const pairs: ReportedDifference[] = [
    ['currency', authorized.currency, atGateway.authorized.currency],
    ['captured', String(captured.minor), String(atGateway.captured.minor)],
    ['refunded', String(refunded.minor), String(atGateway.refunded.minor)],
    ['authorized', String(authorized.minor), String(atGateway.authorized.minor)],
    ['state', payment.state, atGateway.state],
  ];
  if (atGateway.canceled)
    pairs.push(['canceled', String(payment.canceled.minor), String(atGateway.canceled.minor)]);
  return pairs.filter(([, ours, theirs]) => ours !== theirs);
}

/** Money that a gateway still has authorized or captured for an abandoned session; nothing if all of it was refunded. */
export function unlikeAbandoned({
  state,
  authorized,
  captured,
  refunded,
}: PaymentAtGateway): ReportedDifference[] {
  if (captured.minor > 0n)
    return captured.minor > refunded.minor ? [['captured', '0', String(captured.minor)]] : [];
  if (state === 'canceled') return [];
  if (authorized.minor > 0n) return [['authorized', '0', String(authorized.minor)]];
  return [['state', 'abandoned', 'open']];
}

export function isInFlight({ capturing, refunding }: Payment): boolean {
  return capturing.isPositive() || refunding.isPositive();
}
