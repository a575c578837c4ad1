import { RateLimited } from './rate-limits.errors';
import type { Counted, RateLimitsRepository } from './rate-limits.repository';
import { WindowCounter } from './window-counter';

/** Counts in memory on the next turn of the event loop, and records its calls. */
function rowsInMemory(): { rows: Pick<RateLimitsRepository, 'count'>; statements: number[] } {
  const totals = new Map<string, number>();
  const statements: number[] = [];
  const count = async (key: string, requests: number): Promise<Counted> => {
    statements.push(requests);
    await new Promise((later) => setImmediate(later));
    const total = (totals.get(key) ?? 0) + requests;
    totals.set(key, total);
    return { total, msLeft: 60_000 };
  };
  return { rows: { count }, statements };
}

const outcome = (counting: Promise<number>): Promise<number | string> =>
  counting.catch((error: unknown) => (error instanceof RateLimited ? 'limited' : 'broken'));

it('concurrent requests are counted by few statements, each with its own position', async () => {
  const { rows, statements } = rowsInMemory();
  const counter = new WindowCounter('test', 5, rows);
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcome(counter.count('ada'))));
  expect(outcomes).toEqual([4, 3, 2, 1, 0, 'limited', 'limited', 'limited']);
  expect(statements).toEqual([8]);
});

it('requests during a count wait for the next one', async () => {
  const { rows, statements } = rowsInMemory();
  const counter = new WindowCounter('test', 10, rows);
  const first = counter.count('ada');
  await Promise.resolve().then(() => undefined);
  const later = [counter.count('ada'), counter.count('ada')];
  expect(await Promise.all([first, ...later])).toEqual([9, 8, 7]);
  expect(statements).toEqual([1, 2]);
});

it('at the limit no further statement is sent, for this client only', async () => {
  const { rows, statements } = rowsInMemory();
  const counter = new WindowCounter('test', 1, rows);
  await counter.count('ada');
  expect(await outcome(counter.count('ada'))).toBe('limited');
  expect(await outcome(counter.count('bob'))).toBe(0);
  expect(statements).toEqual([1, 1]);
});

it('a failed count does not stop the next', async () => {
  const { rows } = rowsInMemory();
  const counter = new WindowCounter('test', 5, rows);
  const count = rows.count.bind(rows);
  rows.count = () => Promise.reject(new Error('no database'));
  const broken = outcome(counter.count('ada'));
  expect(await broken).toBe('broken');
  rows.count = count;
  expect(await outcome(counter.count('ada'))).toBe(4);
});
