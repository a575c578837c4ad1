import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { TtlCache, type Queryable } from '@tandem/database';
import type { PaymentMethod } from './payment-method';
import { PaymentMethodNotFound } from './payment-methods.errors';
import { PaymentMethodsRepository } from './payment-methods.repository';

// A method changes a few times a year and is read for every session: one second old is fresh enough to prepare the call, and the
// statement that stores the session checks it again. Far more stores than one process serves in a second.
const METHODS = { ttlMs: 1_000, most: 10_000 };

@Injectable()
export class PaymentMethodsReader {
  private readonly ofStores = new TtlCache<readonly PaymentMethod[]>(METHODS);

  constructor(private readonly repository: PaymentMethodsRepository) {}

  /** What shoppers may pay with, in the store's order: the active methods that are not the back office's own. */
  async visible(storeId: string, on?: Queryable): Promise<PaymentMethod[]> {
    return (await this.active(storeId, on)).filter((method) => method.storefrontVisible);
  }

  /** What the caller may pay with: all active ones for the store's own people. */
  usable({ storeId, caller }: RequestContext): Promise<PaymentMethod[]> {
    return caller.reach.all ? this.active(storeId) : this.visible(storeId);
  }

  /** For the store's own people: active or not, but not removed. Read anew. */
  async page(ctx: RequestContext, { limit, offset }: Paging): Promise<Page<PaymentMethod>> {
    const kept = (await this.repository.ofStore(ctx.storeId)).filter((method) => !method.isRemoved);
    return { items: kept.slice(offset, offset + limit), count: kept.length };
  }

  /** One of those. @throws PaymentMethodNotFound */
  async read(ctx: RequestContext, id: string): Promise<PaymentMethod> {
    const all = await this.repository.ofStore(ctx.storeId);
    const method = all.find((candidate) => candidate.id === id && !candidate.isRemoved);
    if (method === undefined) throw new PaymentMethodNotFound();
    return method;
  }

  /** The providers that shoppers may pay with, each once. */
  async visibleProviders(storeId: string, on?: Queryable): Promise<string[]> {
    return [...new Set((await this.visible(storeId, on)).map((method) => method.providerId))];
  }

  /** Also one that is no longer active: what was begun with it is finished. @throws PaymentMethodNotFound */
  async any(storeId: string, id: string, on?: Queryable): Promise<PaymentMethod> {
    const method = (await this.all(storeId, on)).find((candidate) => candidate.id === id);
    if (method === undefined) throw new PaymentMethodNotFound();
    return method;
  }

  /** One the caller may pay with. @throws PaymentMethodNotFound, also for an inactive one, or one that shoppers are not shown */
  async get(ctx: RequestContext, id: string): Promise<PaymentMethod> {
    const method = (await this.usable(ctx)).find((candidate) => candidate.id === id);
    if (method === undefined) throw new PaymentMethodNotFound();
    return method;
  }

  private async active(storeId: string, on?: Queryable): Promise<PaymentMethod[]> {
    return (await this.all(storeId, on)).filter((method) => method.active);
  }

  /** Active or not, removed ones too, in the store's order. Inside a transaction `on` is its own connection. */
  async all(storeId: string, on?: Queryable): Promise<readonly PaymentMethod[]> {
    const read = (): Promise<readonly PaymentMethod[]> => this.repository.ofStore(storeId, on);
    return this.ofStores.find(storeId) ?? this.ofStores.load(storeId, read);
  }

  /** Another one after each change that this process makes. */
  get generation(): number {
    return this.ofStores.generation;
  }

  /** After a change: this process sees it at once, others within the second. */
  forget(): void {
    this.ofStores.clear();
  }
}
