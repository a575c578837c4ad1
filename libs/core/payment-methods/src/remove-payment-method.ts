import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { PaymentMethodNotFound } from './payment-methods.errors';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository } from './payment-methods.repository';

/** Removes a method: it starts no sessions; its existing payments continue. @throws PaymentMethodNotFound */
@Injectable()
export class RemovePaymentMethod {
  constructor(
    private readonly database: Database,
    private readonly methods: PaymentMethodsRepository,
    private readonly reader: PaymentMethodsReader,
  ) {}

  async run(ctx: RequestContext, id: string): Promise<null> {
    await this.database.transaction(async (tx) => {
      const method = await this.methods.lockForUpdate(tx, ctx.storeId, id);
      if (method === null) throw new PaymentMethodNotFound();
      await ctx.idempotency.claim(tx);
      await this.methods.remove(tx, ctx.storeId, method.id);
      return getOrThrow(await storeResponse(ctx, tx, { value: null }));
    });
    this.reader.clearCache();
    return null;
  }
}
