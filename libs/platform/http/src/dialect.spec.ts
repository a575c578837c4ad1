import { dialectOfPath, type Dialect } from './dialect';

const dialect = (name: string, pathPrefix: string | null): Dialect => ({
  name,
  pathPrefix,
  variesBy: [],
  serializeError: () => ({ status: 500, body: null }),
});
const dialects = [dialect('all others', null), dialect('prefixed', '/api/v3/')];

it.each([
  ['/api/v3/store/orders/or_1', 'prefixed'],
  ['/api/v3/nope', 'prefixed'],
  // Express matches paths in any case, so the error must use the dialect of its route.
  ['/API/V3/store/orders/or_1', 'prefixed'],
  ['/api/v30/store', 'all others'],
  ['/store/payment-collections', 'all others'],
  ['/admin/payments', 'all others'],
  ['/', 'all others'],
])('an error on %s uses the dialect of %s', (path, name) => {
  expect(dialectOfPath(dialects, path).name).toBe(name);
});

it('without a dialect for all other paths, the first one answers', () => {
  expect(dialectOfPath([dialect('only', '/api/v3/')], '/store').name).toBe('only');
  expect(() => dialectOfPath([], '/store')).toThrow('no dialect is registered');
});
