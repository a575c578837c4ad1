import { numberedKey, requestKey } from './operation-key';

it('is the same for every retry with the client’s key', () => {
  expect(requestKey('store:order:key', 'capture', 'payment')).toBe(
    requestKey('store:order:key', 'capture', 'payment'),
  );
});

it('differs by verb, target and client key', () => {
  const keys = [
    requestKey('store:order:key', 'capture', 'payment'),
    requestKey('store:order:key', 'refund', 'payment'),
    requestKey('store:order:key', 'capture', 'other'),
    requestKey('store:order:other', 'capture', 'payment'),
  ];
  expect(new Set(keys).size).toBe(4);
});

it('without a client key it differs by the number counted under the lock', () => {
  const first = numberedKey('payment', 'capture', 0);
  expect(first).not.toBe(numberedKey('payment', 'capture', 1));
  expect(first).toMatch(/^[0-9a-f]{64}$/);
});
