import { Injectable } from '@nestjs/common';
import { TtlCache } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import { accountsFrom, type GatewayAccount, type ProviderAccounts } from './gateway-account';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository, type MethodOfGateway } from './payment-methods.repository';

// An entry for each provider and each method (existing or not) whose webhook URL is called.
const CACHE_BOUNDS = { ttlMs: 1_000, maxEntries: 1_000 };

export interface MethodAccounts {
  readonly providerId: string;
  /** Null if the method's secrets cannot be decrypted. */
  readonly own: GatewayAccount | null;
  /** Other methods of its store and gateway, which may use the same account with other settings. */
  readonly others: readonly GatewayAccount[];
}

/**
 * Finds the methods that a gateway event may concern, including removed ones, whose payments still continue. Cached for a second,
 * because webhook URLs are public: a forged event costs no query and no decryption.
 */
@Injectable()
export class GatewayAccounts {
  private readonly byProvider = new TtlCache<ProviderAccounts>(CACHE_BOUNDS);

  private readonly byMethod = new TtlCache<MethodAccounts | null>(CACHE_BOUNDS);

  constructor(
    private readonly methods: PaymentMethodsRepository,
    private readonly reader: PaymentMethodsReader,
    private readonly registry: ProviderRegistry,
  ) {}

  /** For a provider and the other provider ids of its gateway, in all stores. */
  findByProvider(providerId: string): Promise<ProviderAccounts> {
    return this.byProvider.get(this.keyOf(providerId), async () =>
      this.groupByAccount(providerId, await this.methods.findByProviders(this.idsSharing(providerId))),
    );
  }

  /** Null if the method does not exist. */
  findByMethod(id: string): Promise<MethodAccounts | null> {
    return this.byMethod.get(this.keyOf(id), () => this.readMethod(id));
  }

  private async readMethod(id: string): Promise<MethodAccounts | null> {
    const ofStore = await this.methods.methodsSharingAccount(id);
    const method = ofStore.find((candidate) => candidate.id === id);
    if (method === undefined) return null;
    const { providerId } = method;
    const ids = this.idsSharing(providerId);
    const { accounts } = this.groupByAccount(
      providerId,
      ofStore.filter((sharing) => ids.includes(sharing.providerId)),
    );
    const own = accounts.find(({ methodIds }) => methodIds.includes(id)) ?? null;
    return { providerId, own, others: accounts.filter((account) => account !== own) };
  }

  /** The key changes with each change made by this process. */
  private keyOf(id: string): string {
    return `${this.reader.generation} ${id}`;
  }

  /** All provider ids of the same gateway, including its own. */
  private idsSharing(providerId: string): string[] {
    const gateway = this.registry.find(providerId)?.capabilities.gateway;
    if (gateway === undefined) return [providerId];
    const all = this.registry.getAll().map(({ capabilities }) => capabilities);
    return all.filter((capabilities) => capabilities.gateway === gateway).map(({ id }) => id);
  }

  /** `methods`: oldest first. */
  private groupByAccount(providerId: string, methods: readonly MethodOfGateway[]): ProviderAccounts {
    const opened = methods.map((method) => ({
      method,
      secrets: this.methods.decryptIfPossible(method.storeId, method),
    }));
    return accountsFrom(providerId, opened);
  }
}
