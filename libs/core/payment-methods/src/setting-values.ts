import type { ProviderSetting } from '@tandem/provider-kit';

const TYPES = {
  string: 'string',
  password: 'string',
  select: 'string',
  boolean: 'boolean',
  number: 'number',
} as const;

/** Pasted keys often come with spaces and line ends around them. */
export function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

/** What is wrong with a value, as a phrase that follows its key; null if valid. Never quotes the value, which may be a secret. */
export function problemOf(setting: ProviderSetting, value: unknown): string | null {
  if (value === undefined) return setting.required ? 'is required' : null;
  if (typeof value !== TYPES[setting.type]) return `is not a ${TYPES[setting.type]}`;
  if (typeof value !== 'string') return null;
  return formProblem(setting, value);
}

function formProblem({ type, options = [], pattern, modes }: ProviderSetting, text: string): string | null {
  if (type === 'select' && !options.some(({ value }) => value === text))
    return `is not one of ${options.map(({ value }) => value).join(', ')}`;
  if (modes && modeIn(modes, text) === null)
    return `does not begin with ${[...modes.test, ...modes.live].join(', ')}`;
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(text)) return 'has an invalid format';
  return null;
}

/** Settings of test and live mode must not be mixed: the key of the first one whose mode differs; null if none does. */
export function otherMode(
  definitions: readonly ProviderSetting[],
  values: Readonly<Record<string, unknown>>,
): string | null {
  const moded = definitions.flatMap(({ key, modes }) => {
    const value = values[key];
    return modes && typeof value === 'string' ? { key, mode: modeIn(modes, value) } : [];
  });
  const [first] = moded;
  return moded.find(({ mode }) => mode !== first?.mode)?.key ?? null;
}

type Modes = NonNullable<ProviderSetting['modes']>;

function modeIn(modes: Modes, text: string): keyof Modes | null {
  if (modes.test.some((prefix) => text.startsWith(prefix))) return 'test';
  return modes.live.some((prefix) => text.startsWith(prefix)) ? 'live' : null;
}
