import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AUTH_SECRETS, secretsInOrder, type AuthSecrets } from './auth-secrets';

const KEY_BYTES = 32;

/** Derives one key per purpose from the settings secret (HKDF, RFC 5869). */
@Injectable()
export class DerivedKeys {
  constructor(@Inject(AUTH_SECRETS) private readonly secrets: AuthSecrets) {}

  /**
   * The same in every process; `use` names what it is for. The first is the current secret's; one of the secret before
   * it may follow, to read what was written with that.
   */
  for(use: string): [Uint8Array, ...Uint8Array[]] {
    const { settingsSecret, settingsSecretPrevious } = this.secrets;
    const [current, ...previous] = secretsInOrder(settingsSecret, settingsSecretPrevious);
    return [derive(current, use), ...previous.map((secret) => derive(secret, use))];
  }
}

function derive(secret: string, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `tandem: ${use}`, KEY_BYTES));
}
