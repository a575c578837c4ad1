import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { propertiesOf } from '@tandem/objects';
import { DerivedKeys } from './derived-keys';

const CIPHER = 'aes-256-gcm';
// The first byte is the version of the format, so that the format can change later.
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Encrypts secrets for storage, so that the database alone does not reveal a gateway's key. */
@Injectable()
export class SealedSecrets {
  private readonly keys: readonly [Uint8Array, ...Uint8Array[]];

  constructor(keys: DerivedKeys) {
    this.keys = keys.keysFor('sealed secrets');
  }

  /** Bound to the record `recordId`: copied to another record, they cannot be decrypted. */
  seal(values: Readonly<Record<string, unknown>>, recordId: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.keys[0], nonce).setAAD(Buffer.from(recordId));
    const text = Buffer.concat([cipher.update(JSON.stringify(values), 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]);
  }

  /** Encrypts with the current secret; null if that is already the case. @throws Error as `unseal` does */
  reseal(sealed: Buffer, recordId: string): Buffer | null {
    const values = this.unseal(sealed, recordId);
    return this.isCurrent(sealed, recordId) ? null : this.seal(values, recordId);
  }

  /**
   * Decrypts, also what the previous secret encrypted.
   * @throws Error if it was tampered with, belongs to another record, or was encrypted with another secret
   */
  unseal(sealed: Buffer, recordId: string): Readonly<Record<string, unknown>> {
    if (sealed[0] !== VERSION) throw new Error('sealed secrets of an unknown version');
    const [current, previous] = this.keys;
    try {
      return openWith(current, sealed, recordId);
    } catch (error) {
      if (previous === undefined) throw error;
      return openWith(previous, sealed, recordId);
    }
  }

  private isCurrent(sealed: Buffer, recordId: string): boolean {
    try {
      openWith(this.keys[0], sealed, recordId);
      return true;
    } catch {
      return false;
    }
  }
}

function openWith(key: Uint8Array, sealed: Buffer, recordId: string): Readonly<Record<string, unknown>> {
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(recordId))
    .setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
  return propertiesOf(JSON.parse(text.toString('utf8')));
}
