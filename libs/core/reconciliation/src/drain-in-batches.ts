const BATCH_SIZE = 100;

/** The nil UUID, which sorts before all others. */
export const NIL_ID = '00000000-0000-0000-0000-000000000000';

/** Reads all rows in key order, in batches, to limit memory use. `read` returns the rows after a key. */
export async function* inBatchesByKey<Row, Key>(
  first: Key,
  read: (after: Key, limit: number) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<readonly Row[]> {
  for (let after = first; ;) {
    const batch = await read(after, BATCH_SIZE);
    yield batch;
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH_SIZE) return;
    after = keyOf(last);
  }
}
