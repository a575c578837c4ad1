import { Injectable } from '@nestjs/common';
import type { Settings } from './payment-method';
import { PaymentMethodsRepository, type MethodOfGateway } from './payment-methods.repository';

/** The methods that share one account at a gateway: what it says is about what was made with these, and nothing else. */
export interface GatewayScope {
  readonly providerId: string;
  readonly storeIds: readonly string[];
  readonly methodIds: readonly string[];
  /** Secrets opened. */
  readonly settings: Settings;
}

/** Whom a gateway's word is about. Removed methods too: what was begun with one is finished. */
@Injectable()
export class GatewayScopes {
  constructor(private readonly methods: PaymentMethodsRepository) {}

  /** The provider's methods of all stores, those with the same settings together, oldest first. */
  async ofProvider(providerId: string): Promise<GatewayScope[]> {
    return this.grouped(await this.methods.ofProvider(providerId));
  }

  /** Those of the same store that have the settings of this one; null where there is no such method. */
  async ofMethod(id: string): Promise<GatewayScope | null> {
    const scopes = this.grouped(await this.methods.besides(id));
    return scopes.find(({ methodIds }) => methodIds.includes(id)) ?? null;
  }

  private grouped(methods: readonly MethodOfGateway[]): GatewayScope[] {
    const groups = new Map<string, MethodOfGateway[]>();
    for (const method of methods) {
      const settings = { ...method.settings, ...this.methods.open(method.storeId, method) };
      const key = JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
      groups.set(key, [...(groups.get(key) ?? []), { ...method, settings }]);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const storeIds = [...new Set(group.map(({ storeId }) => storeId))];
      const { providerId, settings } = first;
      return { providerId, storeIds, methodIds: group.map(({ id }) => id), settings };
    });
  }
}
