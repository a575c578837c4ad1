import { Logger } from '@nestjs/common';
import { PollLoop } from './poll-loop';

const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));

it('never runs two rounds at once, and ends when the one in hand has', async () => {
  let running = 0;
  let most = 0;
  let ended = 0;
  const rounds = new PollLoop(new Logger('spec'), 1, async () => {
    most = Math.max(most, ++running);
    await pause(10);
    running--;
    return ended++;
  });
  rounds.start();
  await pause(35);
  await rounds.stop();
  expect([most, running]).toEqual([1, 0]);
  expect(ended).toBeGreaterThan(1);
  const before = ended;
  await pause(20);
  expect(ended).toBe(before);
});

it('goes on after a round that failed, and says so', async () => {
  const warned: string[] = [];
  const logger = { warn: (line: string) => warned.push(line) } as unknown as Logger;
  let rounds = 0;
  const worker = new PollLoop(logger, 1, () =>
    ++rounds === 1 ? Promise.reject(new Error('no')) : Promise.resolve(1),
  );
  worker.start();
  await pause(20);
  await worker.stop();
  expect(warned).toEqual(['a round failed: Error: no']);
  expect(rounds).toBeGreaterThan(1);
});

it('goes on at once while its rounds are full', async () => {
  const taken: number[] = [];
  let left = 25;
  const worker = new PollLoop(
    new Logger('spec'),
    60_000,
    () => {
      const round = Math.min(left, 10);
      left -= round;
      taken.push(round);
      return Promise.resolve(round);
    },
    10,
  );
  worker.start();
  await worker.stop();
  expect(taken).toEqual([10]);
  const next = new PollLoop(
    new Logger('spec'),
    60_000,
    () => Promise.resolve(taken.push(0) > 5 ? 9 : 10),
    10,
  );
  next.start();
  await pause(10);
  await next.stop();
  expect(taken).toEqual([10, 0, 0, 0, 0, 0]);
});
