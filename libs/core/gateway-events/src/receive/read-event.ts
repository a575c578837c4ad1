import { Injectable } from '@nestjs/common';
import { GatewayScopes, type GatewayScope, type ScopesOfProvider } from '@tandem/payment-methods';
import { ProviderCalls } from '@tandem/provider-operations';
import type { ParsedEvent, ReceivedEvent, VerifiedEvent } from '@tandem/provider-kit';
import type { WebhookEvent } from '../webhook-event';

const PARSED = new Set(['parsed', 'refused', 'ignored', 'unknown']);
const VERIFIED = new Set(['verified', ...PARSED]);

export interface Unclear {
  readonly status: 'unknown';
  readonly cause: string;
}

/** Whose word an event may be. */
export interface Signed {
  /** Those that may read it, the newest first: all but those whose secret does not fit. */
  readonly readers: readonly GatewayScope[];
  /** Those of them whose secret fits. */
  readonly signers: readonly GatewayScope[];
  /** Where there are none: why not, and the stores that it could have been of. */
  readonly refusal: string;
  readonly storeIds: readonly string[];
  /** False: the secrets of some method cannot be opened, so that it may be that method's. */
  readonly areAll: boolean;
}

/** Has a provider read what was sent to its hook. */
@Injectable()
export class ReadEvent {
  constructor(
    private readonly scopes: GatewayScopes,
    private readonly calls: ProviderCalls,
  ) {}

  /**
   * A hook that names no method is every method's of the provider; one that does is that method's, and with it of those of its store
   * that have the same secret: one account may have methods with unequal settings.
   */
  async signersOf(event: WebhookEvent): Promise<Signed> {
    const { scopes, areAll } = await this.candidatesOf(event);
    const { headers, body, receivedAt } = event;
    const found = await Promise.all(
      scopes.map(async (scope) => ({
        scope,
        verified: await this.verify(scope, { rawBody: body, headers, receivedAt }),
      })),
    );
    const readers = found.filter(({ verified }) => verified.status !== 'refused');
    const signers = readers.filter(({ verified }) => verified.status !== 'unknown');
    const refusal = found.map(({ verified }) => (verified.status === 'refused' ? verified.reason : null));
    const storeIds = [...new Set(scopes.flatMap((scope) => scope.storeIds))];
    return {
      readers: readers.map(({ scope }) => scope),
      signers: signers.map(({ scope }) => scope),
      refusal: refusal.findLast((reason) => reason !== null) ?? 'no method',
      storeIds,
      areAll,
    };
  }

  /** What it means to the methods of a scope. */
  parse(
    { id, providerId, headers, body, receivedAt }: WebhookEvent,
    { settings }: GatewayScope,
  ): Promise<ParsedEvent | Unclear> {
    const request: ReceivedEvent = { rawBody: body, headers, receivedAt, settings };
    return this.calls.ask<ParsedEvent | Unclear>(
      { providerId },
      `event ${id}`,
      (provider) => provider.parseEvent?.(request) ?? { status: 'ignored' },
      PARSED,
    );
  }

  /** Whether it is the gateway's of these methods; asks nobody. */
  verify(
    scope: GatewayScope,
    event: Omit<ReceivedEvent, 'settings'>,
  ): Promise<VerifiedEvent | ParsedEvent | Unclear> {
    const { providerId, settings } = scope;
    const request: ReceivedEvent = { ...event, settings };
    return this.calls.ask<VerifiedEvent | ParsedEvent | Unclear>(
      { providerId },
      'an event at its door',
      (provider) =>
        provider.verifyEvent?.(request) ?? provider.parseEvent?.(request) ?? { status: 'ignored' },
      VERIFIED,
    );
  }

  private async candidatesOf({ methodId, providerId }: WebhookEvent): Promise<ScopesOfProvider> {
    if (methodId === null) return withNobodys(providerId, await this.scopes.ofProvider(providerId));
    const found = await this.scopes.ofMethod(methodId);
    if (!found?.own) return { scopes: [], areAll: found === null };
    return { scopes: [found.own, ...found.others], areAll: true };
  }
}

/** With the server's own secret in the place of methods, where there are none. */
export function withNobodys(providerId: string, { scopes, areAll }: ScopesOfProvider): ScopesOfProvider {
  return { scopes: scopes.length > 0 ? scopes : [nobodys(providerId)], areAll };
}

function nobodys(providerId: string): GatewayScope {
  return { providerId, providerIds: [providerId], storeIds: [], methodIds: [], settings: {} };
}
