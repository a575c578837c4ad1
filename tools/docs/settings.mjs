// The settings, from the list in libs/platform/config: as README's table and as .env.example.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const SOURCE = 'libs/platform/config/src/variables.ts';

/** The file imports nothing, so with its types stripped it can be loaded as a module. */
async function variables() {
  const { outputText } = ts.transpileModule(readFileSync(SOURCE, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const { VARIABLES } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  return Object.entries(VARIABLES);
}

const isSwitch = ({ from, to }) => from === 0 && to === 1;
const rangeOf = (variable) =>
  variable.from === undefined || isSwitch(variable) ? '' : ` (${variable.from} to ${variable.to})`;

export async function settingsTable() {
  const rows = (await variables()).map(([name, variable]) => {
    const about = variable.about.replace(/\((docs\/[\w-]+\.md)\)/, '([more]($1))');
    return `| \`${name}\` | ${variable.default}${rangeOf(variable)} | ${about} |`;
  });
  return ['| variable | default | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

export async function environmentExample() {
  const blocks = (await variables()).map(([name, variable]) => {
    const { about, default: otherwise } = variable;
    return `# ${about.replaceAll('`', '')}\n# Default: ${String(otherwise).replaceAll('`', '')}${rangeOf(variable)}\n#${name}=\n`;
  });
  const head =
    '# Every setting of Tandem, with its default. Made from libs/platform/config by npm run docs.\n' +
    '# Tandem reads the environment, not this file: load it with `node --env-file=.env`, docker compose or your process manager.\n';
  return [head, ...blocks].join('\n');
}
