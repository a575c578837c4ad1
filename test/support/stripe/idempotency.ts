import { createHash } from 'node:crypto';
import { invalid, StripeRefusal } from './objects';

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Whether a repeat of the key is answered so too. */
  readonly isSavedForReuse: boolean;
  /** The id of the request that it answered first. */
  readonly request: string;
}

type Stored = { readonly fingerprint: string; answer: Answer | null };

/**
 * Stripe's rule (https://docs.stripe.com/api/idempotent_requests): whatever came back once the endpoint had begun is what
 * a repeat of the key gets, a refusal or a 500 too; what failed validation is not kept; another request with it is refused.
 */
export class IdempotencyKeys {
  private readonly stored = new Map<string, Stored>();

  /** As if a day had gone by. */
  forget(): void {
    this.stored.clear();
  }

  async response(
    key: string | undefined,
    requested: { readonly method: string; readonly path: string; readonly body: string },
    work: () => Promise<Answer>,
  ): Promise<Answer & { readonly replayed: boolean }> {
    if (key === undefined || requested.method !== 'POST') return { ...(await work()), replayed: false };
    if (key.length > 255) throw invalid('Idempotency keys have at most 255 characters.');
    const fingerprint = createHash('sha256')
      .update(`${requested.method} ${requested.path} ${requested.body}`)
      .digest('hex');
    const before = this.stored.get(key);
    if (before) return { ...responseOf(before, fingerprint), replayed: true };
    const mine: Stored = { fingerprint, answer: null };
    this.stored.set(key, mine);
    try {
      mine.answer = await work();
      if (!mine.answer.isSavedForReuse) this.stored.delete(key);
      return { ...mine.answer, replayed: false };
    } catch (error) {
      this.stored.delete(key);
      throw error;
    }
  }
}

function responseOf({ fingerprint, answer: response }: Stored, requested: string): Answer {
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
