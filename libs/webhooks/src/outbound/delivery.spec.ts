import { pauseAfter } from './delivery';

it('pauses grow, make up three days, and end', () => {
  const pauses: number[] = [];
  for (let tries = 1, pause = pauseAfter(tries); pause !== null; pause = pauseAfter(++tries))
    pauses.push(pause);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400;
  expect(days).toBeGreaterThan(2.9);
  expect(days).toBeLessThanOrEqual(3);
});
