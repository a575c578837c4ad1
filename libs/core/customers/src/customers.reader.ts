import { Injectable } from '@nestjs/common';
import { AuthenticationRequired } from '@tandem/auth';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import type { Customer } from './customer';
import { CustomerListsRepository, type CustomerFilters } from './customer-lists.repository';
import { CustomerNotFound } from './customers.errors';
import { CustomersRepository } from './customers.repository';

@Injectable()
export class CustomersReader {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly lists: CustomerListsRepository,
  ) {}

  find(storeId: string, id: string): Promise<Customer | null> {
    return this.customers.findById(this.database, storeId, id);
  }

  /** Those that exist, by id. */
  async findAll(
    storeId: string,
    ids: readonly string[],
    on: Queryable = this.database,
  ): Promise<ReadonlyMap<string, Customer>> {
    if (ids.length === 0) return new Map();
    const found = await this.customers.findByIds(on, storeId, ids);
    return new Map(found.map((customer) => [customer.id, customer]));
  }

  findByEmail(storeId: string, email: string): Promise<Customer | null> {
    return this.customers.findByEmail(this.database, storeId, email);
  }

  /** @throws CustomerNotFound, with the id as the caller wrote it */
  async get(ctx: RequestContext, id: string, publicId = ''): Promise<Customer> {
    const customer = await this.find(ctx.storeId, id);
    if (customer === null) throw new CustomerNotFound(publicId);
    return customer;
  }

  /** The calling customer. @throws AuthenticationRequired if their account no longer exists */
  async getOwn(ctx: RequestContext): Promise<Customer> {
    const { customerId } = ctx.caller.scope;
    const customer = customerId === null ? null : await this.find(ctx.storeId, customerId);
    if (customer === null) throw new AuthenticationRequired();
    return customer;
  }

  findPage(ctx: RequestContext, filters: CustomerFilters, paging: Paging): Promise<Page<Customer>> {
    return this.lists.findPage(ctx.storeId, filters, paging);
  }
}
