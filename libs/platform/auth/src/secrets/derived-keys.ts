import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AUTH_SECRETS, secretsInOrder, type AuthSecrets } from './auth-secrets';

const KEY_BYTES = 32;

/** Derives one key per purpose from the settings secret (HKDF, RFC 5869). */
@Injectable()
export class DerivedKeys {
  constructor(@Inject(AUTH_SECRETS) private readonly secrets: AuthSecrets) {}

  /**
   * The keys for `purpose`, the same in every process. The first is derived from the current secret; one from the previous
   * secret may follow, to read what was encrypted with that.
   */
  keysFor(purpose: string): [Uint8Array, ...Uint8Array[]] {
    const { settingsSecret, settingsSecretPrevious } = this.secrets;
    const [current, ...previous] = secretsInOrder(settingsSecret, settingsSecretPrevious);
    return [derive(current, purpose), ...previous.map((secret) => derive(secret, purpose))];
  }
}

function derive(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `tandem: ${purpose}`, KEY_BYTES));
}
