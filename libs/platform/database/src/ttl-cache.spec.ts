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

it('a value about to expire is returned, and read again in the background by one caller', async () => {
  const cache = new TtlCache<number>({ ttlMs: 1_000, renewAfterMs: 800, maxEntries: 10 });
  const peek = (): number | undefined => cache.peekAndRenew('a', read, () => true);
  expect(peek()).toBeUndefined();
  await cache.get('a', read);
  jest.spyOn(performance, 'now').mockReturnValue(799);
  expect([peek(), reads]).toEqual([1, 1]);
  jest.spyOn(performance, 'now').mockReturnValue(800);
  expect([peek(), peek(), reads]).toEqual([1, 1, 2]);
  await new Promise(setImmediate);
  expect([peek(), reads]).toEqual([2, 2]);
});

it('a value whose renewal fails expires', async () => {
  const cache = new TtlCache<number>({ ttlMs: 1_000, renewAfterMs: 800, maxEntries: 10 });
  await cache.get('a', read);
  jest.spyOn(performance, 'now').mockReturnValue(900);
  const peek = (): number | undefined =>
    cache.peekAndRenew(
      'a',
      () => Promise.reject(new Error('gone')),
      () => true,
    );
  expect(peek()).toBe(1);
  await new Promise(setImmediate);
  expect(peek()).toBe(1);
  jest.spyOn(performance, 'now').mockReturnValue(1_000);
  expect(peek()).toBeUndefined();
});
