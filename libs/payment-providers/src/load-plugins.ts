import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PaymentProvider, TandemPlugin } from '@tandem/provider-kit';

/** The providers of the packages named, resolved from the working directory, so from its own node_modules. @throws Error that names the package */
export function loadPlugins(names: readonly string[], env: NodeJS.ProcessEnv): PaymentProvider[] {
  const requireFromHere = createRequire(join(process.cwd(), 'tandem-plugins.js'));
  return names.flatMap((name) => {
    try {
      const plugin = pluginOf(requireFromHere(name));
      return plugin.providers.map((make) => make(env));
    } catch (error) {
      throw new Error(`plugin ${name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
}

function pluginOf(loaded: unknown): TandemPlugin {
  const exported =
    typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : loaded;
  const plugin = exported as Partial<TandemPlugin> | null;
  if (!plugin || !Array.isArray(plugin.providers)) throw new Error('it exports no TandemPlugin');
  return plugin as TandemPlugin;
}
