import { Injectable } from '@nestjs/common';
import type { Page, PageRequest, RequestContext } from '@tandem/context';
import { ProviderRegistry } from '@tandem/payment-providers';
import { PaymentMethodsReader } from './payment-methods.reader';

/** An installed provider, and whether the store uses it. */
export interface ProviderInStore {
  /** Its registry key, e.g. `pp_bogus_default`. */
  readonly id: string;
  /** The store has an active method of this provider. */
  readonly isEnabled: boolean;
}

/** Filters of the provider list; omitted ones match everything. */
export interface ProviderFilters {
  readonly ids?: readonly string[];
  readonly isEnabled?: boolean;
}

/** All registered providers (Medusa's admin list). */
@Injectable()
export class ProvidersReader {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly methods: PaymentMethodsReader,
  ) {}

  /** Sorted by id. */
  async findPage(
    ctx: RequestContext,
    { ids, isEnabled }: ProviderFilters,
    { paging: { limit, offset }, sort }: PageRequest<'id'>,
  ): Promise<Page<ProviderInStore>> {
    const methods = await this.methods.findAll(ctx.storeId);
    const inUse = new Set(methods.filter(({ active }) => active).map(({ providerId }) => providerId));
    const all = this.registry.getAll().map(({ capabilities: { id } }) => ({ id, isEnabled: inUse.has(id) }));
    const found = all
      .filter((provider) => ids?.includes(provider.id) ?? true)
      .filter((provider) => provider.isEnabled === (isEnabled ?? provider.isEnabled))
      .sort((one, other) => one.id.localeCompare(other.id));
    if (sort?.descending) found.reverse();
    return { items: found.slice(offset, offset + limit), count: found.length };
  }
}
