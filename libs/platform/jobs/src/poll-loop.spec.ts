import { Logger } from '@nestjs/common';
import { PollLoop } from './poll-loop';

const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));

/** Waits for what a busy machine does late. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(1);
}

it('never runs two batches at once, and stops after the current one', async () => {
  let running = 0;
  let max = 0;
  let ended = 0;
  const runBatches = new PollLoop(new Logger('spec'), 1, async () => {
    max = Math.max(max, ++running);
    await pause(10);
    running--;
    return ended++;
  });
  runBatches.start();
  await until(() => ended > 1);
  await runBatches.stop();
  expect([max, running]).toEqual([1, 0]);
  const before = ended;
  await pause(20);
  expect(ended).toBe(before);
});

it('continues after a failed batch, and logs it', async () => {
  const warned: string[] = [];
  const logger = { warn: (line: string) => warned.push(line) } as unknown as Logger;
  let runBatches = 0;
  const worker = new PollLoop(logger, 1, () =>
    ++runBatches === 1 ? Promise.reject(new Error('no')) : Promise.resolve(1),
  );
  worker.start();
  await until(() => runBatches > 1);
  await worker.stop();
  expect(warned).toEqual(['a batch failed: Error: no']);
});

it('continues at once after a full batch', async () => {
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
  await until(() => taken.length > 5);
  await next.stop();
  expect(taken).toEqual([10, 0, 0, 0, 0, 0]);
});
