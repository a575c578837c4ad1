import type { RowQueue } from '../row-queue';
import type { Statement } from '../connections/tx';

/** Enough transactions wait for the row: this one returns its connection and retries when it is its turn. */
export class RowReserved extends Error {
  override readonly name = 'RowReserved';

  constructor(readonly row: string) {
    super('other transactions wait for the row');
  }
}

/** The row that a statement may wait for; null if none. */
export function rowOf({ waitsForRow = 0 }: Statement, values: readonly unknown[]): string | null {
  return waitsForRow > 0 ? values.slice(0, waitsForRow).map(named).join(' ') : null;
}

function named(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('hex') : String(value);
}

/** The rows whose queues one transaction has entered, from its first attempt to its end. */
export class RowPlaces {
  private readonly rows = new Set<string>();

  constructor(private readonly queue: RowQueue) {}

  /** Call before a statement that may wait for a row. @throws RowReserved */
  reserve(row: string): void {
    if (this.rows.has(row)) return;
    if (!this.queue.tryEnter(row)) throw new RowReserved(row);
    this.rows.add(row);
  }

  /** Waits without a connection. @throws RowLocked */
  async wait(row: string): Promise<void> {
    await this.queue.enter(row);
    this.rows.add(row);
  }

  leave(): void {
    for (const row of this.rows) this.queue.leave(row);
  }
}
