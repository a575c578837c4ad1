import { Injectable } from '@nestjs/common';
import { TtlCache } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { Settings } from './payment-method';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository, type MethodOfGateway } from './payment-methods.repository';

// An entry for each provider and each method (existing or not) whose webhook URL is called.
const SCOPES = { ttlMs: 1_000, most: 1_000 };

/** The methods that share a gateway account: its events concern only what was created with these. */
export interface GatewayScope {
  /** The provider that parses the events. */
  readonly providerId: string;
  /** All provider ids of these methods. */
  readonly providerIds: readonly string[];
  readonly storeIds: readonly string[];
  readonly methodIds: readonly string[];
  /** With decrypted secrets. */
  readonly settings: Settings;
}

/** A provider's methods, grouped by equal settings, newest first. */
export interface ScopesOfProvider {
  readonly scopes: readonly GatewayScope[];
  /** False: the secrets of some method cannot be decrypted, so it is in no group. */
  readonly areAll: boolean;
}

export interface ScopesOfMethod {
  readonly providerId: string;
  /** Null if the method's secrets cannot be decrypted. */
  readonly own: GatewayScope | null;
  /** Other methods of its store and gateway, which may use the same account with other settings. */
  readonly others: readonly GatewayScope[];
}

/**
 * Finds the methods that a gateway event may concern, including removed ones, whose payments still continue. Cached for a second,
 * because webhook URLs are public: a forged event costs no query and no decryption.
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

  /** For a provider and the other provider ids of its gateway, in all stores. */
  ofProvider(providerId: string): Promise<ScopesOfProvider> {
    return this.byProvider.get(this.keyOf(providerId), async () =>
      this.grouped(providerId, await this.methods.ofProviders(this.idsBeside(providerId))),
    );
  }

  /** Null if the method does not exist. */
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

  /** The key changes with each change made by this process. */
  private keyOf(id: string): string {
    return `${this.reader.generation} ${id}`;
  }

  /** All provider ids of the same gateway, including its own. */
  private idsBeside(providerId: string): string[] {
    const gateway = this.registry.find(providerId)?.capabilities.gateway;
    if (gateway === undefined) return [providerId];
    const all = this.registry.all().map(({ capabilities }) => capabilities);
    return all.filter((capabilities) => capabilities.gateway === gateway).map(({ id }) => id);
  }

  /** `methods`: oldest first. */
  private grouped(providerId: string, methods: readonly MethodOfGateway[]): ScopesOfProvider {
    const groups = new Map<string, { settings: Settings; methods: MethodOfGateway[] }>();
    let areAll = true;
    for (const method of methods.toReversed()) {
      const secrets = this.methods.openIfReadable(method.storeId, method);
      areAll &&= secrets !== null;
      if (secrets === null) continue;
      const settings = { ...method.settings, ...secrets };
      const key = JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
      const group = groups.get(key) ?? { settings, methods: [] };
      groups.set(key, { ...group, methods: [...group.methods, method] });
    }
    const scopes = [...groups.values()].map((group) => scopeFrom(providerId, group));
    return { scopes, areAll };
  }
}

function scopeFrom(
  providerId: string,
  { settings, methods }: { readonly settings: Settings; readonly methods: readonly MethodOfGateway[] },
): GatewayScope {
  return {
    providerId,
    providerIds: [...new Set(methods.map((method) => method.providerId))],
    storeIds: [...new Set(methods.map(({ storeId }) => storeId))],
    methodIds: methods.map(({ id }) => id),
    settings,
  };
}
