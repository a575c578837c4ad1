import type { Money } from '@tandem/money';
import { rawAmount } from '../medusa-amount';

/** Amount fields, each with its raw amount: `total` and `raw_total`. */
export function withRaw<T>(
  amounts: Readonly<Record<string, (entity: T) => Money>>,
): Record<string, (entity: T) => unknown> {
  const pairs = Object.entries(amounts).flatMap(([name, of]): [string, (entity: T) => unknown][] => [
    [name, (entity) => of(entity).toNumber()],
    [`raw_${name}`, (entity) => rawAmount(of(entity))],
  ]);
  return Object.fromEntries(pairs);
}

/** An object with the same value for each name. */
export function each<V>(names: readonly string[], value: V): Record<string, V> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** Medusa's raw form of a count. */
export function rawCount(count: number): { value: string; precision: number } {
  return { value: String(count), precision: 20 };
}
