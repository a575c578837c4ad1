import { disputesOf, type LedgerEntry } from '@tandem/payments';

type Disputes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a payment's bank disputes, by the gateway's ids of the disputes; Medusa has no place of its own for it. */
export function disputesIn(entries: readonly LedgerEntry[]): { readonly disputes: Disputes } | null {
  const disputes = disputesOf(entries).map(
    ({ reference, state, amount, withdrawn, reinstated, reason, dueBy }): [string, Disputes[string]] => [
      reference,
      {
        status: state,
        amount: amount.toNumber(),
        withdrawn: withdrawn?.toNumber() ?? 0,
        reinstated: reinstated?.toNumber() ?? 0,
        reason,
        due_by: dueBy,
      },
    ],
  );
  return disputes.length === 0 ? null : { disputes: Object.fromEntries(disputes) };
}
