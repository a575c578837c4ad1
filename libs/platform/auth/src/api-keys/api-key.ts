import { createHash, randomBytes } from 'node:crypto';

export type ApiKeyType = 'publishable' | 'secret';

/** A key as it is stored: a publishable one in clear (it is public), a secret one as its hash alone. */
export interface ApiKey {
  readonly id: string;
  readonly storeId: string;
  readonly type: ApiKeyType;
  readonly title: string;
  readonly redacted: string;
  /** What a secret one may do, as they were given (`read_orders`, `write_all`); a publishable one has none. */
  readonly scopes: readonly string[];
}

/** A key as the store's own people see it. */
export interface ApiKeyDetails extends ApiKey {
  /** A publishable one's own text; a secret one's only in the answer that made it. */
  readonly token: string | null;
  /** From then on it opens nothing; a time to come while it is being replaced. */
  readonly revokedAt: Date | null;
  /** The admin or secret key that revoked it (UUID). */
  readonly revokedBy: string | null;
  readonly isRevokedByKey: boolean;
  /** The admin or secret key that made it (UUID). */
  readonly createdBy: string | null;
  /** True: a secret key made it. False: an admin, the command line, or nobody known. */
  readonly isMadeByKey: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const PREFIX = { publishable: 'pk_', secret: 'sk_' } satisfies Record<ApiKeyType, string>;

// Wide enough for every form in use, narrow enough that junk never reaches the database.
const TOKEN = /^[ps]k_[A-Za-z0-9]{16,120}$/;

/** 256 random bits behind the type's prefix. */
export function newToken(type: ApiKeyType): string {
  return PREFIX[type] + randomBytes(32).toString('hex');
}

export function typeOfToken(token: string): ApiKeyType | null {
  if (!TOKEN.test(token)) return null;
  return token.startsWith(PREFIX.publishable) ? 'publishable' : 'secret';
}

/** Looked up by hash, so the time a look-up takes tells nothing of a key. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** "sk_5d1***81d": enough to recognize a key by. */
export function redactedToken(token: string): string {
  return `${token.slice(0, 6)}***${token.slice(-3)}`;
}
