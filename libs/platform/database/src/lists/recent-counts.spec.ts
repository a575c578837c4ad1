import { LONG_LIST, RecentCounts } from './recent-counts';

function counting(): {
  counts: RecentCounts;
  is: (count: number) => Promise<number>;
  pass: (ms: number) => void;
} {
  let now = 0;
  const counts = new RecentCounts(() => now);
  return {
    counts,
    is: (count) => counts.find('orders', LONG_LIST, () => Promise.resolve(count)),
    pass: (ms) => void (now += ms),
  };
}

it('counts a list of up to 50,000 each time', async () => {
  const { is } = counting();
  expect([await is(50_000), await is(49_999), await is(0)]).toEqual([50_000, 49_999, 0]);
});

it('remembers the count of a longer list for five seconds', async () => {
  const { is, pass } = counting();
  expect([await is(50_001), await is(50_002)]).toEqual([50_001, 50_001]);
  pass(5_000);
  expect(await is(50_003)).toBe(50_003);
});

it('counts each set of filters apart', async () => {
  const { counts } = counting();
  const of = (key: string, count: number): Promise<number> =>
    counts.find(key, LONG_LIST, () => Promise.resolve(count));
  expect([await of('a', 60_000), await of('b', 70_000), await of('a', 1)]).toEqual([60_000, 70_000, 60_000]);
});

it('remembers a thousand lists at most', async () => {
  const { counts } = counting();
  const of = (n: number, count: number): Promise<number> =>
    counts.find(String(n), LONG_LIST, () => Promise.resolve(count));
  for (let n = 0; n <= 1_000; n++) await of(n, 60_000);
  expect([await of(0, 60_001), await of(1_000, 60_001)]).toEqual([60_001, 60_000]);
});
