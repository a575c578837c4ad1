import { Injectable } from '@nestjs/common';
import { CustomersReader, type Customer } from '@tandem/customers';
import type { RequestContext } from '@tandem/context';
import type { Queryable } from '@tandem/database';
import type { Money } from '@tandem/money';
import { CreditsReader } from '@tandem/store-credits';
import { StoresReader } from '@tandem/stores';

/** A customer with their remaining store credit, in the store's currency. */
export interface Profile {
  readonly customer: Customer;
  readonly credit: Money;
}

@Injectable()
export class ProfileReader {
  constructor(
    private readonly customers: CustomersReader,
    private readonly credits: CreditsReader,
    private readonly stores: StoresReader,
  ) {}

  /** The calling customer. @throws AuthenticationRequired if their account no longer exists */
  async getOwn(ctx: RequestContext): Promise<Profile> {
    const customer = await this.customers.getOwn(ctx);
    return this.build(ctx, customer, await this.currencyOf(ctx));
  }

  async build(
    { storeId }: RequestContext,
    customer: Customer,
    currency: string,
    on?: Queryable,
  ): Promise<Profile> {
    return { customer, credit: await this.credits.sumRemaining(storeId, customer.id, currency, on) };
  }

  /** The store's currency. */
  async currencyOf({ storeId }: RequestContext): Promise<string> {
    return (await this.stores.getRegionFor(storeId, null)).currency;
  }
}
