import { Injectable } from '@nestjs/common';
import { GatewayScopes, type GatewayScope } from '@tandem/payment-methods';
import { ProviderCalls } from '@tandem/provider-operations';
import type { ParsedEvent, ReceivedEvent, VerifiedEvent } from '@tandem/provider-kit';
import type { WebhookEvent } from './webhook-event';

const PARSED = new Set(['parsed', 'refused', 'ignored', 'unknown']);
const VERIFIED = new Set(['verified', ...PARSED]);

export interface Unclear {
  readonly status: 'unknown';
  readonly cause: string;
}

/** What an event means, and whose word it is. */
export interface Reading {
  readonly parsed: ParsedEvent | Unclear;
  readonly scope: GatewayScope;
}

/** Has a provider read what was sent to its hook, with the settings that its signature fits. */
@Injectable()
export class ReadEvent {
  constructor(
    private readonly scopes: GatewayScopes,
    private readonly calls: ProviderCalls,
  ) {}

  /** A hook that names no method is every method's of the provider: the first whose secret fits it is meant. */
  async parse(event: WebhookEvent): Promise<Reading> {
    const scopes = await this.scopesOf(event);
    let refusal: ParsedEvent | Unclear | null = null;
    for (const scope of scopes) {
      const parsed = await this.parseWith(event, scope);
      if (parsed.status !== 'refused' || scopes.length === 1) return { parsed, scope };
      refusal = parsed;
    }
    const scope = nobodys(event.providerId);
    return { parsed: refusal ?? (await this.parseWith(event, scope)), scope };
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

  private async scopesOf({ methodId, providerId }: WebhookEvent): Promise<GatewayScope[]> {
    if (methodId === null) return this.scopes.ofProvider(providerId);
    const scope = await this.scopes.ofMethod(methodId);
    return scope === null ? [] : [scope];
  }

  private parseWith(
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
}

/** Of a provider that has no method: its secret may be the server's own setting. */
export function nobodys(providerId: string): GatewayScope {
  return { providerId, storeIds: [], methodIds: [], settings: {} };
}
