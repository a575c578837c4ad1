import { RowLocked } from './database.errors';
import { RowQueue } from './row-queue';

const tick = (): Promise<void> => new Promise((later) => setImmediate(later));

it('lets a limited number wait for a row, and others for another row', () => {
  const queue = new RowQueue(2, 1000);
  expect(['a', 'a', 'a', 'b'].map((row) => queue.tryEnter(row))).toEqual([true, true, false, true]);
});

it('gives a freed place to the longest waiting', async () => {
  const queue = new RowQueue(1, 60_000);
  const entered: string[] = [];
  await queue.enter('a');
  for (const name of ['first', 'second']) void queue.enter('a').then(() => entered.push(name));
  for (const expected of [['first'], ['first', 'second']]) {
    queue.leave('a');
    await tick();
    expect(entered).toEqual(expected);
  }
});

it('lets no newcomer take a freed place before those waiting', async () => {
  const queue = new RowQueue(1, 60_000);
  await queue.enter('a');
  const waiting = queue.enter('a');
  queue.leave('a');
  expect(queue.tryEnter('a')).toBe(false);
  await waiting;
  queue.leave('a');
  expect(queue.tryEnter('a')).toBe(true);
});

it('refuses on timeout, and gives no place later', async () => {
  const queue = new RowQueue(1, 1);
  await queue.enter('a');
  await expect(queue.enter('a')).rejects.toThrow(RowLocked);
  queue.leave('a');
  expect([queue.tryEnter('a'), queue.tryEnter('a')]).toEqual([true, false]);
});
