import { readFileSync } from 'node:fs';
import { MUTANTS } from './mutants.mjs';

interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly replacement: string;
  readonly notices: readonly [file: string, words: string];
}

const mutants = MUTANTS as unknown as readonly Mutant[];

it.each(mutants)('can still be made: $name', ({ file, text, replacement }) => {
  expect(readFileSync(file, 'utf8').split(text)).toHaveLength(2);
  expect(replacement).not.toBe(text);
});

it.each(mutants)('names tests that are there: $name', ({ notices: [file, words] }) => {
  const names = readFileSync(file, 'utf8').replaceAll(/\s+/g, ' ');
  expect(names).toContain(words);
});
