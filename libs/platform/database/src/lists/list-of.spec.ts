import { definedLists, listOf } from './list-of';

const things = listOf({
  name: 'things',
  table: 'things',
  columns: 't.*, (SELECT 1) AS one',
  sort: { id: 't.id', title: 't.title' },
  otherwise: { field: 'id', descending: true },
  always: 't.deleted_at IS NULL',
  filters: {
    ids: (p) => `t.id = ANY(${p})`,
    placed: () => 't.placed_at IS NOT NULL',
    title: (p) => `t.title = ${p}`,
    text: (p) => `t.text LIKE ${p}`,
  },
  searches: ['text'],
});

const query = (
  ...asked: Parameters<typeof things.query>
): { page: string; count: string; those: readonly unknown[] } => {
  const { statements, those } = things.query(...asked);
  return { page: statements.page.text, count: statements.count.text, those };
};

it('has no condition of a filter that was not asked for', () => {
  expect(query('s', { title: undefined, placed: false })).toMatchObject({
    count: 'SELECT count(*)::int AS count FROM things t WHERE t.store_id = $1 AND t.deleted_at IS NULL',
    those: ['s'],
  });
});

it('numbers the parameters of those that were', () => {
  const { count, those } = query('s', { title: 'x', placed: true, ids: ['a'] });
  expect(count).toMatch(/\(t.id = ANY\(\$2\)\) AND \(t.placed_at IS NOT NULL\) AND \(t.title = \$3\)$/);
  expect(those).toEqual(['s', ['a'], 'x']);
});

const IDS =
  'SELECT t.store_id, t.id AS of_id, t.id AS sorted_by FROM things t WHERE t.store_id = $1 AND t.deleted_at IS NULL' +
  ' AND (t.title = $2)';
const PART = 'ORDER BY sorted_by DESC, of_id DESC LIMIT $3 OFFSET $4';
const SHOWN =
  'JOIN things t ON t.store_id = part.store_id AND t.id = of_id ORDER BY sorted_by DESC, of_id DESC';

it('finds the ids of a page first, and reads only its rows whole', () => {
  const { page, pageOfFew } = things.query('s', { title: 'x' }).statements;
  expect(page.text).toBe(`SELECT t.*, (SELECT 1) AS one FROM (${IDS} ${PART}) part ${SHOWN}`);
  expect(pageOfFew?.text).toBe(
    `WITH few AS MATERIALIZED (${IDS}) SELECT t.*, (SELECT 1) AS one FROM (SELECT * FROM few ${PART}) part ${SHOWN}`,
  );
});

it('says of a search that it is one', () => {
  const isSearch = (filters: Parameters<typeof things.query>[1]): boolean | undefined =>
    things.query('s', filters).statements.isSearch;
  expect([isSearch({ title: 'x' }), isSearch({ text: undefined }), isSearch({ text: 'x' })]).toEqual([
    false,
    false,
    true,
  ]);
});

it('keeps no plan, for there are as many statements as combinations', () => {
  const { page, count } = things.query('s', {}).statements;
  expect([page.isPlannedEachTime, count.isPlannedEachTime]).toEqual([true, true]);
});

it('never lets a name that is no field or filter reach the statement', () => {
  const injected = { field: 'constructor' as 'title', descending: true };
  expect(query('s', { ['1=1' as 'title']: 'x' }, injected).page).toContain(
    't.id AS sorted_by FROM things t WHERE t.store_id = $1 AND t.deleted_at IS NULL ORDER BY sorted_by ASC, of_id ASC',
  );
});

it('can be listed', () => {
  expect(definedLists().map(({ definition }) => definition.name)).toContain('things');
});
