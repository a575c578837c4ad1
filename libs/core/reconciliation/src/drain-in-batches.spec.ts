import { inBatchesByKey } from './drain-in-batches';

/** Reads a table of `count` rows and records how it was read. */
async function readAll(count: number): Promise<{ rows: number[]; limits: number[]; reads: number }> {
  const [rows, limits]: [number[], number[]] = [[], []];
  const read = (after: number, limit: number): Promise<number[]> => {
    limits.push(limit);
    const left = Array.from({ length: count }, (_, i) => i + 1).filter((key) => key > after);
    return Promise.resolve(left.slice(0, limit));
  };
  for await (const round of inBatchesByKey(0, read, (row) => row)) rows.push(...round);
  return { rows, limits, reads: limits.length };
}

it.each([0, 1, 99, 100, 101, 250])('reads each of %i rows once, in order', async (count) => {
  const { rows } = await readAll(count);
  expect(rows).toEqual(Array.from({ length: count }, (_, i) => i + 1));
});

it('never reads more than one batch at a time, nor more batches than needed', async () => {
  const { limits, reads } = await readAll(250);
  expect(new Set(limits)).toEqual(new Set([100]));
  expect(reads).toBe(3);
});
