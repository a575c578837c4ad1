import { Injectable } from '@nestjs/common';
import { AdminGuard, ApiKeys, RequestOwners, type TokenOwner } from '@tandem/auth';
import { RequestLimits } from '@tandem/rate-limits';
import type { Request } from 'express';
import { SecretKeyAsBearer } from './medusa-auth.errors';

/** The caller of Medusa's Admin API: a secret key as Basic, or an admin's JWT as Bearer, or their cookie. */
@Injectable()
export class MedusaAdminGuard extends AdminGuard {
  constructor(
    keys: ApiKeys,
    limits: RequestLimits,
    private readonly owners: RequestOwners,
  ) {
    super(keys, limits);
  }

  /** @throws SecretKeyAsBearer */
  protected secretOf(request: Request): string | null {
    const authorization = request.get('authorization') ?? '';
    if (/^Bearer\s+sk_/i.test(authorization)) throw new SecretKeyAsBearer();
    const [, text] = /^Basic\s+(.+)$/i.exec(authorization) ?? [];
    return text === undefined ? null : secretIn(text);
  }

  protected ownerOf(request: Request): Promise<TokenOwner | null> {
    return this.owners.findOwner(request, 'admin');
  }

  /** The Authorization header contains either a key or a JWT, and a key takes precedence over a cookie. */
  protected hasLogin(): boolean {
    return false;
  }

  protected currencyOf(): undefined {
    return undefined;
  }
}

/** The key as a user name, as the SDK sends it; or the key alone, in base64 or plain. */
function secretIn(text: string): string {
  const decoded = text.startsWith('sk_') ? text : Buffer.from(text, 'base64').toString('utf8');
  return decoded.replace(/:[^]*$/, '');
}
