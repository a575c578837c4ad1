import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { IdempotencyKeyInUse, IdempotencyKeyReused } from './idempotency.errors';
import { IdempotencyRepository, type KeyRow } from './idempotency.repository';
import type { RequestClaim } from './request-claim';

// Spree's SDK does not retry a 409, so a duplicate waits for the first as long as a patient client would.
const WAIT_MS = 10_000;

// Short pauses for a request that is about to commit, longer ones for one that waits for its gateway.
const PAUSES_MS = [5, 10, 20, 40, 80, 160, 250];

/** The first response: its body, or the read model that it was serialized from. */
export type FirstResponse = Pick<KeyRow, 'status' | 'body' | 'snapshot'>;

@Injectable()
export class Replays {
  constructor(private readonly keys: IdempotencyRepository) {}

  /**
   * The response of the first request with the key. Waits while it runs. Returns 'run again' when its process died and this one
   * took it over, or when it freed the key.
   * @throws IdempotencyKeyReused, IdempotencyKeyInUse
   */
  async awaitFirst(claim: RequestClaim): Promise<FirstResponse | 'run again'> {
    const until = Date.now() + WAIT_MS;
    for (let attempt = 0; Date.now() < until; attempt++) {
      const row = await this.keys.findByKey(claim.key);
      if (row === null) return 'run again';
      if (!claim.isSameRequest(row.fingerprint)) throw new IdempotencyKeyReused();
      if (row.state === 'done') return row;
      if (row.leaseIsOver && (await claim.takeOver())) return 'run again';
      await pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)]);
    }
    throw new IdempotencyKeyInUse();
  }
}
