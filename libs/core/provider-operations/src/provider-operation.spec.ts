import { operationKey } from './provider-operation';

const of = { seed: 'store:order:key', verb: 'capture', targetId: 'payment', number: 0 } as const;

it('is the same for every retry with the client’s key, whatever was begun in between', () => {
  expect(operationKey({ ...of, number: 7 })).toBe(operationKey(of));
});

it('differs by verb, target and client key', () => {
  const others = [{ verb: 'refund' as const }, { targetId: 'other' }, { seed: 'store:order:other' }];
  expect(new Set([operationKey(of), ...others.map((other) => operationKey({ ...of, ...other }))]).size).toBe(
    4,
  );
});

it('without the client’s key it differs by the number taken under the lock', () => {
  const bare = { ...of, seed: null };
  expect(operationKey(bare)).not.toBe(operationKey({ ...bare, number: 1 }));
  expect(operationKey(bare)).toMatch(/^[0-9a-f]{64}$/);
});
