import { KIT_VERSION, type PaymentProvider, type TandemPlugin } from '@tandem/provider-kit';
import { satisfies, validRange } from 'semver';
import { PluginRefused, reasonOf } from './plugin-refused';
import { Replacements } from './replacements';

/** What the plugins bring, checked. */
export interface PluginsInUse {
  readonly providers: readonly PaymentProvider[];
  /** The package that brought each provider, for the words of a refusal. */
  readonly origins: ReadonlyMap<PaymentProvider, string>;
  readonly modules: readonly object[];
  readonly replacements: Replacements;
}

/** @throws PluginRefused for one without a name, of another version, or with what cannot be made or replaced */
export function usePlugins(
  plugins: readonly TandemPlugin[],
  env: Readonly<Record<string, string | undefined>>,
): PluginsInUse {
  for (const plugin of plugins) check(plugin);
  const brought = plugins.flatMap((plugin) =>
    (plugin.providers ?? [])
      .flatMap((make) => providersOf(plugin, () => make(env)))
      .map((provider) => [provider, plugin.name] as const),
  );
  return {
    providers: brought.map(([provider]) => provider),
    origins: new Map(brought),
    modules: plugins.flatMap(({ modules }) => modules ?? []),
    replacements: Replacements.of(plugins),
  };
}

/** It was written by others, maybe in JavaScript: what the types promise is looked at. */
function check(plugin: TandemPlugin): void {
  const { name, providers, modules, replace } = plugin;
  if (typeof name !== 'string' || name.trim() === '') {
    throw new PluginRefused('without a name', 'a TandemPlugin has a name, by which errors call it');
  }
  if ([providers, modules, replace].some((list) => list !== undefined && !Array.isArray(list))) {
    throw new PluginRefused(name, 'providers, modules and replace are lists');
  }
  checkVersion(plugin);
}

function checkVersion({ name, compatibility = '*' }: TandemPlugin): void {
  if (validRange(compatibility) === null) {
    throw new PluginRefused(name, `its compatibility "${compatibility}" is no range of versions`);
  }
  if (!satisfies(KIT_VERSION, compatibility)) {
    throw new PluginRefused(name, `it was made for Tandem ${compatibility}, and this is ${KIT_VERSION}`);
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
