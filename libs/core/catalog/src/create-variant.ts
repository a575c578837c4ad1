import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Variant } from './variant';
import { VariantsReader } from './variants.reader';
import { VariantsRepository, type VariantToSave } from './variants.repository';

/** Creates a variant. @throws SkuTaken */
@Injectable()
export class CreateVariant {
  constructor(
    private readonly database: Database,
    private readonly reader: VariantsReader,
    private readonly variants: VariantsRepository,
  ) {}

  run(ctx: RequestContext, input: Omit<VariantToSave, 'id'>): Promise<Variant> {
    return this.database.transaction((tx) => this.runInTransaction(tx, ctx, input));
  }

  /** The same inside a caller's transaction. */
  async runInTransaction(tx: Tx, ctx: RequestContext, input: Omit<VariantToSave, 'id'>): Promise<Variant> {
    const id = newId();
    await ctx.idempotency.claim(tx);
    await this.variants.save(tx, ctx.storeId, { ...input, id });
    return getOrThrow(await storeResponse(ctx, tx, { value: await this.reader.get(ctx, id, tx) }));
  }
}
