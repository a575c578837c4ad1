import { Injectable } from '@nestjs/common';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { Settings } from './payment-method';
import { PaymentMethodsRepository, type MethodOfGateway } from './payment-methods.repository';

/** The methods that share one account at a gateway: what it says is about what was made with these, and nothing else. */
export interface GatewayScope {
  /** The one that reads what the gateway says. */
  readonly providerId: string;
  /** All of the gateway's ids that these methods are of. */
  readonly providerIds: readonly string[];
  readonly storeIds: readonly string[];
  readonly methodIds: readonly string[];
  /** Secrets opened. */
  readonly settings: Settings;
}

/** Whom a gateway's word is about. Removed methods too: what was begun with one is finished. */
@Injectable()
export class GatewayScopes {
  constructor(
    private readonly methods: PaymentMethodsRepository,
    private readonly registry: ProviderRegistry,
  ) {}

  /** Of the provider and the other ids of its gateway, in all stores: methods with the same settings together, oldest first. */
  async ofProvider(providerId: string): Promise<GatewayScope[]> {
    return this.grouped(providerId, await this.methods.ofProviders(this.idsBeside(providerId)));
  }

  /** Those of the same store and gateway that have the settings of this one; null where there is no such method. */
  async ofMethod(id: string): Promise<GatewayScope | null> {
    const ofStore = await this.methods.besides(id);
    const own = ofStore.find((method) => method.id === id);
    if (own === undefined) return null;
    const ids = this.idsBeside(own.providerId);
    const scopes = this.grouped(
      own.providerId,
      ofStore.filter(({ providerId }) => ids.includes(providerId)),
    );
    return scopes.find(({ methodIds }) => methodIds.includes(id)) ?? null;
  }

  /** All ids of the provider's gateway, itself among them. */
  private idsBeside(providerId: string): string[] {
    const gateway = this.registry.find(providerId)?.capabilities.gateway;
    if (gateway === undefined) return [providerId];
    const all = this.registry.all().map(({ capabilities }) => capabilities);
    return all.filter((capabilities) => capabilities.gateway === gateway).map(({ id }) => id);
  }

  private grouped(providerId: string, methods: readonly MethodOfGateway[]): GatewayScope[] {
    const groups = new Map<string, (MethodOfGateway & { settings: Settings })[]>();
    for (const method of methods) {
      const settings = { ...method.settings, ...this.methods.open(method.storeId, method) };
      const key = JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
      groups.set(key, [...(groups.get(key) ?? []), { ...method, settings }]);
    }
    return [...groups.values()].map((group) => ({
      providerId,
      providerIds: [...new Set(group.map((method) => method.providerId))],
      storeIds: [...new Set(group.map(({ storeId }) => storeId))],
      methodIds: group.map(({ id }) => id),
      settings: group[0]?.settings ?? {},
    }));
  }
}
