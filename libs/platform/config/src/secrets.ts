import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { SettingsError } from './settings-error';
import { createOnce, readText } from './stored-file';
import type { Environment } from './variables';

type SecretName = 'JWT_SECRET' | 'ORDER_TOKEN_SECRET' | 'TANDEM_SETTINGS_SECRET';

/** A secret that signs or seals, and the previous one, which is still accepted. */
export interface Secret {
  readonly current: string;
  readonly previous: string | null;
}

// 32 hex characters are 128 bits; less can be guessed.
const MIN_SECRET_LENGTH = 32;

/**
 * Required with DATABASE_URL; with the embedded database (`dataDir`) it is generated once and stored. NAME_PREVIOUS holds the
 * previous secret during a rotation. @throws SettingsError
 */
export function secretIn(env: Environment, name: SecretName, dataDir: string | null): Secret {
  if (dataDir === null && !env[name]?.trim()) {
    throw new SettingsError(`${name} is required when DATABASE_URL is set`);
  }
  const current = configuredSecret(env, name) ?? storedSecret(join(dataDir ?? '', name.toLowerCase()));
  const previous = configuredSecret(env, `${name}_PREVIOUS`);
  if (previous === current) throw new SettingsError(`${name}_PREVIOUS must differ from ${name}`);
  return { current, previous: previous ?? untrimmed(env, name) };
}

/** Seals secrets in the database: TANDEM_SETTINGS_SECRET, or by default the order token secret. */
export function settingsSecretIn(env: Environment, orderToken: Secret): Secret {
  const name = 'TANDEM_SETTINGS_SECRET';
  if (configuredSecret(env, name) !== null) return secretIn(env, name, null);
  if (env[`${name}_PREVIOUS`] === undefined) return orderToken;
  throw new SettingsError(`${name}_PREVIOUS is useless without ${name}`);
}

/** Null if unset; a blank value is an error, so that no other secret is used instead. */
function configuredSecret(env: Environment, name: SecretName | `${SecretName}_PREVIOUS`): string | null {
  const text = env[name];
  if (text === undefined) return null;
  return requireLength(text.trim(), name);
}

/** The first version did not trim: what it signed with the white space is still accepted. */
function untrimmed(env: Environment, name: SecretName): string | null {
  const text = env[name] ?? '';
  return text === text.trim() ? null : text;
}

function storedSecret(file: string): string {
  const text = readText(file) ?? createOnce(file, randomBytes(32).toString('hex'));
  return requireLength(text.trim(), file);
}

function requireLength(secret: string, where: string): string {
  if (secret.length >= MIN_SECRET_LENGTH) return secret;
  throw new SettingsError(
    `${where} must have at least ${MIN_SECRET_LENGTH} characters, it has ${secret.length}`,
  );
}
