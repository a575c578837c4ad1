// Parses statements with Postgres' own parser and prints name, text and tree of each, as JSON. Without an argument, all statements of
// the build: every named one, and each list in each sort order, with each filter alone and with all; with an argument, the
// statements in it, as JSON: [{ name, text }].
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { loadModule, parseSync } from 'libpg-query';

const require = createRequire(import.meta.url);

/** Only these files contain SQL (tools/check-house.mjs), and it is named when they are loaded (test/statements/unnamed.ts). */
function statementsOfBuild() {
  const libs = resolve('dist/libs');
  for (const file of readdirSync(libs, { recursive: true }).map(String))
    if (/\.(repository|statement)\.js$/.test(file)) require(join(libs, file));
  const { namedStatements, definedLists } = require(join(libs, 'platform/database/src/index.js'));
  return [...namedStatements(), ...definedLists().flatMap(statementsOfList)];
}

function statementsOfList({ definition, query }) {
  const { sort, filters, searches = {}, name } = definition;
  const orders = Object.keys(sort).flatMap((field) =>
    [false, true].map((descending) => ({ field, descending })),
  );
  const each = [
    ...Object.keys(filters).map((filter) => ({ [filter]: true })),
    ...Object.keys(searches).map((search) => ({ [search]: 'a text' })),
  ];
  const queries = [
    ...orders.map((wanted) => ({ given: {}, wanted })),
    ...[...each, Object.assign({}, ...each)].map((given) => ({ given, wanted: orders[0] })),
  ];
  return queries.flatMap(({ given, wanted }) => {
    const { search, ...statements } = query('store', given, wanted).statements;
    const found = search ? [search.find, search.rows] : [];
    return [...Object.values(statements), ...found].map((statement) => ({
      name: `${statement.name} with ${Object.keys(given)} by ${wanted.field} of ${name}`,
      text: statement.text,
    }));
  });
}

await loadModule();
const statements = process.argv[2] ? JSON.parse(process.argv[2]) : statementsOfBuild();
const parsed = statements.map(({ name, text }) => ({ name, text, tree: parseSync(text).stmts[0].stmt }));
process.stdout.write(JSON.stringify(parsed));
