import { dialectOfPath, type Dialect } from './dialect';

const speaking = (name: Dialect['name']): Dialect => ({
  name,
  serializeError: () => ({ status: 500, body: null }),
});
const dialects = [speaking('medusa'), speaking('spree')];

it.each([
  ['/api/v3/store/orders/or_1', 'spree'],
  ['/api/v3/nope', 'spree'],
  // Express matches paths in any case, so the error must use the dialect of its route.
  ['/API/V3/store/orders/or_1', 'spree'],
  ['/api/v30/store', 'medusa'],
  ['/store/payment-collections', 'medusa'],
  ['/admin/payments', 'medusa'],
  ['/', 'medusa'],
])('an error on %s uses the dialect of %s', (path, name) => {
  expect(dialectOfPath(dialects, path).name).toBe(name);
});
