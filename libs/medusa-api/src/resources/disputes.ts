import type { LedgerEntry } from '@tandem/payments';

type Disputes = Readonly<Record<string, Readonly<Record<string, number>>>>;

const SIDES: Readonly<Partial<Record<LedgerEntry['kind'], 'withdrawn' | 'reinstated'>>> = {
  dispute_withdrawal: 'withdrawn',
  dispute_reinstatement: 'reinstated',
};

/** What banks took in disputes and returned, by the gateway's ids of them; Medusa has no place of its own for it. */
export function disputesIn(entries: readonly LedgerEntry[]): { readonly disputes: Disputes } | null {
  const disputes: Record<string, Record<string, number>> = {};
  for (const { kind, reference, amount } of entries) {
    const side = SIDES[kind];
    if (side === undefined || reference === null) continue;
    disputes[reference] = { withdrawn: 0, reinstated: 0, ...disputes[reference], [side]: amount.toNumber() };
  }
  return Object.keys(disputes).length === 0 ? null : { disputes };
}
