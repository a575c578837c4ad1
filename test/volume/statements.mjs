// Prints the statements of the build as JSON: every named statement, and each list in each of its sort orders and with each of its
// filters. Its argument is JSON with a store's UUID and values of filters: { storeId, values: { filter: [value, …] } }.
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

// The most rows that a search counts.
const BOUND = 10_000;

function inEachOrder({ definition, query }) {
  return Object.keys(definition.sort).flatMap((field) =>
    [false, true].map((descending) => {
      const { statements, condition } = query(storeId, {}, { field, descending });
      const name = `${definition.name} by ${field}${descending ? ' descending' : ''}`;
      return { name, text: statements.page.text, values: [...condition, ...PART] };
    }),
  );
}

function withEachFilter({ definition, query }) {
  return filtersOf(definition).flatMap((filter) =>
    (values[`${definition.name} ${filter}`] ?? values[filter] ?? []).map((value) => {
      const { statements, condition } = query(storeId, { [filter]: value });
      const { search } = statements;
      return {
        name: `${definition.name} with ${filter}`,
        count: { text: statements.count.text, values: condition },
        few: search
          ? { text: search.find.text, values: [...search.condition, ...PART, BOUND] }
          : { text: statements.pageOfFew.text, values: [...condition, ...PART] },
      };
    }),
  );
}

function filtersOf({ filters, searches = {} }) {
  return [...Object.keys(filters), ...Object.keys(searches)];
}

const lists = definedLists();
const filters = lists.flatMap(({ definition }) =>
  filtersOf(definition).map((filter) => `${definition.name} ${filter}`),
);
process.stdout.write(
  JSON.stringify({
    named: namedStatements(),
    ordered: lists.flatMap(inEachOrder),
    filtered: lists.flatMap(withEachFilter),
    filters,
  }),
);
