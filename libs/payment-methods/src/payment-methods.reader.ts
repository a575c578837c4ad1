import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import type { PaymentMethod } from './payment-method';
import { PaymentMethodNotFound } from './payment-methods.errors';
import { PaymentMethodsRepository } from './payment-methods.repository';

/** A method changes a few times a year and is read for every session: one second old is fresh enough to prepare
 * the call, and the statement that stores the session checks it again. */
const FRESH_FOR_MS = 1000;

interface Remembered {
  readonly at: number;
  readonly methods: readonly PaymentMethod[];
}

@Injectable()
export class PaymentMethodsReader {
  private readonly remembered = new Map<string, Remembered>();

  constructor(private readonly repository: PaymentMethodsRepository) {}

  /** The store's active methods, in its order. */
  async active(storeId: string): Promise<PaymentMethod[]> {
    return (await this.all(storeId)).filter((method) => method.active);
  }

  /** Those of the active ones that shoppers are shown. */
  async visible(storeId: string): Promise<PaymentMethod[]> {
    return (await this.active(storeId)).filter((method) => method.storefrontVisible);
  }

  /** For the store's own people: active or not, but not removed. Read anew. */
  async page(ctx: RequestContext, { limit, offset }: Paging): Promise<Page<PaymentMethod>> {
    const kept = (await this.repository.ofStore(ctx.storeId)).filter((method) => !method.isRemoved);
    return { items: kept.slice(offset, offset + limit), count: kept.length };
  }

  /** One of those. `id` is null for an id of no known form. @throws PaymentMethodNotFound */
  async read(ctx: RequestContext, id: string | null): Promise<PaymentMethod> {
    const all = await this.repository.ofStore(ctx.storeId);
    const method = all.find((candidate) => candidate.id === id && !candidate.isRemoved);
    if (method === undefined) throw new PaymentMethodNotFound();
    return method;
  }

  /** The providers that some active method uses, each once. */
  async activeProviders(storeId: string): Promise<string[]> {
    return [...new Set((await this.active(storeId)).map((method) => method.providerId))];
  }

  /** Also one that is no longer active: what was begun with it is finished. @throws PaymentMethodNotFound */
  async any(storeId: string, id: string): Promise<PaymentMethod> {
    const method = (await this.all(storeId)).find((candidate) => candidate.id === id);
    if (method === undefined) throw new PaymentMethodNotFound();
    return method;
  }

  /** @throws PaymentMethodNotFound for an unknown, another store's or an inactive one. */
  async get(storeId: string, id: string | null): Promise<PaymentMethod> {
    const method = (await this.active(storeId)).find((candidate) => candidate.id === id);
    if (method === undefined) throw new PaymentMethodNotFound();
    return method;
  }

  /** Active or not, in the store's order. */
  async all(storeId: string): Promise<readonly PaymentMethod[]> {
    const known = this.remembered.get(storeId);
    if (known && Date.now() - known.at < FRESH_FOR_MS) return known.methods;
    const methods = await this.repository.ofStore(storeId);
    this.remembered.set(storeId, { at: Date.now(), methods });
    return methods;
  }

  /** After a change: this process sees it at once, others within the second. */
  forget(storeId: string): void {
    this.remembered.delete(storeId);
  }
}
