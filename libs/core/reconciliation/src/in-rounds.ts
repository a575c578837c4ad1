const ROUND = 100;

/** A UUID before all others. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** All rows of a table in the order of a key, in rounds, so that none holds many: `read` gets those after a key. */
export async function* inRoundsByKey<Row, Key>(
  first: Key,
  read: (after: Key, limit: number) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<readonly Row[]> {
  for (let after = first; ;) {
    const round = await read(after, ROUND);
    yield round;
    const last = round.at(-1);
    if (last === undefined || round.length < ROUND) return;
    after = keyOf(last);
  }
}
