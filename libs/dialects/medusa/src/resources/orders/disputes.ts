import { disputesOf, type LedgerEntry } from '@tandem/payments';

type Disputes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A payment's disputes, by the gateway's ids; Medusa has no property for them. */
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
