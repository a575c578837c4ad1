import { sortable } from './sortable';

const columns = { id: 't.id', title: 't.title' };
const page = sortable('page of things', columns, (order) => `ORDER BY ${order}`);

it('sorts by id by default, and breaks ties by it', () => {
  expect(page().text).toBe('ORDER BY t.id ASC, t.id ASC');
  expect(page({ field: 'title', descending: true }).text).toBe('ORDER BY t.title DESC, t.id DESC');
});

it('names each order separately, because a connection caches one plan per name', () => {
  const names = [
    page(),
    page({ field: 'title', descending: false }),
    page({ field: 'title', descending: true }),
  ];
  expect(new Set(names.map(({ name }) => name)).size).toBe(3);
});

it('never puts an unknown field name into the statement', () => {
  const injected = { field: 'constructor' as 'title', descending: false };
  expect(page(injected)).toBe(page());
});
