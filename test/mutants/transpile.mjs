// The build without type checks, about a second per tree, for mutations that are applied and reverted.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformFileSync } from '@swc/core';

const OPTIONS = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    target: 'es2022',
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
  swcrc: false,
};

export function transpileAll(tree) {
  for (const folder of ['apps', 'libs']) for (const file of sourcesIn(tree, folder)) transpile(tree, file);
}

/** Transpiles one file of a tree into its dist. */
export function transpile(tree, file) {
  const { code } = transformFileSync(join(tree, file), OPTIONS);
  const out = join(tree, 'dist', file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, withPaths(tree, file, code));
}

function* sourcesIn(tree, folder) {
  for (const entry of readdirSync(join(tree, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourcesIn(tree, path);
    else if (/(?<!\.spec|\.d)\.ts$/.test(entry.name)) yield path;
  }
}

/** Libs are imported by name; the build imports them by path, the first existing one. */
function withPaths(tree, file, code) {
  const { paths } = JSON.parse(readFileSync(join(tree, 'tsconfig.json'), 'utf8')).compilerOptions;
  return code.replace(/require\("(@tandem\/[^"]+)"\)/g, (whole, name) => {
    const lib = name.slice('@tandem/'.length);
    const places = paths[name] ?? paths['@tandem/*'].map((place) => place.replace('*', lib));
    const place = places.find((path) => existsSync(join(tree, path)));
    return place ? `require("./${relative(dirname(file), place)}")` : whole;
  });
}
