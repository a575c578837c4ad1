import { randomDigits } from '@tandem/ids';

// In a store with a million orders, one number in a thousand is taken; five in a row are taken once in 10^15.
const ATTEMPTS = 5;

/** The numbers to try for a new order, in turn: the given one, or R and 9 random digits (Spree). */
export function candidateNumbers(requested: string | null): string[] {
  return requested === null ? Array.from({ length: ATTEMPTS }, () => `R${randomDigits(9)}`) : [requested];
}
