import { dialectOfPath, type Dialect } from './dialect';

const speaking = (name: Dialect['name']): Dialect => ({
  name,
  serializeError: () => ({ status: 500, body: null }),
});
const dialects = [speaking('medusa'), speaking('spree')];

it.each([
  ['/api/v3/store/orders/or_1', 'spree'],
  ['/api/v3/nope', 'spree'],
  // Express finds the route in any case, so the error must be spelled as the route's.
  ['/API/V3/store/orders/or_1', 'spree'],
  ['/api/v30/store', 'medusa'],
  ['/store/payment-collections', 'medusa'],
  ['/admin/payments', 'medusa'],
  ['/', 'medusa'],
])('an error on %s is spelled in the dialect of %s', (path, name) => {
  expect(dialectOfPath(dialects, path).name).toBe(name);
});
