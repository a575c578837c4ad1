import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { Variant } from './variant';
import { VariantsReader } from './variants.reader';
import { VariantsRepository, type VariantToSave } from './variants.repository';

/** Omitted fields stay unchanged. `prices` replaces all prices. */
export type VariantChanges = Partial<Omit<VariantToSave, 'id'>>;

/** Updates a variant; the lines of existing carts keep their price until they change. @throws VariantNotFound, SkuTaken */
@Injectable()
export class UpdateVariant {
  constructor(
    private readonly database: Database,
    private readonly reader: VariantsReader,
    private readonly variants: VariantsRepository,
  ) {}

  async run(ctx: RequestContext, id: string, changes: VariantChanges): Promise<Variant> {
    return this.database.transaction(async (tx) => {
      await this.variants.lockForUpdate(tx, ctx.storeId, id);
      const existing = await this.reader.get(ctx, id, tx);
      await ctx.idempotency.claim(tx);
      await this.variants.save(tx, ctx.storeId, { ...existing, ...changes });
      return getOrThrow(await storeResponse(ctx, tx, { value: await this.reader.get(ctx, id, tx) }));
    });
  }
}
