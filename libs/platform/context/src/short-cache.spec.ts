import { ShortCache } from './short-cache';

let reads: number;
const read = (): Promise<number> => Promise.resolve(++reads);

beforeEach(() => {
  reads = 0;
  jest.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => jest.restoreAllMocks());

it('a burst of the same costs one read', async () => {
  const cache = new ShortCache<number>(10);
  expect(await Promise.all([cache.get('a', read), cache.get('a', read), cache.get('b', read)])).toEqual([
    1, 1, 2,
  ]);
});

it('what is a second old is read anew', async () => {
  const cache = new ShortCache<number>(10);
  await cache.get('a', read);
  jest.spyOn(performance, 'now').mockReturnValue(999);
  expect(await cache.get('a', read)).toBe(1);
  jest.spyOn(performance, 'now').mockReturnValue(1000);
  expect(await cache.get('a', read)).toBe(2);
});

it('a read that failed is not remembered', async () => {
  const cache = new ShortCache<number>(10);
  await expect(cache.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await cache.get('a', read)).toBe(1);
});

it('holds no more than its bound', async () => {
  const cache = new ShortCache<number>(2);
  for (const key of ['a', 'b', 'c']) await cache.get(key, read);
  expect(await cache.get('a', read)).toBe(4);
});
