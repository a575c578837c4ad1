import type { ProviderSettings } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { secretKeyIn } from './stripe-settings';

// What the types and the tests here are written for. Stripe keeps answering in it when an account moves on.
export const API_VERSION = '2026-10-28.endive';

// The server waits 10 s for a whole verb, which may be two requests; one that takes this long is lost.
const TIMEOUT_MS = 8000;

export interface StripeOptions {
  /** Of the account that a payment method without a key of its own uses. */
  readonly secretKey?: string | null;
  /** Where the API is, for a stand-in: protocol, host and port. */
  readonly apiUrl?: string | null;
  readonly timeoutMs?: number;
}

/** Nothing was sent: there is no account to speak with. */
export class NoSecretKey extends Error {
  override readonly name = 'NoSecretKey';
}

/** One client per secret key, kept: each holds its own connections. */
export class StripeClients {
  private readonly byKey = new Map<string, Stripe>();

  constructor(private readonly options: StripeOptions) {}

  /** The method's own account, or else the server's. @throws NoSecretKey */
  for(settings: ProviderSettings): Stripe {
    // Trimmed: a line break in a header would be refused by this machine, and read as an outcome that nobody knows.
    const key = secretKeyIn(settings) ?? (this.options.secretKey?.trim() || null);
    if (key === null) throw new NoSecretKey();
    const client = this.byKey.get(key) ?? this.open(key);
    this.byKey.set(key, client);
    return client;
  }

  private open(key: string): Stripe {
    const { apiUrl, timeoutMs = TIMEOUT_MS } = this.options;
    return new Stripe(key, {
      apiVersion: API_VERSION,
      telemetry: false,
      // Who tries again is decided where the operation is recorded. (A connection reset it repeats all the same, with the same key.)
      maxNetworkRetries: 0,
      timeout: timeoutMs,
      ...(apiUrl && addressOf(new URL(apiUrl))),
    });
  }
}

function addressOf({ protocol, hostname, port }: URL): {
  host: string;
  port: string;
  protocol: 'http' | 'https';
} {
  const isPlain = protocol === 'http:';
  return { host: hostname, port: port || (isPlain ? '80' : '443'), protocol: isPlain ? 'http' : 'https' };
}
