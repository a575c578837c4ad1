import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { TtlCache, type Queryable } from '@tandem/database';
import type { PaymentMethod } from './payment-method';
import { PaymentMethodNotFound } from './payment-methods.errors';
import { PaymentMethodsRepository } from './payment-methods.repository';

// A method changes a few times a year and is read for every session. A second-old copy is enough to prepare the call; the statement
// that stores the session checks again. The size is far more stores than one process serves in a second.
const METHODS = { ttlMs: 1_000, maxEntries: 10_000 };

@Injectable()
export class PaymentMethodsReader {
  private readonly ofStores = new TtlCache<readonly PaymentMethod[]>(METHODS);

  constructor(private readonly repository: PaymentMethodsRepository) {}

  /** The methods offered to shoppers, in the store's order: active and visible in the storefront. */
  async findVisible(storeId: string, on?: Queryable): Promise<PaymentMethod[]> {
    return (await this.findActive(storeId, on)).filter((method) => method.storefrontVisible);
  }

  /** The methods that the caller may pay with; for staff, all active ones. */
  findUsable({ storeId, caller }: RequestContext): Promise<PaymentMethod[]> {
    return caller.scope.all ? this.findActive(storeId) : this.findVisible(storeId);
  }

  /** For staff: active or not, but not removed. Not cached. */
  async findPage(ctx: RequestContext, { limit, offset }: Paging): Promise<Page<PaymentMethod>> {
    const methods = (await this.repository.findByStore(ctx.storeId)).filter((method) => !method.isRemoved);
    return { items: methods.slice(offset, offset + limit), count: methods.length };
  }

  /** A method for staff, see `page`. @throws PaymentMethodNotFound */
  async read(ctx: RequestContext, id: string): Promise<PaymentMethod> {
    const all = await this.repository.findByStore(ctx.storeId);
    const method = all.find((candidate) => candidate.id === id && !candidate.isRemoved);
    if (method === undefined) throw new PaymentMethodNotFound();
    return method;
  }

  /** The providers of the visible methods, without duplicates. */
  async findVisibleProviders(storeId: string, on?: Queryable): Promise<string[]> {
    return [...new Set((await this.findVisible(storeId, on)).map((method) => method.providerId))];
  }

  /** Also an inactive or removed method, whose payments still continue. @throws PaymentMethodNotFound */
  async getIncludingRemoved(storeId: string, id: string, on?: Queryable): Promise<PaymentMethod> {
    const method = (await this.findAll(storeId, on)).find((candidate) => candidate.id === id);
    if (method === undefined) throw new PaymentMethodNotFound();
    return method;
  }

  /** A method that the caller may pay with. @throws PaymentMethodNotFound, also if it is inactive or hidden from the caller */
  async get(ctx: RequestContext, id: string): Promise<PaymentMethod> {
    const method = (await this.findUsable(ctx)).find((candidate) => candidate.id === id);
    if (method === undefined) throw new PaymentMethodNotFound();
    return method;
  }

  private async findActive(storeId: string, on?: Queryable): Promise<PaymentMethod[]> {
    return (await this.findAll(storeId, on)).filter((method) => method.active);
  }

  /** All methods, including inactive and removed ones, in the store's order. Inside a transaction, pass it as `on`. */
  async findAll(storeId: string, on?: Queryable): Promise<readonly PaymentMethod[]> {
    const read = (): Promise<readonly PaymentMethod[]> => this.repository.findByStore(storeId, on);
    return this.ofStores.peek(storeId) ?? this.ofStores.load(storeId, read);
  }

  /** Changes with each change made by this process. */
  get generation(): number {
    return this.ofStores.generation;
  }

  /** Call after a change: this process sees it at once, others within a second. */
  clearCache(): void {
    this.ofStores.clear();
  }
}
