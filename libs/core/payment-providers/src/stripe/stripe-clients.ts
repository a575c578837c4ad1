import type { ProviderSettings } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { secretKeyIn } from './stripe-settings';

// The version of our types and tests. Stripe keeps responding in it after an account upgrades.
export const API_VERSION = '2026-10-28.endive';

// The server waits 10 s for a whole verb, which may need two requests; a request beyond this counts as lost.
const TIMEOUT_MS = 8000;

export interface StripeOptions {
  /** The key of the account used by payment methods without their own key. */
  readonly secretKey?: string | null;
  /** The API's address for a fake Stripe: protocol, host and port. */
  readonly apiUrl?: string | null;
  readonly timeoutMs?: number;
}

/** Nothing was sent: no account is configured. */
export class NoSecretKey extends Error {
  override readonly name = 'NoSecretKey';
}

/** Caches one client per secret key, because each has its own connection pool. */
export class StripeClients {
  private readonly byKey = new Map<string, Stripe>();

  constructor(private readonly options: StripeOptions) {}

  /** The method's own account, or else the server's. @throws NoSecretKey */
  clientFor(settings: ProviderSettings): Stripe {
    // Trimmed: Node refuses a line break in a header, which would count as an unknown outcome.
    const key = secretKeyIn(settings) ?? (this.options.secretKey?.trim() || null);
    if (key === null) throw new NoSecretKey();
    const client = this.byKey.get(key) ?? this.create(key);
    this.byKey.set(key, client);
    return client;
  }

  private create(key: string): Stripe {
    const { apiUrl, timeoutMs = TIMEOUT_MS } = this.options;
    return new Stripe(key, {
      apiVersion: API_VERSION,
      telemetry: false,
      // Retries are decided where the operation is recorded. (Stripe's client still retries a connection reset, with the same key.)
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
