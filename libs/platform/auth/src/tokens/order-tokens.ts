import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AUTH_SECRETS, secretsInOrder, type AuthSecrets } from '../secrets/auth-secrets';

const ID_BYTES = 16;

// 48 bytes in base64url. Buffer.from skips invalid characters, so without this check one token would have many spellings.
const TOKEN = /^[\w-]{64}$/;

/** Tokens that let a guest see and pay one order: the order's id and its HMAC, so nothing needs to be stored. */
@Injectable()
export class OrderTokens {
  private readonly secrets: readonly [string, ...string[]];

  constructor(@Inject(AUTH_SECRETS) secrets: AuthSecrets) {
    this.secrets = secretsInOrder(secrets.orderTokenSecret, secrets.orderTokenSecretPrevious);
  }

  issue(storeId: string, orderId: string): string {
    const id = Buffer.from(orderId.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, hmac(this.secrets[0], storeId, id)]).toString('base64url');
  }

  /** The order (UUID) of the token in the first of these headers that is not blank; null for none, or an invalid one. */
  findOrder(request: Request, storeId: string, headers: readonly string[]): string | null {
    for (const header of headers) {
      const token = request.get(header)?.trim();
      if (token) return this.verify(storeId, token);
    }
    return null;
  }

  /** The order of a token (UUID); null for an invalid token, or one of another store. */
  verify(storeId: string, token: string): string | null {
    if (!TOKEN.test(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    const id = bytes.subarray(0, ID_BYTES);
    const code = bytes.subarray(ID_BYTES);
    const isValid = this.secrets.some((secret) => timingSafeEqual(code, hmac(secret, storeId, id)));
    return isValid ? uuidOf(id.toString('hex')) : null;
  }
}

function hmac(secret: string, storeId: string, id: Buffer): Buffer {
  return createHmac('sha256', secret).update(`order:${storeId}:`).update(id).digest();
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
