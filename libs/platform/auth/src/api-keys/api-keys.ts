import { Injectable } from '@nestjs/common';
import { TtlCache } from '@tandem/database';
import { typeOfToken, type ApiKey } from './api-key';
import { ApiKeysRepository } from './api-keys.repository';

// Every store request carries a publishable key. Cached for a second, it costs no query on the hot path, and a revocation by another
// process is seen within that second. maxEntries is far more keys than one process serves in that time.
const PUBLISHABLE = { ttlMs: 1_000, maxEntries: 10_000 };

@Injectable()
export class ApiKeys {
  private readonly publishable = new TtlCache<ApiKey | null>(PUBLISHABLE);

  constructor(private readonly repository: ApiKeysRepository) {}

  /** Null for an unknown, revoked or secret key. Only found keys are cached. */
  async findPublishable(token: string): Promise<ApiKey | null> {
    if (typeOfToken(token) !== 'publishable') return null;
    const read = (): Promise<ApiKey | null> => this.repository.findByToken(token, 'publishable');
    return this.publishable.peek(token) ?? this.publishable.load(token, read, (key) => key !== null);
  }

  /** Null for an unknown, revoked or publishable key. Never cached: a revoked secret key is refused at once. */
  async findSecret(token: string): Promise<ApiKey | null> {
    return typeOfToken(token) === 'secret' ? this.repository.findByToken(token, 'secret') : null;
  }

  /** Call after a revocation: this process sees it at once, others within a second. */
  invalidate(): void {
    this.publishable.clear();
  }

  findPublishableToken(storeId: string): Promise<string | null> {
    return this.repository.findPublishableToken(storeId);
  }
}
