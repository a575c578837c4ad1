/** A provider's setting that is missing or cannot be right. Its message is the one line with which the start ends. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/**
 * Sent, and no clear answer came: a time-out, a cut line, a 5xx, an odd 200. Thrown deep inside a provider it reaches
 * the server, which takes whatever is thrown for an unknown outcome and logs no more of it than its name.
 */
export class UnclearAnswer extends Error {
  override readonly name = 'UnclearAnswer';
}

/** @throws SettingError that names the variable */
export function requiredSetting(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name]?.trim();
  if (!value) throw new SettingError(`${name} is not set`);
  return value;
}
