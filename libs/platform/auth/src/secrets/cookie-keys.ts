import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AUTH_SECRETS, secretsInOrder, type AuthSecrets } from './auth-secrets';

/** The keys that sign session cookies, each derived from a JWT secret for this purpose alone (HKDF, RFC 5869). */
@Injectable()
export class CookieKeys {
  /** The key of the current secret, then that of the previous one, if any. */
  readonly inOrder: readonly string[];

  constructor(@Inject(AUTH_SECRETS) { jwtSecret, jwtSecretPrevious }: AuthSecrets) {
    this.inOrder = secretsInOrder(jwtSecret, jwtSecretPrevious).map(derive);
  }
}

function derive(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'tandem: session cookies', 32)).toString('hex');
}
