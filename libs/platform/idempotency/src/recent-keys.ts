import { Injectable } from '@nestjs/common';
import type { KeyId } from './idempotency.repository';

// Clients retry within seconds: at 1,000 requests a second two generations are the last 20 to 40 of them. About 4 MB.
const GENERATION = 20_000;

/**
 * The keys that this process stored or replayed a response for. A repeat of one looks its row up before the act reads anything; any
 * other key is looked up only after its claim failed, so that a new one costs no look-up. Only the row decides: a key that is
 * forgotten, or answered by another process, costs more statements and gives the same response.
 */
@Injectable()
export class RecentKeys {
  private current = new Set<string>();
  private previous = new Set<string>();

  has({ keyHash }: Pick<KeyId, 'keyHash'>): boolean {
    const name = nameOf(keyHash);
    return this.current.has(name) || this.previous.has(name);
  }

  add({ keyHash }: Pick<KeyId, 'keyHash'>): void {
    this.current.add(nameOf(keyHash));
    if (this.current.size < GENERATION) return;
    this.previous = this.current;
    this.current = new Set();
  }
}

/** One byte a character, half the size of the hash in hexadecimal. */
function nameOf(keyHash: Buffer): string {
  return keyHash.toString('latin1');
}
