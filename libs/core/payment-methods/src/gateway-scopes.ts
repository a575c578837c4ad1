import { Injectable } from '@nestjs/common';
import { TtlCache } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import { scopesFrom, type GatewayScope, type ScopesOfProvider } from './gateway-scope';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository, type MethodOfGateway } from './payment-methods.repository';

// There is an entry for each provider, and for each method (one that is not there too) whose hook is used.
const SCOPES = { ttlMs: 1_000, most: 1_000 };

export interface ScopesOfMethod {
  readonly providerId: string;
  /** Null where the method's secrets cannot be opened. */
  readonly own: GatewayScope | null;
  /** Of the other methods of its store and gateway, which may be of the same account with other settings. */
  readonly others: readonly GatewayScope[];
}

/**
 * Whom a gateway's word is about. Removed methods too: what was begun with one is finished. Remembered for a second, for hooks are
 * open to everybody: a forged event costs no query, and no secret is opened for it.
 */
@Injectable()
export class GatewayScopes {
  private readonly byProvider = new TtlCache<ScopesOfProvider>(SCOPES);

  private readonly byMethod = new TtlCache<ScopesOfMethod | null>(SCOPES);

  constructor(
    private readonly methods: PaymentMethodsRepository,
    private readonly reader: PaymentMethodsReader,
    private readonly registry: ProviderRegistry,
  ) {}

  /** Of the provider and the other ids of its gateway, in all stores. */
  ofProvider(providerId: string): Promise<ScopesOfProvider> {
    return this.byProvider.get(this.keyOf(providerId), async () =>
      this.grouped(providerId, await this.methods.ofProviders(this.idsBeside(providerId))),
    );
  }

  /** Null where there is no such method. */
  ofMethod(id: string): Promise<ScopesOfMethod | null> {
    return this.byMethod.get(this.keyOf(id), () => this.readMethod(id));
  }

  private async readMethod(id: string): Promise<ScopesOfMethod | null> {
    const ofStore = await this.methods.besides(id);
    const method = ofStore.find((candidate) => candidate.id === id);
    if (method === undefined) return null;
    const { providerId } = method;
    const ids = this.idsBeside(providerId);
    const { scopes } = this.grouped(
      providerId,
      ofStore.filter((beside) => ids.includes(beside.providerId)),
    );
    const own = scopes.find(({ methodIds }) => methodIds.includes(id)) ?? null;
    return { providerId, own, others: scopes.filter((scope) => scope !== own) };
  }

  /** Another one after each change that this process makes. */
  private keyOf(id: string): string {
    return `${this.reader.generation} ${id}`;
  }

  /** All ids of the provider's gateway, itself among them. */
  private idsBeside(providerId: string): string[] {
    const gateway = this.registry.find(providerId)?.capabilities.gateway;
    if (gateway === undefined) return [providerId];
    const all = this.registry.all().map(({ capabilities }) => capabilities);
    return all.filter((capabilities) => capabilities.gateway === gateway).map(({ id }) => id);
  }

  /** `methods` are the oldest first. */
  private grouped(providerId: string, methods: readonly MethodOfGateway[]): ScopesOfProvider {
    const opened = methods.map((method) => ({
      method,
      secrets: this.methods.openIfReadable(method.storeId, method),
    }));
    return scopesFrom(providerId, opened);
  }
}
