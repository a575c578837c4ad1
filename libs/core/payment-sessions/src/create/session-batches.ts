import { Injectable } from '@nestjs/common';
import { BatchLanes, Database, wasRolledBack } from '@tandem/database';
import { PaymentSessionsRepository } from '../payment-sessions.repository';
import type { CreateSessionRequest, CreateSessionRow } from './create-session.statement';

/** What happened to a request: the statement's row, or why it must be run again under a lock. */
export type BatchedRow = CreateSessionRow | 'not found' | 'run alone';

/**
 * Creates sessions in batches: requests of one store that arrive while a statement is in flight go into the next one together, with
 * one round trip and one commit (docs/adr/0003-one-statement.md).
 *
 * Batched: one request per order and per idempotency key, of both APIs. Their results do not depend on each other.
 * Falls back: a request whose collection is locked or has just changed, and every request of a batch that Postgres refused (a
 * deadlock, a timeout, one bad value). Each is then run alone, under the collection's lock.
 * Exactly once: a key, its session and its response commit together or not at all. A refused batch wrote nothing. If the response to
 * a batch is lost (CommitUnknown), no request is run again here: each gets that error, as it would have alone.
 */
@Injectable()
export class SessionBatches {
  private readonly lanes: BatchLanes<CreateSessionRequest, BatchedRow>;

  constructor(
    private readonly database: Database,
    private readonly sessions: PaymentSessionsRepository,
  ) {
    this.lanes = new BatchLanes({
      // More save little: 32 requests cost 95 µs of Postgres each, 16 cost 110, one 530.
      maxItems: 32,
      // Ten times a usual batch. A statement may wait for a key that a stalled process has claimed.
      patienceMs: 50,
      keysOf: ({ order_id, principal, key_hash }) =>
        key_hash === null ? [order_id] : [order_id, `${principal} ${key_hash}`],
      run: (storeId, requests) => this.run(storeId, requests),
    });
  }

  /** @throws CommitUnknown, and errors of the connection */
  create(storeId: string, request: CreateSessionRequest): Promise<BatchedRow> {
    return this.lanes.add(storeId, request);
  }

  private async run(storeId: string, requests: readonly CreateSessionRequest[]): Promise<BatchedRow[]> {
    try {
      const rows = await this.sessions.create(this.database, storeId, requests);
      return requests.map(({ session_id: id }) => rowOf(rows, id));
    } catch (error) {
      if (!wasRolledBack(error)) throw error;
      return requests.map(() => 'run alone');
    }
  }
}

function rowOf(rows: readonly CreateSessionRow[], id: string): BatchedRow {
  const row = rows.find(({ sessionId }) => sessionId === id);
  if (row === undefined) return 'not found';
  return row.outcome === 'changed' || row.outcome === 'placed' ? 'run alone' : row;
}
