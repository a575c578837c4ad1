import { Money } from '@tandem/money';
import { DISPUTE_KIND, disputesOf } from './dispute';
import type { DisputeState } from './dispute.states';
import type { LedgerEntry } from '../ledger/ledger-entry';

const AMOUNT = Money.of(4000n, 'USD');

function entry(state: keyof typeof DISPUTE_KIND, reference = 'dp_1', more = {}): LedgerEntry {
  return { kind: DISPUTE_KIND[state], reference, amount: AMOUNT, dispute: null, ...more } as LedgerEntry;
}

it.each<[string, (keyof typeof DISPUTE_KIND)[], DisputeState]>([
  ['an opening alone', ['opened'], 'opened'],
  ['money taken', ['opened', 'withdrawn'], 'withdrawn'],
  ['money returned', ['opened', 'withdrawn', 'reinstated'], 'reinstated'],
  ['a decision after the money came back', ['opened', 'withdrawn', 'reinstated', 'won'], 'won'],
  ['money that comes back after the decision', ['opened', 'withdrawn', 'won', 'reinstated'], 'won'],
  ['an opening that comes last', ['withdrawn', 'lost', 'opened'], 'lost'],
  ['money taken, reported before the opening', ['withdrawn', 'opened'], 'withdrawn'],
])('%s: the state of a dispute is that of its furthest event', (_, states, state) => {
  expect(disputesOf(states.map((each) => entry(each)))).toMatchObject([{ state }]);
});

it('lists several disputes of one payment separately, each with its reason and due date', () => {
  const dispute = { reason: 'fraudulent', dueBy: '2026-12-10T00:00:00.000Z' };
  const found = disputesOf([
    entry('opened', 'dp_1', { dispute }),
    entry('opened', 'dp_2'),
    entry('withdrawn', 'dp_1'),
  ]);
  expect(found).toMatchObject([
    { reference: 'dp_1', state: 'withdrawn', withdrawn: AMOUNT, reinstated: null, ...dispute },
    { reference: 'dp_2', state: 'opened', withdrawn: null, reason: null, dueBy: null },
  ]);
});

it('returns no dispute where nothing is disputed', () => {
  expect(disputesOf([{ kind: 'capture', reference: 'ch_1', amount: AMOUNT } as LedgerEntry])).toEqual([]);
});
