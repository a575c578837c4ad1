import { sha256 } from './fingerprint';
import { RecentKeys } from './recent-keys';

const key = (text: string): { keyHash: Buffer } => ({ keyHash: sha256(text) });

it('remembers a key that was added, and no other', () => {
  const keys = new RecentKeys();
  keys.add(key('a'));
  expect([keys.has(key('a')), keys.has(key('b'))]).toEqual([true, false]);
});

it('remembers at least the last 20,000 keys, and at most twice as many', () => {
  const keys = new RecentKeys();
  for (let n = 0; n < 60_000; n++) keys.add(key(`key ${n}`));
  expect([40_001, 59_999].map((n) => keys.has(key(`key ${n}`)))).toEqual([true, true]);
  expect(keys.has(key('key 0'))).toBe(false);
});
