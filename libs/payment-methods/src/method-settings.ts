import type { ProviderCapabilities, ProviderSetting } from '@tandem/provider-kit';
import type { Settings, SettingValue } from './payment-method';
import { SettingsInvalid } from './payment-methods.errors';

/** Settings as they are asked for: null takes one away, what is left out stays. */
export type SettingChanges = Readonly<Record<string, unknown>>;

/** A method's settings, those that may be shown apart from those that may not. */
export interface SplitSettings {
  readonly settings: Settings;
  readonly secrets: Settings;
}

const TYPES = {
  string: 'string',
  password: 'string',
  select: 'string',
  boolean: 'boolean',
  number: 'number',
} as const;

/** The settings with the changes in, checked against what the provider asks for. @throws SettingsInvalid */
export function changedSettings(
  { settings: known = [] }: ProviderCapabilities,
  before: SplitSettings,
  changes: SettingChanges,
): SplitSettings {
  const unknown = Object.keys(changes).find((name) => !known.some(({ key }) => key === name));
  if (unknown !== undefined) throw new SettingsInvalid(`has no setting "${unknown.slice(0, 64)}"`);
  const of = (secret: boolean): Settings => {
    const kind = known.filter(({ type }) => (type === 'password') === secret);
    const had = secret ? before.secrets : before.settings;
    return Object.fromEntries(kind.flatMap((setting) => valueOf(setting, had, changes)));
  };
  return { settings: of(false), secrets: of(true) };
}

function valueOf(setting: ProviderSetting, had: Settings, changes: SettingChanges): [string, SettingValue][] {
  const { key, type, required } = setting;
  const value = Object.hasOwn(changes, key) ? changes[key] : (had[key] ?? setting.default);
  if (value === undefined || value === null || value === '') {
    if (required) throw new SettingsInvalid(`needs a ${key}`);
    return [];
  }
  if (typeof value !== TYPES[type]) throw new SettingsInvalid(`${key} is not a ${TYPES[type]}`);
  return [[key, value as SettingValue]];
}
