import { Injectable } from '@nestjs/common';
import { AuthenticationRequired } from '@tandem/auth';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { CustomerNotFound } from './accounts.errors';
import type { Customer } from './customer';
import { CustomersRepository, type CustomerFilters } from './customers.repository';

@Injectable()
export class CustomersReader {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
  ) {}

  find(storeId: string, id: string): Promise<Customer | null> {
    return this.customers.find(this.database, storeId, id);
  }

  findByEmail(storeId: string, email: string): Promise<Customer | null> {
    return this.customers.findByEmail(this.database, storeId, email);
  }

  /** `id` is null for an id of no known form. @throws CustomerNotFound */
  async get(ctx: RequestContext, id: string | null): Promise<Customer> {
    const customer = id === null ? null : await this.find(ctx.storeId, id);
    if (customer === null) throw new CustomerNotFound();
    return customer;
  }

  /** The customer who asks. @throws AuthenticationRequired where their account is gone */
  async mine(ctx: RequestContext): Promise<Customer> {
    const { customerId } = ctx.caller.reach;
    const customer = customerId === null ? null : await this.find(ctx.storeId, customerId);
    if (customer === null) throw new AuthenticationRequired();
    return customer;
  }

  /** Newest first. */
  page(ctx: RequestContext, filters: CustomerFilters, paging: Paging): Promise<Page<Customer>> {
    return this.customers.page(this.database, ctx.storeId, filters, paging);
  }
}
