import type { Payment, Sums } from '@tandem/payments';
import type { PaymentAtGateway } from '@tandem/provider-kit';

/** Two records of the same thing that do not say the same. */
export interface Difference {
  /** Stored totals against the rows they are of, the ledger against the gateway, or an open order against what is paid for it. */
  readonly between:
    | 'totals and entries'
    | 'collection and payments'
    | 'ledger and gateway'
    | 'session and gateway'
    | 'order and payments';
  readonly storeId: string;
  readonly orderId: string;
  /** UUID; null where it is of a collection or a session. */
  readonly paymentId: string | null;
  /** UUID, of a session that was given up; null where it is of something else. */
  readonly sessionId: string | null;
  readonly providerId: string | null;
  /** `captured`, `state`; `reading` where the gateway gave no clear answer. */
  readonly what: string;
  /** Minor units, or a state. */
  readonly ours: string;
  readonly theirs: string;
}

type Totals = Readonly<Record<keyof Sums, { readonly minor: bigint }>>;
export type Said = readonly [what: string, ours: string, theirs: string];

const NAMES = ['authorized', 'captured', 'refunded', 'canceled'] as const;

/** Which totals are not the sums they should be. */
export function unequalTotals(stored: Totals, sums: Sums): Said[] {
  return NAMES.filter((name) => stored[name].minor !== sums[name]).map((name) => [
    name,
    String(stored[name].minor),
    String(sums[name]),
  ]);
}

/** Where a payment's gateway has it otherwise. What is on its way is not settled yet, and no difference. */
export function unlikeGateway(payment: Payment, there: PaymentAtGateway): Said[] {
  const { authorized, captured, refunded } = payment;
  const pairs: Said[] = [
    ['currency', authorized.currency, there.authorized.currency],
    ['captured', String(captured.minor), String(there.captured.minor)],
    ['refunded', String(refunded.minor), String(there.refunded.minor)],
    ['authorized', String(authorized.minor), String(there.authorized.minor)],
    ['state', payment.state, there.state],
  ];
  if (there.canceled) pairs.push(['canceled', String(payment.canceled.minor), String(there.canceled.minor)]);
  return pairs.filter(([, ours, theirs]) => ours !== theirs);
}

/** What a gateway still holds or keeps of a session that was given up; all of it given back is none. */
export function unlikeGivenUp({ state, authorized, captured, refunded }: PaymentAtGateway): Said[] {
  if (captured.minor > 0n)
    return captured.minor > refunded.minor ? [['captured', '0', String(captured.minor)]] : [];
  if (state === 'canceled') return [];
  if (authorized.minor > 0n) return [['authorized', '0', String(authorized.minor)]];
  return [['state', 'given up', 'open']];
}

export function isMoving({ capturing, refunding }: Payment): boolean {
  return capturing.isPositive() || refunding.isPositive();
}
