import { definedLists, listOf } from './list-of';

const things = listOf({
  name: 'things',
  table: 'things',
  columns: 't.*, (SELECT 1) AS one',
  sort: { id: 't.id', title: 't.title' },
  defaultSort: { field: 'id', descending: true },
  always: 't.deleted_at IS NULL',
  filters: {
    ids: (p) => `t.id = ANY(${p})`,
    placed: () => 't.placed_at IS NOT NULL',
    title: (p) => `t.title = ${p}`,
  },
  searches: { text: { text: 't.text', indexed: 't.text' }, note: { text: 't.note', indexed: 't.text' } },
});

const query = (
  ...requested: Parameters<typeof things.query>
): { page: string; count: string; condition: readonly unknown[] } => {
  const { statements, condition } = things.query(...requested);
  return { page: statements.page.text, count: statements.count.text, condition };
};

it('has no condition for a filter that was not requested', () => {
  expect(query('s', { title: undefined, placed: false })).toMatchObject({
    count: 'SELECT count(*)::int AS count FROM things t WHERE t.store_id = $1 AND t.deleted_at IS NULL',
    condition: ['s'],
  });
});

it('numbers the parameters of the requested filters', () => {
  const { count, condition } = query('s', { title: 'x', placed: true, ids: ['a'] });
  expect(count).toMatch(/\(t.id = ANY\(\$2\)\) AND \(t.placed_at IS NOT NULL\) AND \(t.title = \$3\)$/);
  expect(condition).toEqual(['s', ['a'], 'x']);
});

const IDS =
  'SELECT t.store_id, t.id AS of_id, t.id AS sorted_by FROM things t WHERE t.store_id = $1 AND t.deleted_at IS NULL' +
  ' AND (t.title = $2)';
const PART = 'ORDER BY sorted_by DESC, of_id DESC LIMIT $3 OFFSET $4';
const VISIBLE =
  'JOIN things t ON t.store_id = part.store_id AND t.id = of_id ORDER BY sorted_by DESC, of_id DESC';

it('finds the ids of a page first, and reads whole rows only for them', () => {
  const { page, pageOfFew } = things.query('s', { title: 'x' }).statements;
  expect(page.text).toBe(`SELECT t.*, (SELECT 1) AS one FROM (${IDS} ${PART}) part ${VISIBLE}`);
  expect(pageOfFew?.text).toBe(
    `WITH few AS MATERIALIZED (${IDS}) SELECT t.*, (SELECT 1) AS one FROM (SELECT * FROM few ${PART}) part ${VISIBLE}`,
  );
});

const LIKE = (text: string, parameter: number): string =>
  String.raw`${text} LIKE '%' || regexp_replace(lower($${parameter}), '([\\%_])', '\\\1', 'g') || '%'`;

const find = (
  ...requested: Parameters<typeof things.query>
): { text?: string; condition?: readonly unknown[] } => {
  const { search } = things.query(...requested).statements;
  return { text: search?.find.text, condition: search?.condition };
};

it('looks up the whole search text in the index', () => {
  const { text, condition } = find('s', { title: 'x', text: 'a_text' });
  expect(text).toContain(`(t.title = $2) AND ${LIKE('t.text', 3)}`);
  expect(condition).toEqual(['s', 'x', 'a_text']);
});

it('looks up only a part in the index, and compares each row found with the whole text', () => {
  const requested = ['s', { text: 'a_text' }, undefined, { text: '_te' }] as const;
  const { text, condition } = find(...requested);
  expect(text).toContain(
    `$1 AND t.deleted_at IS NULL AND ${LIKE('t.text', 3)} AND ${LIKE(`(t.text || '')`, 2)}`,
  );
  expect(condition).toEqual(['s', 'a_text', '_te']);
  // Walking the list does not use the index.
  expect(query(...requested)).toMatchObject({
    page: expect.stringContaining(`AND ${LIKE('t.text', 2)} ORDER`),
    condition: ['s', 'a_text'],
  });
});

it('looks up an index that covers more than the searched text, and compares with the searched text', () => {
  expect(find('s', { note: 'x' }).text).toContain(`${LIKE('t.text', 2)} AND ${LIKE('t.note', 2)}`);
});

it('counts and finds search results in one statement, up to a limit', () => {
  const { text } = find('s', { text: 'abc' });
  expect(text).toContain('LIMIT $5 + 1');
  expect(text).toContain('LIMIT CASE WHEN count <= $5 THEN $3 ELSE 0 END OFFSET $4');
  expect(find('s', { text: undefined })).toEqual({});
});

it('keeps no plan, because there is a statement per combination', () => {
  const { page, count } = things.query('s', {}).statements;
  expect([page.isPlannedEachTime, count.isPlannedEachTime]).toEqual([true, true]);
});

it('never puts an unknown field or filter name into the statement', () => {
  const injected = { field: 'constructor' as 'title', descending: true };
  expect(query('s', { ['1=1' as 'title']: 'x' }, injected).page).toContain(
    't.id AS sorted_by FROM things t WHERE t.store_id = $1 AND t.deleted_at IS NULL ORDER BY sorted_by ASC, of_id ASC',
  );
});

it('can be listed', () => {
  expect(definedLists().map(({ definition }) => definition.name)).toContain('things');
});
