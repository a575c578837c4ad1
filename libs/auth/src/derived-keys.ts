import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AUTH_SECRETS, type AuthSecrets } from './jwt-tokens';

const KEY_BYTES = 32;

/** Of one secret comes a key of its own for each use (RFC 5869): what one of them is good for, no other is. */
@Injectable()
export class DerivedKeys {
  constructor(@Inject(AUTH_SECRETS) private readonly secrets: AuthSecrets) {}

  /** The same in every process; `use` names what it is for. */
  for(use: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.secrets.settingsSecret, '', `tandem: ${use}`, KEY_BYTES));
  }
}
