import { Injectable } from '@nestjs/common';
import { answer, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { ApiKeyDetails, ApiKeyType } from './api-key';
import { ApiKeysRepository } from './api-keys.repository';
import { ApiKeyNotFound } from './auth.errors';

/** A key just made, with the token that nobody is shown again. */
export type NewKey = ApiKeyDetails & { readonly token: string };

export interface AddApiKeyInput {
  readonly type: ApiKeyType;
  /** For the store's own people. */
  readonly title: string;
}

/** Makes an API key. A secret one's token is in this answer alone: what is kept for a repeat of the request lacks it. */
@Injectable()
export class AddApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
  ) {}

  async run(ctx: RequestContext, input: AddApiKeyInput): Promise<NewKey> {
    const { storeId, caller } = ctx;
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const { id, token } = await this.keys.create(tx, { ...input, storeId, createdBy: caller.id });
      const value = await this.keys.read(tx, storeId, id);
      if (value === null) throw new ApiKeyNotFound();
      await answer(ctx, tx, { value });
      return { ...value, token };
    });
  }
}
