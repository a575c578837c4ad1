import { createHash } from 'node:crypto';
import { invalid, StripeRefusal } from './objects';

export interface StoredResponse {
  readonly status: number;
  readonly body: string;
  /** Whether a repeat of the key gets the same response. */
  readonly isSavedForReuse: boolean;
  /** The id of the original request. */
  readonly request: string;
}

type Stored = { readonly fingerprint: string; response: StoredResponse | null };

/**
 * Stripe's rule (https://docs.stripe.com/api/idempotent_requests): once the endpoint has begun, a repeat of the key
 * gets the same response, even an error or a 500; validation failures are not stored; another request with the key is refused.
 */
export class IdempotencyKeys {
  private readonly stored = new Map<string, Stored>();

  /** As if a day had passed. */
  forget(): void {
    this.stored.clear();
  }

  async response(
    key: string | undefined,
    requested: { readonly method: string; readonly path: string; readonly body: string },
    work: () => Promise<StoredResponse>,
  ): Promise<StoredResponse & { readonly replayed: boolean }> {
    if (key === undefined || requested.method !== 'POST') return { ...(await work()), replayed: false };
    if (key.length > 255) throw invalid('Idempotency keys have at most 255 characters.');
    const fingerprint = createHash('sha256')
      .update(`${requested.method} ${requested.path} ${requested.body}`)
      .digest('hex');
    const existing = this.stored.get(key);
    if (existing) return { ...responseOf(existing, fingerprint), replayed: true };
    const entry: Stored = { fingerprint, response: null };
    this.stored.set(key, entry);
    try {
      entry.response = await work();
      if (!entry.response.isSavedForReuse) this.stored.delete(key);
      return { ...entry.response, replayed: false };
    } catch (error) {
      this.stored.delete(key);
      throw error;
    }
  }
}

function responseOf({ fingerprint, response }: Stored, requested: string): StoredResponse {
  if (fingerprint !== requested) {
    throw new StripeRefusal(400, {
      type: 'idempotency_error',
      message:
        'Keys for idempotent requests can only be used with the same parameters they were first used with.',
    });
  }
  if (response === null) {
    throw new StripeRefusal(409, {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: 'There is currently another in-progress request using this idempotency key.',
    });
  }
  return response;
}
