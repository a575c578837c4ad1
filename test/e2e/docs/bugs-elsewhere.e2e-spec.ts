import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const page = readFileSync(resolve('docs/bugs-elsewhere.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (?!What|---)/.test(line));

/** A row's last cell: a file and the name of a test in it. */
const TEST = /\| `(test\/[^`]+)`: "([^"]+)" +\|$/;

it('each bug elsewhere names an existing test', () => {
  const missing = rows.filter((row) => {
    const [, file = '', name = ''] = TEST.exec(row) ?? [];
    return name === '' || !namesIn(file).includes(name);
  });
  expect(missing).toEqual([]);
  expect(rows.length).toBeGreaterThan(20);
});

/** The names of a file's tests; of a numbered test without its number. */
function namesIn(file: string): string[] {
  const text = readFileSync(resolve(file), 'utf8');
  const names = [...text.matchAll(/\bit(?:\.each\([^()]*\))?\(\s*'([^']+)'/g)].map(([, name = '']) => name);
  return names.map((name) => name.replace(/ \(%i\)$/, ''));
}
