import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { SettingsError } from './settings-error';
import { createOnce, readText } from './stored-file';
import type { Environment } from './variables';

type SecretName = 'JWT_SECRET' | 'ORDER_TOKEN_SECRET' | 'TANDEM_SETTINGS_SECRET';

/** A secret that signs or seals, and the one before it, whose work is still accepted. */
export interface Secret {
  readonly current: string;
  readonly previous: string | null;
}

// 32 characters of hex are 128 bits: less can be guessed.
const SHORTEST_SECRET = 32;

/**
 * With a database of one's own a secret must be given; beside the embedded one (`dataDir`) it is made once and stored.
 * The one before it is given as NAME_PREVIOUS while a secret is being changed. @throws SettingsError
 */
export function secretIn(env: Environment, name: SecretName, dataDir: string | null): Secret {
  if (dataDir === null && !env[name]?.trim()) {
    throw new SettingsError(`${name} is required when DATABASE_URL is set`);
  }
  const current = givenSecret(env, name) ?? storedSecret(join(dataDir ?? '', name.toLowerCase()));
  const previous = givenSecret(env, `${name}_PREVIOUS`);
  if (previous === current) throw new SettingsError(`${name}_PREVIOUS must be another secret than ${name}`);
  return { current, previous: previous ?? untrimmed(env, name) };
}

/** What seals secrets in the database: one of its own where it is given, else the order token secret. */
export function settingsSecretIn(env: Environment, orderToken: Secret): Secret {
  const name = 'TANDEM_SETTINGS_SECRET';
  if (givenSecret(env, name) !== null) return secretIn(env, name, null);
  if (env[`${name}_PREVIOUS`] === undefined) return orderToken;
  throw new SettingsError(`${name}_PREVIOUS is of no use without ${name}`);
}

/** Null where there is none; one that is blank is a mistake, in whose place no other secret must be taken. */
function givenSecret(env: Environment, name: SecretName | `${SecretName}_PREVIOUS`): string | null {
  const text = env[name];
  if (text === undefined) return null;
  return longEnough(text.trim(), name);
}

/** The first version trimmed nothing: what it signed with the white space is still accepted. */
function untrimmed(env: Environment, name: SecretName): string | null {
  const text = env[name] ?? '';
  return text === text.trim() ? null : text;
}

function storedSecret(file: string): string {
  const text = readText(file) ?? createOnce(file, randomBytes(32).toString('hex'));
  return longEnough(text.trim(), file);
}

function longEnough(secret: string, where: string): string {
  if (secret.length >= SHORTEST_SECRET) return secret;
  throw new SettingsError(
    `${where} must have at least ${SHORTEST_SECRET} characters, it has ${secret.length}`,
  );
}
