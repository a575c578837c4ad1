// npm run mutants [-- 'part of a name' …]: applies each mutation to a copy of this tree and runs the tests that must detect it;
// exits with 1 if one is undetected. Takes some minutes. First the tests run without a mutation: they must pass.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { MUTANTS } from './mutants.mjs';
import { transpile, transpileAll } from './transpile.mjs';

const words = process.argv.slice(2);
const chosen = MUTANTS.filter(({ name }) => words.length === 0 || words.some((some) => name.includes(some)));

function copyOf(tree) {
  const copy = mkdtempSync(join(tmpdir(), 'tandem-mutants-'));
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: tree,
    encoding: 'utf8',
  });
  // Files deleted but not committed are listed too.
  for (const path of list.split('\n').filter((line) => line && existsSync(join(tree, line)))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(tree, path), join(copy, path));
  }
  symlinkSync(join(tree, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Whether the tests pass; `output` is jest's output. */
function run(copy, notices) {
  const files = [...new Set(notices.map(([file]) => file))];
  const names = notices.map(([, name]) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const args = [
    'node_modules/jest/bin/jest.js',
    '--selectProjects=e2e',
    '-t',
    names,
    '--runTestsByPath',
    ...files,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  const output = `${stdout}${stderr}`;
  // A run without tests does not count as passed.
  const ran = /Tests: .*\d+ (passed|failed)/.test(output);
  if (!ran) throw new Error(output);
  return { passes: status === 0, output };
}

/** Applies the mutation, runs the tests, and reverts it. */
function isNoticed(copy, { name, file, text, replacement, notices }) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(text).length !== 2) throw new Error(`${name}: its text is not in ${file} once`);
  writeFileSync(
    path,
    source.replace(text, () => replacement),
  );
  transpile(copy, file);
  try {
    return !run(copy, [notices]).passes;
  } finally {
    writeFileSync(path, source);
    transpile(copy, file);
  }
}

const copy = copyOf(resolve('.'));
let isAllNoticed = true;
try {
  transpileAll(copy);
  const { passes, output } = run(
    copy,
    chosen.map(({ notices }) => notices),
  );
  if (!passes) throw new Error(`the tests fail without any change:\n${output}`);
  for (const mutant of chosen) {
    const noticed = isNoticed(copy, mutant);
    isAllNoticed &&= noticed;
    console.log(`${noticed ? 'noticed    ' : 'NOT noticed'}  ${mutant.name}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exit(isAllNoticed ? 0 : 1);
