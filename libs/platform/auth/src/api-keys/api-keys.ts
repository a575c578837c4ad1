import { Injectable } from '@nestjs/common';
import { typeOfToken, type ApiKey } from './api-key';
import { ApiKeysRepository } from './api-keys.repository';

// Every store request carries a publishable key. Remembered for a second it costs no query on the hot path, and a
// revocation by another process is seen within that second.
const FRESH_FOR_MS = 1000;

// A bound, for memory; far more keys than one process serves in a second.
const MOST = 10_000;

@Injectable()
export class ApiKeys {
  private readonly remembered = new Map<string, { readonly key: ApiKey; readonly at: number }>();

  private generation = 0;

  constructor(private readonly repository: ApiKeysRepository) {}

  /** Null for an unknown, revoked or secret one. Only found keys are remembered. */
  async findPublishable(token: string): Promise<ApiKey | null> {
    if (typeOfToken(token) !== 'publishable') return null;
    const known = this.remembered.get(token);
    if (known && Date.now() - known.at < FRESH_FOR_MS) return known.key;
    const { generation } = this;
    const key = await this.repository.find(token, 'publishable');
    if (key === null) this.remembered.delete(token);
    // A key that was read before a revocation is not remembered after it.
    else if (generation === this.generation) this.remember(token, key);
    return key;
  }

  /** Null for an unknown, revoked or publishable one. Never remembered: a revoked secret is refused at once. */
  async findSecret(token: string): Promise<ApiKey | null> {
    return typeOfToken(token) === 'secret' ? this.repository.find(token, 'secret') : null;
  }

  /** After a revocation: this process sees it at once, others within the second. */
  forget(): void {
    this.generation++;
    this.remembered.clear();
  }

  publishableOf(storeId: string): Promise<string | null> {
    return this.repository.publishableOf(storeId);
  }

  private remember(token: string, key: ApiKey): void {
    if (this.remembered.size >= MOST) this.remembered.clear();
    this.remembered.set(token, { key, at: Date.now() });
  }
}
