// Prints what the build asks of its database, as JSON: every named statement, and each list in each of its orders and with each of its
// filters. Takes a store's UUID and the values of filters, as JSON: { storeId, values: { filter: [value, …] } }.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const libs = resolve('dist/libs');
const files = readdirSync(libs, { recursive: true }).map(String);
for (const file of files.filter((name) => /\.(repository|statement)\.js$/.test(name)))
  require(join(libs, file));

const { namedStatements, definedLists } = require(join(libs, 'platform/database/src/index.js'));
const { storeId, values } = JSON.parse(process.argv[2] ?? '{}');

const PART = [20, 0];

function inEachOrder({ definition, query }) {
  return Object.keys(definition.sort).flatMap((field) =>
    [false, true].map((descending) => {
      const { statements, those } = query(storeId, {}, { field, descending });
      const name = `${definition.name} by ${field}${descending ? ' descending' : ''}`;
      return { name, text: statements.page.text, values: [...those, ...PART] };
    }),
  );
}

function withEachFilter({ definition, query }) {
  return Object.keys(definition.filters).flatMap((filter) =>
    (values[`${definition.name} ${filter}`] ?? values[filter] ?? []).map((value) => {
      const { statements, those } = query(storeId, { [filter]: value });
      return {
        name: `${definition.name} with ${filter}`,
        count: { text: statements.count.text, values: those },
        few: { text: statements.pageOfFew.text, values: [...those, ...PART] },
      };
    }),
  );
}

const lists = definedLists();
const filters = lists.flatMap(({ definition }) =>
  Object.keys(definition.filters).map((filter) => `${definition.name} ${filter}`),
);
process.stdout.write(
  JSON.stringify({
    named: namedStatements(),
    ordered: lists.flatMap(inEachOrder),
    filtered: lists.flatMap(withEachFilter),
    filters,
  }),
);
