import { createHash, randomBytes } from 'node:crypto';

export type ApiKeyType = 'publishable' | 'secret';

/** An API key. A publishable key is stored in clear (it is public), a secret key only as its hash. */
export interface ApiKey {
  readonly id: string;
  readonly storeId: string;
  readonly type: ApiKeyType;
  readonly title: string;
  readonly redacted: string;
  /** The scopes granted to a secret key (`read_orders`, `write_all`); a publishable key has none. */
  readonly scopes: readonly string[];
}

/** A key as staff see it. */
export interface ApiKeyDetails extends ApiKey {
  /** The token of a publishable key; that of a secret key only in the response that created it. */
  readonly token: string | null;
  /** When it stops working; in the future while it is being replaced. */
  readonly revokedAt: Date | null;
  /** The admin or secret key that revoked it (UUID). */
  readonly revokedBy: string | null;
  readonly isRevokedByKey: boolean;
  /** The admin or secret key that created it (UUID). */
  readonly createdBy: string | null;
  /** True: a secret key created it. False: an admin, the command line, or unknown. */
  readonly isMadeByKey: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const PREFIX = { publishable: 'pk_', secret: 'sk_' } satisfies Record<ApiKeyType, string>;

// Wide enough for every format in use, narrow enough that junk causes no query.
const TOKEN = /^[ps]k_[A-Za-z0-9]{16,120}$/;

/** The type's prefix and 256 random bits. */
export function newToken(type: ApiKeyType): string {
  return PREFIX[type] + randomBytes(32).toString('hex');
}

export function typeOfToken(token: string): ApiKeyType | null {
  if (!TOKEN.test(token)) return null;
  return token.startsWith(PREFIX.publishable) ? 'publishable' : 'secret';
}

/** Keys are looked up by hash, so that the time of a look-up reveals nothing about the key. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** "sk_5d1***81d": enough to recognize a key. */
export function redactedToken(token: string): string {
  return `${token.slice(0, 6)}***${token.slice(-3)}`;
}
