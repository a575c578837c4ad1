import { Injectable } from '@nestjs/common';
import { storeResponse, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { ApiKeyDetails, ApiKeyType } from './api-key';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound, ScopesBeyondOwn, ScopesInvalid } from '../auth.errors';
import { excessScopes, unknownScopes } from '../scopes/scopes';

/** A new key with its token, which no other response contains. */
export type NewKey = ApiKeyDetails & { readonly token: string };

export interface CreateApiKeyInput {
  readonly type: ApiKeyType;
  /** A title for staff. */
  readonly title: string;
  /** One or more for a secret key; none for a publishable key. */
  readonly scopes: readonly string[];
}

/**
 * Creates an API key. Only this response contains a secret key's token: the one stored for retries lacks it.
 * A caller cannot grant scopes that they do not have. @throws ScopesInvalid, ScopesBeyondOwn
 */
@Injectable()
export class CreateApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
  ) {}

  run(ctx: RequestContext, input: CreateApiKeyInput): Promise<NewKey> {
    return this.database.transaction((tx) => this.runInTransaction(tx, ctx, input));
  }

  /** The same as a step of a larger transaction. */
  async runInTransaction(tx: Tx, ctx: RequestContext, input: CreateApiKeyInput): Promise<NewKey> {
    const { storeId, caller } = ctx;
    checkScopes(input);
    const excess = excessScopes(caller.scopes, input.scopes);
    if (excess.length > 0) throw new ScopesBeyondOwn(excess);
    await ctx.idempotency.claim(tx);
    const { id, token } = await this.keys.create(tx, { ...input, storeId, createdBy: caller.id });
    const value = await this.keys.read(tx, storeId, id);
    if (value === null) throw new ApiKeyNotFound();
    await storeResponse(ctx, tx, { value });
    return { ...value, token };
  }
}

/** @throws ScopesInvalid */
function checkScopes({ type, scopes }: CreateApiKeyInput): void {
  if (type === 'publishable' && scopes.length > 0) throw new ScopesInvalid('are only for secret keys');
  if (type === 'secret' && scopes.length === 0) throw new ScopesInvalid("can't be blank");
  const unknown = unknownScopes(scopes);
  if (unknown.length > 0)
    throw new ScopesInvalid(`contain unknown names: ${unknown.join(', ').slice(0, 255)}`);
}
