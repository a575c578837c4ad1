import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { VariantsReader } from './variants.reader';
import { VariantsRepository } from './variants.repository';

/** Removes a variant from the catalog; existing orders are unchanged. @throws VariantNotFound */
@Injectable()
export class RemoveVariant {
  constructor(
    private readonly database: Database,
    private readonly reader: VariantsReader,
    private readonly variants: VariantsRepository,
  ) {}

  async run(ctx: RequestContext, id: string): Promise<null> {
    const variant = await this.reader.get(ctx, id);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      await this.variants.remove(tx, ctx.storeId, variant.id);
      return getOrThrow(await storeResponse(ctx, tx, { value: null }));
    });
  }
}
