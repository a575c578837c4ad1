import { candidateNumbers } from './order-number';

it('tries only the given number', () => {
  expect(candidateNumbers('WEB-1')).toEqual(['WEB-1']);
});

it('otherwise tries several random numbers, each R and nine digits', () => {
  const numbers = candidateNumbers(null);
  expect(numbers.length).toBeGreaterThan(1);
  for (const number of numbers) expect(number).toMatch(/^R\d{9}$/);
  expect(new Set(numbers).size).toBe(numbers.length);
});
