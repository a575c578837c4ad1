import { KIT_VERSION, type PaymentProvider, type TandemPlugin } from '@tandem/provider-kit';
import { satisfies, validRange } from 'semver';
import { PluginRefused, reasonOf } from './plugin-refused';
import { Replacements } from './replacements';

/** The plugins' contributions, checked. */
export interface PluginsInUse {
  readonly providers: readonly PaymentProvider[];
  /** The package of each provider, for error messages. */
  readonly origins: ReadonlyMap<PaymentProvider, string>;
  readonly modules: readonly object[];
  readonly replacements: Replacements;
}

/** @throws PluginRefused for a plugin without a name, for another version, or with providers or replacements that fail */
export function usePlugins(
  plugins: readonly TandemPlugin[],
  env: Readonly<Record<string, string | undefined>>,
): PluginsInUse {
  for (const plugin of plugins) check(plugin);
  const provided = plugins.flatMap((plugin) =>
    (plugin.providers ?? [])
      .flatMap((make) => providersOf(plugin, () => make(env)))
      .map((provider) => [provider, plugin.name] as const),
  );
  return {
    providers: provided.map(([provider]) => provider),
    origins: new Map(provided),
    modules: plugins.flatMap(({ modules }) => modules ?? []),
    replacements: Replacements.from(plugins),
  };
}

/** A plugin may be written in JavaScript, so its types are checked at run time. */
function check(plugin: TandemPlugin): void {
  const { name, providers, modules, replace } = plugin;
  if (typeof name !== 'string' || name.trim() === '') {
    throw new PluginRefused('without a name', 'a TandemPlugin must have a name');
  }
  if ([providers, modules, replace].some((list) => list !== undefined && !Array.isArray(list))) {
    throw new PluginRefused(name, 'providers, modules and replace must be lists');
  }
  checkVersion(plugin);
}

function checkVersion({ name, compatibility = '*' }: TandemPlugin): void {
  if (validRange(compatibility) === null) {
    throw new PluginRefused(name, `its compatibility "${compatibility}" is not a version range`);
  }
  if (!satisfies(KIT_VERSION, compatibility)) {
    throw new PluginRefused(name, `it requires Tandem ${compatibility}, but this is ${KIT_VERSION}`);
  }
}

function providersOf(
  { name }: TandemPlugin,
  make: () => PaymentProvider | readonly PaymentProvider[],
): readonly PaymentProvider[] {
  try {
    const providers = [make()].flat();
    if (providers.some((provider) => typeof provider?.capabilities?.id !== 'string'))
      throw new Error('one of its providers has no capabilities with an id');
    return providers;
  } catch (error) {
    throw new PluginRefused(name, reasonOf(error), error);
  }
}
