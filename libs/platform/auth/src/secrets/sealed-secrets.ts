import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { propertiesOf } from '@tandem/objects';
import { DerivedKeys } from './derived-keys';

const CIPHER = 'aes-256-gcm';
// The first byte says how the rest is made, so that it can be made otherwise one day.
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Secrets as they are kept: a gateway's key is of no use to whoever reads the database. */
@Injectable()
export class SealedSecrets {
  private readonly keys: readonly [Uint8Array, ...Uint8Array[]];

  constructor(keys: DerivedKeys) {
    this.keys = keys.for('sealed secrets');
  }

  /** `of` names what they belong to: moved to anything else, they cannot be opened. */
  seal(values: Readonly<Record<string, unknown>>, of: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keys[0], nonce).setAAD(Buffer.from(of));
    const text = Buffer.concat([cipher.update(JSON.stringify(values), 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]);
  }

  /** Sealed anew with the current secret; null where it is already. @throws Error as `open` does */
  reseal(sealed: Buffer, of: string): Buffer | null {
    const values = this.unseal(sealed, of);
    return this.isCurrent(sealed, of) ? null : this.seal(values, of);
  }

  /**
   * Also what was sealed with the secret before the current one.
   * @throws Error when it was tampered with, belongs to something else, or was sealed with another secret
   */
  unseal(sealed: Buffer, of: string): Readonly<Record<string, unknown>> {
    if (sealed[0] !== VERSION) throw new Error('sealed secrets of an unknown version');
    const [current, previous] = this.keys;
    try {
      return openWith(current, sealed, of);
    } catch (error) {
      if (previous === undefined) throw error;
      return openWith(previous, sealed, of);
    }
  }

  private isCurrent(sealed: Buffer, of: string): boolean {
    try {
      openWith(this.keys[0], sealed, of);
      return true;
    } catch {
      return false;
    }
  }
}

function openWith(key: Uint8Array, sealed: Buffer, of: string): Readonly<Record<string, unknown>> {
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(of))
    .setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
  return propertiesOf(JSON.parse(text.toString('utf8')));
}
