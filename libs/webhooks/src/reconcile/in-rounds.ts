const ROUND = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** All rows of a table in the order of their ids, in rounds, so that none holds many: `read` gets those after an id (a UUID). */
export async function* inRoundsById<Row>(
  read: (after: string, limit: number) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
): AsyncGenerator<readonly Row[]> {
  for (let after = BEFORE_ALL; ;) {
    const round = await read(after, ROUND);
    yield round;
    const last = round.at(-1);
    if (last === undefined || round.length < ROUND) return;
    after = idOf(last);
  }
}
