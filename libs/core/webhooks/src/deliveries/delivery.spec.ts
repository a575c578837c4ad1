import { pauseAfter } from './delivery';

it('pauses grow, add up to three days, and end', () => {
  const pauses: number[] = [];
  for (let tries = 1, pause = pauseAfter(tries, 0); pause !== null; pause = pauseAfter(++tries, 0))
    pauses.push(pause);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400;
  expect(days).toBeGreaterThan(2.9);
  expect(days).toBeLessThanOrEqual(3);
});

it.each([
  [1, 0, 5],
  [2, 60, 30],
  [11, 172_000, 86_400],
  [12, 258_300, null],
  // It waited for its endpoint's breaker, or behind an earlier event of its order.
  [1, 259_199, 5],
  [1, 259_200, null],
])('after %i attempts, at an age of %i seconds, it pauses %s', (attempts, ageSeconds, pause) => {
  expect(pauseAfter(attempts, ageSeconds)).toBe(pause);
});
