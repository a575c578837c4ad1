import { Injectable } from '@nestjs/common';
import { CustomerNotFound, CustomersReader } from '@tandem/customers';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import type { StoreCredit } from './credit';
import { CreditsReader } from './credits.reader';
import { StoreCreditsRepository } from './store-credits.repository';

export interface IssueStoreCreditInput {
  /** UUID. */
  readonly customerId: string | null;
  readonly amount: Money;
  /** Reason, shown to staff only. */
  readonly memo: string | null;
}

/** Issues store credit to a customer. @throws CustomerNotFound */
@Injectable()
export class IssueStoreCredit {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly credits: StoreCreditsRepository,
    private readonly reader: CreditsReader,
  ) {}

  async run(ctx: RequestContext, { customerId, amount, memo }: IssueStoreCreditInput): Promise<StoreCredit> {
    const found = customerId && (await this.customers.find(ctx.storeId, customerId));
    if (!found) throw new CustomerNotFound();
    const id = newId();
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const credit = { id, customerId: found.id, amount, memo, createdBy: ctx.caller.id };
      await this.credits.insert(tx, ctx.storeId, credit);
      const value = await this.reader.getStoreCredit(ctx, found.id, id, tx);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
