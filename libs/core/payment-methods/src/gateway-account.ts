import type { Settings } from './payment-method';
import type { MethodOfGateway } from './payment-methods.repository';

/** The methods that share a gateway account: its events concern only what was created with these. */
export interface GatewayAccount {
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
export interface ProviderAccounts {
  readonly accounts: readonly GatewayAccount[];
  /** False: the secrets of some method cannot be decrypted, so it is in no group. */
  readonly isComplete: boolean;
}

type MethodInAccount = Pick<MethodOfGateway, 'id' | 'storeId' | 'providerId' | 'settings'>;

/** A method with its secrets; null where they cannot be opened. */
export interface OpenedMethod {
  readonly method: MethodInAccount;
  readonly secrets: Settings | null;
}

/** Methods grouped by equal settings. `opened` are the oldest first. */
export function accountsFrom(providerId: string, opened: readonly OpenedMethod[]): ProviderAccounts {
  const groups = new Map<string, { settings: Settings; methods: MethodInAccount[] }>();
  for (const { method, secrets } of opened.toReversed()) {
    if (secrets === null) continue;
    const settings = { ...method.settings, ...secrets };
    const key = JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
    const group = groups.get(key) ?? { settings, methods: [] };
    groups.set(key, { ...group, methods: [...group.methods, method] });
  }
  const accounts = [...groups.values()].map((group) => accountFrom(providerId, group));
  return { accounts, isComplete: opened.every(({ secrets }) => secrets !== null) };
}

/** Methods of one account may have different settings: an event one can parse applies to all whose secret matches. */
export function mergeAccounts(reader: GatewayAccount, others: readonly GatewayAccount[]): GatewayAccount {
  const accounts = [reader, ...others.filter((account) => account !== reader)];
  return {
    ...reader,
    providerIds: [...new Set(accounts.flatMap(({ providerIds }) => providerIds))],
    storeIds: [...new Set(accounts.flatMap(({ storeIds }) => storeIds))],
    methodIds: accounts.flatMap(({ methodIds }) => methodIds),
  };
}

function accountFrom(
  providerId: string,
  { settings, methods }: { readonly settings: Settings; readonly methods: readonly MethodInAccount[] },
): GatewayAccount {
  return {
    providerId,
    providerIds: [...new Set(methods.map((method) => method.providerId))],
    storeIds: [...new Set(methods.map(({ storeId }) => storeId))],
    methodIds: methods.map(({ id }) => id),
    settings,
  };
}
