/** A provider setting that is missing or invalid. The server prints its message as one line and does not start. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/**
 * Sent, but no clear response came: a timeout, a broken connection, a 5xx, a malformed 200. Thrown deep inside a provider,
 * it reaches the server, which treats every thrown error as an unknown outcome and logs only the error's name.
 */
export class UnclearResponse extends Error {
  override readonly name = 'UnclearResponse';
}

/** @throws SettingError naming the variable */
export function requiredSetting(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name]?.trim();
  if (!value) throw new SettingError(`${name} is not set`);
  return value;
}
