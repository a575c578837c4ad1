import { KeyedQueue } from './keyed-queue';

const later = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Runs a task for each key, and records how many ran at once. */
async function runAll(turns: KeyedQueue, keys: readonly string[]): Promise<{ ended: string[]; max: number }> {
  const ended: string[] = [];
  let running = 0;
  let max = 0;
  await Promise.all(
    keys.map((key, n) =>
      turns.add(key, async () => {
        max = Math.max(max, ++running);
        await later();
        running--;
        ended.push(`${key}${n}`);
      }),
    ),
  );
  return { ended, max };
}

it('runs the tasks of one key one after another, in order', async () => {
  expect(await runAll(new KeyedQueue(5), ['a', 'a', 'a'])).toEqual({ ended: ['a0', 'a1', 'a2'], max: 1 });
});

it('runs tasks of different keys concurrently, up to the limit', async () => {
  expect((await runAll(new KeyedQueue(2), ['a', 'b', 'c', 'd'])).max).toBe(2);
});

it('continues after a failed task', async () => {
  const turns = new KeyedQueue(1);
  const failed = turns.add('a', () => Promise.reject(new Error('no')));
  const next = turns.add('a', () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('done');
  expect((await runAll(turns, ['a', 'b'])).ended).toEqual(['a0', 'b1']);
});
