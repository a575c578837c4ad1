import { sortable } from './sortable';

const columns = { id: 't.id', title: 't.title' };
const page = sortable('page of things', columns, (order) => `ORDER BY ${order}`);

it('goes by id where nothing else is asked for, and breaks ties by it', () => {
  expect(page().text).toBe('ORDER BY t.id ASC, t.id ASC');
  expect(page({ field: 'title', descending: true }).text).toBe('ORDER BY t.title DESC, t.id DESC');
});

it('names each order apart, for a connection keeps one plan a name', () => {
  const names = [
    page(),
    page({ field: 'title', descending: false }),
    page({ field: 'title', descending: true }),
  ];
  expect(new Set(names.map(({ name }) => name)).size).toBe(3);
});

it('never lets a name that is no field reach the statement', () => {
  const injected = { field: 'constructor' as 'title', descending: false };
  expect(page(injected)).toBe(page());
});
