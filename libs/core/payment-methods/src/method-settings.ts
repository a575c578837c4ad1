import type { ProviderCapabilities, ProviderSetting } from '@tandem/provider-kit';
import type { Settings } from './payment-method';
import { SettingsInvalid } from './payment-methods.errors';
import { otherMode, problemOf, trimmed } from './setting-values';

/** Settings as they are asked for: null takes one away, what is left out stays. */
export type SettingChanges = Readonly<Record<string, unknown>>;

/** A method's settings, those that may be shown apart from those that may not. */
export interface SplitSettings {
  readonly settings: Settings;
  readonly secrets: Settings;
}

/** The settings with the changes in, trimmed, and checked against what the provider asks for. @throws SettingsInvalid */
export function changedSettings(
  { settings: known = [] }: Pick<ProviderCapabilities, 'settings'>,
  before: SplitSettings,
  changes: SettingChanges,
): SplitSettings {
  const unknown = Object.keys(changes).find((name) => !known.some(({ key }) => key === name));
  if (unknown !== undefined)
    throw new SettingsInvalid({ [unknown.slice(0, 64)]: 'is no setting of this type' });
  const had = { ...before.settings, ...before.secrets };
  const values: Readonly<Record<string, unknown>> = Object.fromEntries(
    known.flatMap((setting) => valueOf(setting, had, changes)),
  );
  assertValid(known, values);
  const of = (secret: boolean): Settings => {
    const keys = known.filter(({ type }) => (type === 'password') === secret).map(({ key }) => key);
    return Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));
  };
  return { settings: of(false), secrets: of(true) };
}

function valueOf(setting: ProviderSetting, had: Settings, changes: SettingChanges): [string, unknown][] {
  const { key } = setting;
  const value = trimmed(Object.hasOwn(changes, key) ? changes[key] : (had[key] ?? setting.default));
  return value === undefined || value === null || value === '' ? [] : [[key, value]];
}

function assertValid(
  known: readonly ProviderSetting[],
  values: Readonly<Record<string, unknown>>,
): asserts values is Settings {
  const problems = known.flatMap((setting): [string, string][] => {
    const problem = problemOf(setting, values[setting.key]);
    return problem === null ? [] : [[setting.key, problem]];
  });
  if (problems.length > 0) throw new SettingsInvalid(Object.fromEntries(problems));
  const key = otherMode(known, values);
  if (key !== null) throw new SettingsInvalid({ [key]: 'is of another mode (test or live) than the others' });
}
