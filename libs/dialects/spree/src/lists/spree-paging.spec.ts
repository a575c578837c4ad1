import type { Request } from 'express';
import { pagingOf, serializePage } from './spree-paging';

const request = (query: Record<string, string>): Request => ({ query }) as unknown as Request;

it.each([
  [{}, { limit: 25, offset: 0 }],
  [
    { page: '3', limit: '10' },
    { limit: 10, offset: 20 },
  ],
  [
    { page: '0', limit: '0' },
    { limit: 1, offset: 0 },
  ],
  [
    { page: '-1', limit: '1000' },
    { limit: 100, offset: 0 },
  ],
  [
    { page: '1; DROP', limit: ['2'] },
    { limit: 25, offset: 0 },
  ],
])('%j is %j', (query, paging) => expect(pagingOf(query)).toEqual(paging));

it('describes the position of the page in the list', () => {
  const present = serializePage((item: number) => ({ item }));
  expect(present({ items: [3, 4], count: 5 }, request({ page: '2', limit: '2' }))).toEqual({
    data: [{ item: 3 }, { item: 4 }],
    meta: { page: 2, limit: 2, count: 5, pages: 3, from: 3, to: 4, in: 2, previous: 1, next: 3 },
  });
  expect(present({ items: [], count: 0 }, request({})).meta).toMatchObject({
    pages: 1,
    from: 0,
    to: 0,
    previous: null,
    next: null,
  });
});
