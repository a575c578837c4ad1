import { readFileSync } from 'node:fs';
import { MUTANTS } from './mutants.mjs';

it.each(MUTANTS)('can still be applied: $name', ({ file, text, replacement }) => {
  expect(readFileSync(file, 'utf8').split(text)).toHaveLength(2);
  expect(replacement).not.toBe(text);
});

it.each(MUTANTS)('names an existing test: $name', ({ notices: [file, words] }) => {
  const names = readFileSync(file, 'utf8').replaceAll(/\s+/g, ' ');
  expect(names).toContain(words);
});
