import { Injectable, Logger } from '@nestjs/common';
import { GatewayAccounts, type GatewayAccount, type ProviderAccounts } from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ReceivedEvent } from '@tandem/provider-kit';
import { ReadEvent, withUnowned } from './read-event';
import { UnverifiedEvents } from './unverified-events';
import { EventNotVerified } from '../gateway-events.errors';

// Checking a Stripe signature takes 0.1 ms (0.25 ms at 100 KiB), so a forged event costs at most 25 ms. A method's own hook tries
// one secret only: an installation with more secrets per provider must give those hooks to its gateways.
const MAX_SECRETS = 100;

type Unsigned = Omit<ReceivedEvent, 'settings'>;

/** The result of a signature check. */
export type EventVerdict =
  | { readonly is: 'genuine'; readonly id: string | null; readonly type: string | null }
  | { readonly is: 'forged'; readonly reason: string }
  /** The provider must call its gateway to verify it: left to the worker. */
  | { readonly is: 'unclear' };

/** Verifies an event before anything is stored, at a cost bounded by the number of secrets. */
@Injectable()
export class VerifyEvent {
  private readonly logger = new Logger(VerifyEvent.name);
  // Warned once, so that forged events do not fill the log.
  private readonly warnedOf = new Set<string>();

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly accounts: GatewayAccounts,
    private readonly reading: ReadEvent,
    private readonly unverified: UnverifiedEvents,
  ) {}

  /** Whether the provider is registered and parses events. */
  canParse(providerId: string): boolean {
    return this.registry.find(providerId)?.parseEvent !== undefined;
  }

  /**
   * For a hook that names no method: genuine if any method's secret matches. @throws EventNotVerified if not every secret was
   * tried, because there are too many or one cannot be decrypted; then the event is not called forged
   */
  async verifyForProvider(providerId: string, event: Unsigned): Promise<EventVerdict> {
    let last: EventVerdict = { is: 'forged', reason: 'no method' };
    const { accounts, isComplete } = await this.accountsOf(providerId);
    for (const account of accounts) {
      const verdict = await this.verifyForAccount(account, event);
      if (verdict.is === 'genuine') return verdict;
      if (last.is !== 'unclear') last = verdict;
    }
    if (!isComplete) throw this.countUnverified(providerId);
    return last;
  }

  /** @throws EventNotVerified if a local check fails, so that the gateway sends it again */
  async verifyForAccount(account: GatewayAccount, event: Unsigned): Promise<EventVerdict> {
    const verified = await this.reading.verify(account, event);
    switch (verified.status) {
      case 'refused':
        return { is: 'forged', reason: verified.reason };
      case 'unknown':
        if (this.registry.get(account.providerId).verifyEvent) throw this.countUnverified(account.providerId);
        return { is: 'unclear' };
      default:
        return { is: 'genuine', id: verified.id ?? null, type: verified.type ?? null };
    }
  }

  /** It may be genuine: counted with the forged ones, but the gateway may send it again. */
  countUnverified(providerId: string): EventNotVerified {
    this.unverified.count(providerId);
    return new EventNotVerified();
  }

  /** The newest ones, if there are too many. */
  private async accountsOf(providerId: string): Promise<ProviderAccounts> {
    const { accounts, isComplete } = withUnowned(providerId, await this.accounts.findByProvider(providerId));
    if (accounts.length <= MAX_SECRETS) return { accounts, isComplete };
    if (!this.warnedOf.has(providerId)) {
      this.warnedOf.add(providerId);
      this.logger.error(
        `${providerId}: its hook tries only the newest ${MAX_SECRETS} of ${accounts.length} secrets; use the hook of each method instead`,
      );
    }
    return { accounts: accounts.slice(0, MAX_SECRETS), isComplete: false };
  }
}
