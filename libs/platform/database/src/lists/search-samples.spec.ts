import { SearchSamples } from './search-samples';

function sampling(): {
  read: (key?: string) => Promise<boolean>;
  reads: () => number;
  pass: (ms: number) => void;
} {
  let now = 0;
  let reads = 0;
  const samples = new SearchSamples(() => now);
  const take = (): Promise<string[]> => Promise.resolve(Array<string>(++reads).fill('abc'));
  return {
    read: async (key = 'orders') => (await samples.find(key, take)).has('abc'),
    reads: () => reads,
    pass: (ms) => void (now += ms),
  };
}

it('reads a sample of each list once in five minutes', async () => {
  const { read, reads, pass } = sampling();
  expect(await Promise.all([read(), read(), read('customers')])).toEqual([true, true, true]);
  expect(reads()).toBe(2);
  pass(5 * 60_000);
  await read();
  expect(reads()).toBe(3);
});

it('takes nothing to be common where there is no sample to be had, and asks no more than that for one', async () => {
  const samples = new SearchSamples();
  const common = await samples.find('orders', () => Promise.reject(new Error('no such view')));
  expect([common.size, await samples.find('orders', () => Promise.resolve(['abc']))]).toEqual([0, common]);
});
