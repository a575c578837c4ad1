import { randomDigits } from '@tandem/ids';

// In a store of a million orders one draw in a thousand is taken; five in a row are so once in 10^15.
const DRAWS = 5;

/** The numbers to try for a new order, one after the other: the one that is named, or R and 9 digits (Spree). */
export function numbersFor(named: string | null): string[] {
  return named === null ? Array.from({ length: DRAWS }, () => `R${randomDigits(9)}`) : [named];
}
