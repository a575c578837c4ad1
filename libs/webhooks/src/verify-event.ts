import { Injectable, Logger } from '@nestjs/common';
import { GatewayScopes, type GatewayScope } from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ReceivedEvent } from '@tandem/provider-kit';
import { nobodys, ReadEvent } from './read-event';
import { EventNotVerified } from './webhooks.errors';

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
  ) {}

  /** Whether the provider is here and reads events at all. */
  isRead(providerId: string): boolean {
    return this.registry.find(providerId)?.parseEvent !== undefined;
  }

  /**
   * At a hook that names no method: genuine where some method's secret fits. @throws EventNotVerified, also where there are more
   * secrets than are tried: what was not checked against all of them is not called forged
   */
  async ofProvider(providerId: string, event: Unsigned): Promise<Verdict> {
    let last: Verdict = { is: 'forged', reason: 'no method' };
    const { scopes, areAll } = await this.scopesOf(providerId);
    for (const scope of scopes) {
      const verdict = await this.withSecretsOf(scope, event);
      if (verdict.is === 'genuine') return verdict;
      if (last.is !== 'unclear') last = verdict;
    }
    if (!areAll) throw new EventNotVerified();
    return last;
  }

  /** @throws EventNotVerified where a check that needs nobody fails, so that the gateway sends it again */
  async withSecretsOf(scope: GatewayScope, event: Unsigned): Promise<Verdict> {
    const verified = await this.reading.verify(scope, event);
    switch (verified.status) {
      case 'refused':
        return { is: 'forged', reason: verified.reason };
      case 'unknown':
        if (this.registry.get(scope.providerId).verifyEvent) throw new EventNotVerified();
        return { is: 'unclear' };
      default:
        return { is: 'genuine', id: verified.id ?? null, type: verified.type ?? null };
    }
  }

  /** The newest, where they are too many. */
  private async scopesOf(providerId: string): Promise<{ scopes: readonly GatewayScope[]; areAll: boolean }> {
    const found = await this.scopes.ofProvider(providerId);
    if (found.length === 0) return { scopes: [nobodys(providerId)], areAll: true };
    if (found.length > MOST_SECRETS && !this.warnedOf.has(providerId)) {
      this.warnedOf.add(providerId);
      this.logger.error(
        `${providerId}: its hook tries the newest ${MOST_SECRETS} of ${found.length} secrets; give its gateway the hooks of methods`,
      );
    }
    return { scopes: found.slice(-MOST_SECRETS).reverse(), areAll: found.length <= MOST_SECRETS };
  }
}
