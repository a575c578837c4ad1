import type { ProviderCapabilities, ProviderSetting } from '@tandem/provider-kit';
import type { Settings } from './payment-method';
import { SettingsInvalid } from './payment-methods.errors';
import { otherMode, problemOf, trimmed } from './setting-values';

/** Requested changes of settings: null removes one; omitted ones stay unchanged. */
export type SettingChanges = Readonly<Record<string, unknown>>;

/** A method's settings, with the secret ones separate. */
export interface SplitSettings {
  readonly settings: Settings;
  readonly secrets: Settings;
}

/** Applies the changes, trims the values and validates them against the provider's settings. @throws SettingsInvalid */
export function changedSettings(
  { settings: definitions = [] }: Pick<ProviderCapabilities, 'settings'>,
  before: SplitSettings,
  changes: SettingChanges,
): SplitSettings {
  const unknown = Object.keys(changes).find((name) => !definitions.some(({ key }) => key === name));
  if (unknown !== undefined)
    throw new SettingsInvalid({ [unknown.slice(0, 64)]: 'is not a setting of this type' });
  const existing = { ...before.settings, ...before.secrets };
  const values: Readonly<Record<string, unknown>> = Object.fromEntries(
    definitions.flatMap((setting) => valueOf(setting, existing, changes)),
  );
  assertValid(definitions, values);
  const settingsThatAre = (secret: boolean): Settings => {
    const keys = definitions.filter(({ type }) => (type === 'password') === secret).map(({ key }) => key);
    return Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));
  };
  return { settings: settingsThatAre(false), secrets: settingsThatAre(true) };
}

function valueOf(setting: ProviderSetting, existing: Settings, changes: SettingChanges): [string, unknown][] {
  const { key } = setting;
  const value = trimmed(Object.hasOwn(changes, key) ? changes[key] : (existing[key] ?? setting.default));
  return value === undefined || value === null || value === '' ? [] : [[key, value]];
}

function assertValid(
  definitions: readonly ProviderSetting[],
  values: Readonly<Record<string, unknown>>,
): asserts values is Settings {
  const problems = definitions.flatMap((setting): [string, string][] => {
    const problem = problemOf(setting, values[setting.key]);
    return problem === null ? [] : [[setting.key, problem]];
  });
  if (problems.length > 0) throw new SettingsInvalid(Object.fromEntries(problems));
  const key = otherMode(definitions, values);
  if (key !== null) throw new SettingsInvalid({ [key]: 'is of another mode (test or live) than the others' });
}
