// Generates the parts of the documents that come from the code: npm run docs. With --check it writes nothing, and exits 1 if
// any is out of date or names what does not exist.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { decisionsTable } from './decisions.mjs';
import { actsTable, eventsList, pluginTable, providerTable } from './seams.mjs';
import { missingNames } from './names.mjs';
import { environmentExample, settingsTable } from './settings.mjs';

/** Each is in its document between `<!-- name: … -->` and `<!-- end of name -->`. */
const PARTS = [
  { path: 'README.md', name: 'settings', make: settingsTable },
  { path: 'docs/seams.md', name: 'plugin', make: pluginTable },
  { path: 'docs/seams.md', name: 'provider', make: providerTable },
  { path: 'docs/seams.md', name: 'acts', make: actsTable },
  { path: 'docs/seams.md', name: 'events', make: eventsList },
  { path: 'docs/adr/README.md', name: 'index', make: decisionsTable },
];

async function withParts(path) {
  let text = readFileSync(path, 'utf8');
  for (const { name, make } of PARTS.filter((part) => part.path === path)) {
    const place = new RegExp(`(<!-- ${name}: .*? -->)[\\s\\S]*?(<!-- end of ${name} -->)`);
    if (!place.test(text)) throw new Error(`${path} has no place for ${name}`);
    const part = await make();
    text = text.replace(place, (_, start, end) => `${start}\n\n${part}\n\n${end}`);
  }
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

const documents = new Map([['.env.example', await environmentExample()]]);
for (const path of new Set(PARTS.map((part) => part.path))) documents.set(path, await withParts(path));

const outdated = [...documents].filter(([path, text]) => readOrNothing(path) !== text);
if (process.argv.includes('--check')) {
  const problems = [...outdated.map(([path]) => `${path} is out of date: npm run docs`), ...missingNames()];
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} else for (const [path, text] of outdated) writeFileSync(path, text);

function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
