import { Injectable } from '@nestjs/common';
import { GatewayAccounts, type GatewayAccount, type ProviderAccounts } from '@tandem/payment-methods';
import { ProviderCalls } from '@tandem/provider-operations';
import type { ParsedEvent, ReceivedEvent, VerifiedEvent } from '@tandem/provider-kit';
import type { WebhookEvent } from '../webhook-event';

const PARSED = new Set(['parsed', 'refused', 'ignored', 'unknown']);
const VERIFIED = new Set(['verified', ...PARSED]);

export interface UnclearOutcome {
  readonly status: 'unknown';
  readonly cause: string;
}

/** The methods that an event may belong to. */
export interface Signed {
  /** The methods that may parse it, newest first: all whose secret does not rule it out. */
  readonly readers: readonly GatewayAccount[];
  /** Those of them whose secret matches. */
  readonly signers: readonly GatewayAccount[];
  /** If there are none: the reason, and the stores it could have belonged to. */
  readonly refusal: string;
  readonly storeIds: readonly string[];
  /** False if some method's secrets cannot be decrypted, so that the event may be that method's. */
  readonly isComplete: boolean;
}

/** Verifies and parses events through their provider. */
@Injectable()
export class ReadEvent {
  constructor(
    private readonly accounts: GatewayAccounts,
    private readonly calls: ProviderCalls,
  ) {}

  /**
   * For a hook that names no method: all methods of the provider. Otherwise that method, and those of its store
   * with the same secret, because methods of one account may have different settings.
   */
  async findSigners(event: WebhookEvent): Promise<Signed> {
    const { accounts, isComplete } = await this.findCandidates(event);
    const { headers, body, receivedAt } = event;
    const found = await Promise.all(
      accounts.map(async (account) => ({
        account,
        verified: await this.verify(account, { rawBody: body, headers, receivedAt }),
      })),
    );
    const readers = found.filter(({ verified }) => verified.status !== 'refused');
    const signers = readers.filter(({ verified }) => verified.status !== 'unknown');
    const refusal = found.map(({ verified }) => (verified.status === 'refused' ? verified.reason : null));
    const storeIds = [...new Set(accounts.flatMap((account) => account.storeIds))];
    return {
      readers: readers.map(({ account }) => account),
      signers: signers.map(({ account }) => account),
      refusal: refusal.findLast((reason) => reason !== null) ?? 'no method',
      storeIds,
      isComplete,
    };
  }

  /** Parses the event with an account's settings. */
  parse(
    { id, providerId, headers, body, receivedAt }: WebhookEvent,
    { settings }: GatewayAccount,
  ): Promise<ParsedEvent | UnclearOutcome> {
    const request: ReceivedEvent = { rawBody: body, headers, receivedAt, settings };
    return this.calls.call<ParsedEvent | UnclearOutcome>(
      { providerId },
      `event ${id}`,
      (provider) => provider.parseEvent?.(request) ?? { status: 'ignored' },
      PARSED,
    );
  }

  /** Verifies the event with an account's settings; makes no calls. */
  verify(
    account: GatewayAccount,
    event: Omit<ReceivedEvent, 'settings'>,
  ): Promise<VerifiedEvent | ParsedEvent | UnclearOutcome> {
    const { providerId, settings } = account;
    const request: ReceivedEvent = { ...event, settings };
    return this.calls.call<VerifiedEvent | ParsedEvent | UnclearOutcome>(
      { providerId },
      'an event on receipt',
      (provider) =>
        provider.verifyEvent?.(request) ?? provider.parseEvent?.(request) ?? { status: 'ignored' },
      VERIFIED,
    );
  }

  private async findCandidates({ methodId, providerId }: WebhookEvent): Promise<ProviderAccounts> {
    if (methodId === null) return withUnowned(providerId, await this.accounts.findByProvider(providerId));
    const found = await this.accounts.findByMethod(methodId);
    if (!found?.own) return { accounts: [], isComplete: found === null };
    return { accounts: [found.own, ...found.others], isComplete: true };
  }
}

/** Falls back to the server's own secret if there are no methods. */
export function withUnowned(
  providerId: string,
  { accounts, isComplete }: ProviderAccounts,
): ProviderAccounts {
  return { accounts: accounts.length > 0 ? accounts : [unowned(providerId)], isComplete };
}

function unowned(providerId: string): GatewayAccount {
  return { providerId, providerIds: [providerId], storeIds: [], methodIds: [], settings: {} };
}
