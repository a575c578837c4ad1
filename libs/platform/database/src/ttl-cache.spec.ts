import { TtlCache } from './ttl-cache';

let reads: number;
const read = (): Promise<number> => Promise.resolve(++reads);
const cacheOf = (maxEntries = 10): TtlCache<number> => new TtlCache({ ttlMs: 1_000, maxEntries });

beforeEach(() => {
  reads = 0;
  jest.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => jest.restoreAllMocks());

it('concurrent reads of a key cost one read', async () => {
  const cache = cacheOf();
  expect(await Promise.all([cache.get('a', read), cache.get('a', read), cache.get('b', read)])).toEqual([
    1, 1, 2,
  ]);
});

it('a value expires a second after its read began', async () => {
  const cache = cacheOf();
  const first = cache.get('a', read);
  jest.spyOn(performance, 'now').mockReturnValue(999);
  await first;
  expect(await cache.get('a', read)).toBe(1);
  jest.spyOn(performance, 'now').mockReturnValue(1000);
  expect([cache.peek('a'), await cache.get('a', read)]).toEqual([undefined, 2]);
});

it('after half of its time, one caller per value reads it again', async () => {
  const cache = cacheOf();
  await cache.get('a', read);
  expect(cache.mustRefresh('a')).toBe(false);
  jest.spyOn(performance, 'now').mockReturnValue(500);
  expect([cache.mustRefresh('a'), cache.mustRefresh('a'), cache.mustRefresh('b')]).toEqual([
    true,
    false,
    false,
  ]);
  await cache.load('a', read);
  jest.spyOn(performance, 'now').mockReturnValue(1_000);
  expect([cache.peek('a'), cache.mustRefresh('a'), cache.mustRefresh('a')]).toEqual([2, true, false]);
});

it('a read that takes longer than a second is not joined', async () => {
  const cache = cacheOf();
  void cache.get('a', () => new Promise(() => undefined));
  jest.spyOn(performance, 'now').mockReturnValue(1000);
  expect(await cache.get('a', read)).toBe(1);
});

it('a failed read is not stored', async () => {
  const cache = cacheOf();
  await expect(cache.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await cache.get('a', read)).toBe(1);
});

it('stores no more than its limit, and drops the oldest', async () => {
  const cache = cacheOf(2);
  for (const key of ['a', 'b', 'c']) await cache.get(key, read);
  expect(['a', 'b', 'c'].map((key) => cache.peek(key))).toEqual([undefined, 2, 3]);
});

it('a read that began before a clear is not stored after it, nor joined', async () => {
  const cache = cacheOf();
  const { generation } = cache;
  let response: (value: number) => void = () => undefined;
  const early = cache.get('a', () => new Promise((done) => (response = done)));
  cache.clear();
  const late = cache.get('a', read);
  response(7);
  expect([await early, await late, cache.peek('a')]).toEqual([7, 1, 1]);
  expect(cache.generation).not.toBe(generation);
});

it('stores only what the caller accepts, and then drops the older value', async () => {
  const cache = cacheOf();
  const load = (value: number): Promise<number> =>
    cache.load(
      'a',
      () => Promise.resolve(value),
      (of) => of > 5,
    );
  await load(6);
  expect(cache.peek('a')).toBe(6);
  expect([await load(5), cache.peek('a')]).toEqual([5, undefined]);
});
