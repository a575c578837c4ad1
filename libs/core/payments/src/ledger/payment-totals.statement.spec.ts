import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { Money } from '@tandem/money';
import { capturable, refundable, type PaymentTotals } from '../payment';
import { PAYMENT, type PaymentState } from '../payment.states';
import * as statements from './payment-totals.statement';

// The statements' own text, as sums: their arithmetic reads the same in SQL and in JavaScript, but for a few words.

interface Row {
  readonly state: PaymentState;
  readonly authorized: number;
  readonly captured: number;
  readonly refunded: number;
  readonly canceled: number;
  readonly capturing: number;
  readonly refunding: number;
}

type Values = readonly [amount: number, states?: readonly string[], target?: string, reserved?: number];

const NEW: Row = {
  ...{ state: 'authorized', authorized: 100, captured: 0, refunded: 0, canceled: 0 },
  ...{ capturing: 0, refunding: 0 },
};

const inJs = (sqlText: string): string =>
  sqlText
    .replaceAll(/CASE WHEN (.+?) THEN (.+?) ELSE (.+?) END/g, '($1 ? $2 : $3)')
    .replaceAll(/CASE WHEN (.+?) THEN (.+?) END/g, '($1 ? $2 : null)')
    .replaceAll(/(\w+) = ANY\((\$\d)\)/g, '$2.includes($1)')
    .replaceAll(/([^<>=]) = /g, '$1 === ')
    .replaceAll(' AND ', ' && ')
    .replaceAll('clock.now', '0');

/** The row after the statement; null if its condition does not hold. */
function after({ text }: { readonly text: string }, row: Row, [amount, ...more]: Values): Row | null {
  const [, set = '', where = ''] =
    /UPDATE payments SET ([\s\S]+), updated_at[\s\S]+\$2 AND ([\s\S]+) RETURNING/.exec(text) ?? [];
  const [$4, $5, $6] = more;
  const context = { ...row, operations: 0, captured_at: null, canceled_at: null, $3: amount, $4, $5, $6 };
  if (!runInNewContext(inJs(where.replaceAll(/\btrue\b/g, '1 > 0')), { ...context })) return null;
  const written = set
    .replaceAll('\n', ' ')
    .split(/,\s+(?=\w+ = )/)
    .map((part): [string, unknown] => {
      const [, column = '', value = ''] = /^\s*(\w+) = ([\s\S]+)$/.exec(part) ?? [];
      return [column, runInNewContext(inJs(value), { ...context })];
    });
  return { ...row, ...Object.fromEntries(written.filter(([column]) => column in row)) };
}

const statesOf = (verb: 'capture' | 'refund' | 'cancel'): readonly string[] =>
  verb === 'cancel'
    ? [...PAYMENT.statesThat('cancel'), ...PAYMENT.statesThat('release')]
    : PAYMENT.statesThat(verb);

const totalsOf = (row: Row): PaymentTotals => {
  const usd = (minor: number): Money => Money.of(BigInt(minor), 'USD');
  return {
    ...{ state: row.state, authorized: usd(row.authorized), captured: usd(row.captured) },
    ...{ refunded: usd(row.refunded), canceled: usd(row.canceled) },
    ...{ capturing: usd(row.capturing), refunding: usd(row.refunding) },
  };
};

function expectSums(row: Row): void {
  const { authorized, captured, refunded, canceled, capturing, refunding } = row;
  for (const sum of [captured, refunded, canceled, capturing, refunding])
    expect(sum).toBeGreaterThanOrEqual(0);
  expect(captured + capturing + canceled).toBeLessThanOrEqual(authorized);
  expect(refunded + refunding).toBeLessThanOrEqual(captured);
}

interface Open {
  readonly verb: 'capture' | 'refund' | 'cancel';
  readonly amount: number;
}

/** The row after a verb begins; null if its statement does not allow it. */
function begun(row: Row, verb: Open['verb'], amount: number): Row | null {
  return after(statements.RESERVE[verb], row, [amount, statesOf(verb)]);
}

function settled(row: Row, { verb, amount }: Open): Row | null {
  const target = verb === 'cancel' ? 'canceled' : 'captured';
  return after(statements.ADD[verb], row, [amount, statesOf(verb), target, amount]);
}

interface Step extends Open {
  readonly act: 'begin' | 'succeed' | 'fail';
}

const steps = fc.array(
  fc.record<Step>({
    act: fc.constantFrom('begin', 'succeed', 'fail'),
    verb: fc.constantFrom('capture', 'refund', 'cancel'),
    amount: fc.integer({ min: 1, max: 120 }),
  }),
  { maxLength: 25 },
);

const failed = (row: Row, { verb, amount }: Open): Row | null =>
  after(statements.RELEASE[verb], row, [amount]);

/** The amount of a void: all that is left. */
const leftOf = ({ authorized, captured, canceled }: Row): number => authorized - captured - canceled;

/** The row after one step; `open` are the verbs in flight, the oldest of which ends first. */
function stepped(row: Row, open: Open[], { act, verb, amount }: Step): Row {
  if (act === 'begin') {
    const requested = verb === 'cancel' ? leftOf(row) : amount;
    const next = requested > 0 ? begun(row, verb, requested) : null;
    if (next === null) return row;
    open.push({ verb, amount: requested });
    return next;
  }
  const ended = open.shift();
  if (!ended) return row;
  const next = act === 'succeed' ? settled(row, ended) : failed(row, ended);
  // A reserved amount can always be settled or released.
  expect(next).not.toBeNull();
  return next ?? row;
}

it('no order of beginning, succeeding and failing verbs makes a total negative or exceed its limit', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const open: Open[] = [];
      let row: Row = NEW;
      for (const step of all) {
        row = stepped(row, open, step);
        expectSums(row);
      }
      const quiet = open.reduce((so, one) => failed(so, one) ?? so, row);
      expect([quiet.capturing, quiet.refunding]).toEqual([0, 0]);
    }),
  );
});

it('a verb begins only if the requested amount is left, in SQL as in TypeScript', () => {
  const captured = fc.integer({ min: 0, max: 60 });
  const capturing = fc.integer({ min: 0, max: 40 });
  const aRow = captured.chain((max) =>
    fc.record({ captured: fc.constant(max), capturing, refunding: fc.integer({ min: 0, max }) }),
  );
  fc.assert(
    fc.property(aRow, fc.integer({ min: 1, max: 120 }), (totals, amount) => {
      const { captured, capturing } = totals;
      const row: Row = { ...NEW, state: captured > 0 ? 'captured' : 'authorized', ...totals };
      const requested = Money.of(BigInt(amount), 'USD');
      const isLeft = requested.atMost(capturable(totalsOf(row)));
      expect(begun(row, 'capture', amount) !== null).toBe(isLeft);
      expect(begun(row, 'cancel', amount) !== null).toBe(isLeft && capturing === 0);
      const isRefundable = captured > 0 && requested.atMost(refundable(totalsOf(row)));
      expect(begun(row, 'refund', amount) !== null).toBe(isRefundable);
    }),
  );
});

it('a void after a partial capture keeps the payment captured; a void of all of it cancels it', () => {
  const inPart: Row = { ...NEW, state: 'captured', captured: 40 };
  const states = statesOf('cancel');
  expect(after(statements.ADD.cancel, inPart, [60, states, 'canceled', 0])).toMatchObject({
    state: 'captured',
    canceled: 60,
  });
  expect(after(statements.ADD.cancel, NEW, [100, states, 'canceled', 0])).toMatchObject({
    state: 'canceled',
    canceled: 100,
  });
});

it('a refund returned by the bank can be refunded again', () => {
  const refunded: Row = { ...NEW, state: 'captured', captured: 100, refunded: 30 };
  expect(after(statements.REVERSE_REFUND, refunded, [30])).toEqual({ ...refunded, refunded: 0 });
});
