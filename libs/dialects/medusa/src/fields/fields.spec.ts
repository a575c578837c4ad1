import { many, one, optional, readFields, render, type Relation, type Resource } from './fields';

interface Leaf {
  readonly id: string;
  readonly amount: number;
}
interface Tree {
  readonly id: string;
  readonly amount: number;
  readonly leaves: readonly Leaf[];
  readonly last: Leaf | null;
}

const leaf: Resource<Leaf> = {
  fields: { id: ({ id }) => id, amount: ({ amount }) => amount, raw: () => 'r', sum: () => 3 },
  relations: {},
  onlyByName: ['sum'],
};
const tree: Resource<Tree> = {
  fields: { id: ({ id }) => id, amount: ({ amount }) => amount, note: () => null },
  relations: {
    leaves: many(
      () => leaf,
      ({ leaves }: Tree) => leaves,
    ),
    last: one(
      () => leaf,
      ({ last }: Tree) => last,
    ),
    linked: one(
      () => leaf,
      ({ last }: Tree) => last,
      { stub: false, scalars: ['amount'] },
    ),
  },
};

const LEAF = { id: 'l', amount: 1 };
const TREE: Tree = { id: 't', amount: 2, leaves: [LEAF], last: LEAF };
const DEFAULTS = ['id', 'amount', '*leaves'];
const WHOLE = { id: 'l', amount: 1, raw: 'r' };

it.each([
  [undefined, { id: 't', amount: 2, leaves: [WHOLE] }],
  ['amount', { id: 't', amount: 2 }],
  ['note,leaves.id', { id: 't', note: null, leaves: [{ id: 'l' }] }],
  ['leaves.amount', { id: 't', leaves: [{ id: 'l', amount: 1 }] }],
  ['+note', { id: 't', amount: 2, note: null, leaves: [WHOLE] }],
  ['-amount', { id: 't', leaves: [WHOLE] }],
  ['-leaves', { id: 't', amount: 2 }],
  ['-leaves.raw', { id: 't', amount: 2, leaves: [{ id: 'l', amount: 1 }] }],
  ['id,*last', { id: 't', last: WHOLE }],
  ['id,*last.nope', { id: 't', last: WHOLE }],
  ['nope,__proto__,constructor.name,leaves.nope.deeper', { id: 't', leaves: [{ id: 'l' }] }],
  [' note', { id: 't', amount: 2, note: null, leaves: [WHOLE] }],
  [' note, -amount', { id: 't', note: null, leaves: [WHOLE] }],
  ['  +note ', { id: 't', amount: 2, note: null, leaves: [WHOLE] }],
  ['amount, note', { id: 't', amount: 2, note: null }],
  ['leaves.*,-amount', { id: 't', leaves: [WHOLE] }],
  ['amount,leaves.*', { id: 't', amount: 2, leaves: [WHOLE] }],
  ['last.*', { id: 't', amount: 2, leaves: [WHOLE], last: WHOLE }],
  ['+*last', { id: 't', amount: 2, leaves: [WHOLE], last: WHOLE }],
  [' last.*', { id: 't', amount: 2, leaves: [WHOLE], last: WHOLE }],
  ['-*leaves', { id: 't', amount: 2 }],
  ['-leaves.*', { id: 't', amount: 2 }],
  ['leaves', { id: 't', leaves: [{ id: 'l' }] }],
  ['linked', { id: 't', linked: { id: 'l', amount: 1 } }],
  ['linked.raw', { id: 't', linked: { id: 'l', raw: 'r' } }],
  ['id,*linked', { id: 't', linked: WHOLE }],
  ['id,*linked,linked.sum', { id: 't', linked: { ...WHOLE, sum: 3 } }],
  [' , ,', { id: 't', amount: 2, leaves: [WHOLE] }],
])('fields=%s', (fields, shown) => {
  expect(render(tree, TREE, readFields(fields, DEFAULTS))).toEqual(shown);
});

it('handles a thousand fields and a path of a thousand dots', () => {
  const fields = [...Array.from({ length: 1000 }, (_, i) => `f${i}`), 'leaves.'.repeat(1000)].join(',');
  expect(render(tree, TREE, readFields(fields, DEFAULTS))).toMatchObject({ id: 't' });
});

it('shows a missing relation as null', () => {
  expect(render(tree, { ...TREE, last: null }, readFields('last.id', DEFAULTS))).toEqual({
    id: 't',
    last: null,
  });
});

it('selects nothing that a route does not allow, but always its defaults', () => {
  const allowed = ['id', 'leaves'];
  const shown = (fields?: string): unknown => render(tree, TREE, readFields(fields, DEFAULTS, allowed));
  expect(shown()).toEqual({ id: 't', amount: 2, leaves: [WHOLE] });
  expect(shown('+note,*last,+last.id')).toEqual(shown());
  expect(shown('note,*last,leaves.id')).toEqual({ id: 't', leaves: [{ id: 'l' }] });
});

it('omits an optional relation without a value, and shows the companions of a requested field', () => {
  const both: Resource<Tree> = {
    fields: { id: ({ id }) => id, sum: () => 1, parts: () => [1] },
    relations: { last: optional(tree.relations['last'] as Relation<Tree>) },
    companions: { parts: ['sum'] },
  };
  const shown = (fields: string, last: Leaf | null): string =>
    JSON.stringify(render(both, { ...TREE, last }, readFields(fields, [])));
  expect(shown('last.id', null)).toBe('{"id":"t"}');
  expect(shown('last.id', LEAF)).toBe('{"id":"t","last":{"id":"l"}}');
  expect(shown('sum', null)).toBe('{"id":"t","sum":1,"parts":[1]}');
});
