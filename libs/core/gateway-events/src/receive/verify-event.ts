import { Injectable, Logger } from '@nestjs/common';
import { GatewayScopes, type GatewayScope, type ScopesOfProvider } from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ReceivedEvent } from '@tandem/provider-kit';
import { ReadEvent, withNobodys } from './read-event';
import { UnverifiedEvents } from './unverified-events';
import { EventNotVerified } from '../gateway-events.errors';

// A check of Stripe's takes 0.1 ms (0.25 ms at 100 KiB), so a forged event costs at most 25 ms. A method's own hook tries one
// secret, however many there are: an installation with more different secrets of one provider gives its gateways that.
const MOST_SECRETS = 100;

type Unsigned = Omit<ReceivedEvent, 'settings'>;

/** What the check of a signature came to. */
export type Verdict =
  | { readonly is: 'genuine'; readonly id: string | null; readonly type: string | null }
  | { readonly is: 'forged'; readonly reason: string }
  /** The provider cannot tell without asking its gateway: its worker will. */
  | { readonly is: 'unclear' };

/** Checks an event before anything of it is stored, at a cost that the number of secrets bounds. */
@Injectable()
export class VerifyEvent {
  private readonly logger = new Logger(VerifyEvent.name);
  // Said once, for whoever forges events must not fill the log.
  private readonly warnedOf = new Set<string>();

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly scopes: GatewayScopes,
    private readonly reading: ReadEvent,
    private readonly unverified: UnverifiedEvents,
  ) {}

  /** Whether the provider is here and reads events at all. */
  isRead(providerId: string): boolean {
    return this.registry.find(providerId)?.parseEvent !== undefined;
  }

  /**
   * At a hook that names no method: genuine where some method's secret fits. @throws EventNotVerified where not every secret was
   * tried: they are too many, or one cannot be opened. What was not checked against all of them is not called forged
   */
  async ofProvider(providerId: string, event: Unsigned): Promise<Verdict> {
    let last: Verdict = { is: 'forged', reason: 'no method' };
    const { scopes, areAll } = await this.scopesOf(providerId);
    for (const scope of scopes) {
      const verdict = await this.withSecretsOf(scope, event);
      if (verdict.is === 'genuine') return verdict;
      if (last.is !== 'unclear') last = verdict;
    }
    if (!areAll) throw this.notVerified(providerId);
    return last;
  }

  /** @throws EventNotVerified where a check that needs nobody fails, so that the gateway sends it again */
  async withSecretsOf(scope: GatewayScope, event: Unsigned): Promise<Verdict> {
    const verified = await this.reading.verify(scope, event);
    switch (verified.status) {
      case 'refused':
        return { is: 'forged', reason: verified.reason };
      case 'unknown':
        if (this.registry.get(scope.providerId).verifyEvent) throw this.notVerified(scope.providerId);
        return { is: 'unclear' };
      default:
        return { is: 'genuine', id: verified.id ?? null, type: verified.type ?? null };
    }
  }

  /** One that may be genuine: it is counted with the forged, and its gateway may send it again. */
  notVerified(providerId: string): EventNotVerified {
    this.unverified.count(providerId);
    return new EventNotVerified();
  }

  /** The newest, where they are too many. */
  private async scopesOf(providerId: string): Promise<ScopesOfProvider> {
    const { scopes, areAll } = withNobodys(providerId, await this.scopes.ofProvider(providerId));
    if (scopes.length <= MOST_SECRETS) return { scopes, areAll };
    if (!this.warnedOf.has(providerId)) {
      this.warnedOf.add(providerId);
      this.logger.error(
        `${providerId}: its hook tries the newest ${MOST_SECRETS} of ${scopes.length} secrets; give its gateway the hooks of methods`,
      );
    }
    return { scopes: scopes.slice(0, MOST_SECRETS), areAll: false };
  }
}
