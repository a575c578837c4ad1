import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { errorCode } from '@tandem/files';
import { isObject, propertiesOf } from '@tandem/objects';
import type { TandemPlugin } from '@tandem/provider-kit';
import { PluginRefused, reasonOf } from './plugin-refused';

/**
 * Loads packages by name or path, resolved from the working directory (its own node_modules); CommonJS or ESM.
 * @throws PluginRefused
 */
export function loadPlugins(names: readonly string[]): TandemPlugin[] {
  const requireFromHere = createRequire(join(process.cwd(), 'tandem-plugins.js'));
  return names.map((name) => {
    try {
      return pluginOf(requireFromHere(entryOf(requireFromHere, name)));
    } catch (error) {
      throw new PluginRefused(name, reasonOf(error), error);
    }
  });
}

/** A package may export only an `import` condition; Node's require() loads ESM, but does not resolve that condition. */
function entryOf({ resolve }: NodeJS.Require, name: string): string {
  try {
    return resolve(name);
  } catch (error) {
    const entry = errorCode(error) === 'ERR_PACKAGE_PATH_NOT_EXPORTED' && importedEntry(resolve, name);
    if (entry) return entry;
    throw error;
  }
}

function importedEntry(resolve: NodeJS.RequireResolve, name: string): string | null {
  const folder = (resolve.paths(name) ?? [])
    .map((path) => join(path, name))
    .find((path) => existsSync(join(path, 'package.json')));
  if (folder === undefined) return null;
  const { exports } = propertiesOf(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const entry = conditionOf(conditionOf(conditionOf(exports, '.'), 'import'), 'default');
  return typeof entry === 'string' ? join(folder, entry) : null;
}

function conditionOf(exports: unknown, key: string): unknown {
  return isObject(exports) && key in exports ? exports[key] : exports;
}

function pluginOf(loaded: unknown): TandemPlugin {
  const exported =
    typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : loaded;
  if (typeof exported !== 'object' || exported === null) throw new Error('it does not export a TandemPlugin');
  return exported as TandemPlugin;
}
