import { listQueryProblems } from './list-query';

const SUPPORTED = ['page', 'limit', 'q[email_eq]', 'search'];

it.each([
  {},
  { page: '2', limit: '10' },
  { page: 'x', limit: '-1' },
  { q: { email_eq: 'a@b.c' }, search: 'x' },
  { q: {} },
  { fields: 'id', expand: 'payments', locale: 'en', currency: 'USD' },
])('%j is served', (query) => expect(listQueryProblems(query, SUPPORTED)).toEqual([]));

it.each([
  [{ q: { total_gt: '5' } }, 'total_gt is not a filter of this list'],
  [{ q: { email_not_eq: 'a@b.c' } }, 'email_not_eq is not a filter of this list'],
  [{ q: { m: 'or' } }, 'm is not a filter of this list'],
  [{ q: { g: { 0: { email_eq: 'x' } } } }, 'g is not a filter of this list'],
  [{ q: 'a@b.c' }, 'q is not a filter of this list'],
  [{ q: ['x'] }, 'q is not a filter of this list'],
  [{ email_eq: 'a@b.c' }, 'email_eq is not a filter of this list'],
  [{ 'q[email_eq': 'a@b.c' }, 'q[email_eq is not a filter of this list'],
  [{ filter: { email: 'x' } }, 'filter is not a filter of this list'],
  [{ sort: '-created_at' }, 'sort is not an order of this list'],
  [{ q: { s: 'email desc' } }, 's is not an order of this list'],
  [{ q: { email_eq: '' } }, "email_eq can't be blank"],
  [{ q: { email_eq: ' ' } }, "email_eq can't be blank"],
  [{ search: '' }, "search can't be blank"],
  [{ q: { email_eq: ['a', 'b'] } }, 'email_eq must be a single text'],
  [{ q: { email_eq: [] } }, 'email_eq must be a single text'],
  [{ q: { email_eq: { in: 'a' } } }, 'email_eq must be a single text'],
  [{ search: ['a', 'b'] }, 'search must be a single text'],
  [{ search: 'x'.repeat(256) }, 'search is too long (maximum is 255 characters)'],
])('%j: %s', (query, words) => {
  const problems = listQueryProblems(query, SUPPORTED);
  expect(problems.map(({ constraints }) => constraints['filter'])).toEqual([words]);
});

it('a list without pages refuses them', () => {
  expect(listQueryProblems({ page: '1', limit: '1' }, []).map(({ path }) => path)).toEqual(['page', 'limit']);
});
