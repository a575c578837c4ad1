import type { RowQueue } from '../row-queue';
import type { Statement } from '../connections/tx';

/** The row is being waited for by as many as may: the transaction gives its connection back and comes again in its turn. */
export class RowTaken extends Error {
  override readonly name = 'RowTaken';

  constructor(readonly row: string) {
    super('others wait for the row');
  }
}

/** The row that a statement waits for; null where it waits for none. */
export function rowOf({ waitsForRow = 0 }: Statement, values: readonly unknown[]): string | null {
  return waitsForRow > 0 ? values.slice(0, waitsForRow).map(named).join(' ') : null;
}

function named(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('hex') : String(value);
}

/** The rows that one transaction has its turn at, from its first try to its end. */
export class RowPlaces {
  private readonly rows = new Set<string>();

  constructor(private readonly queue: RowQueue) {}

  /** Before a statement that waits for a row. @throws RowTaken */
  take(row: string): void {
    if (this.rows.has(row)) return;
    if (!this.queue.tryEnter(row)) throw new RowTaken(row);
    this.rows.add(row);
  }

  /** Without a connection. @throws RowBusy */
  async wait(row: string): Promise<void> {
    await this.queue.enter(row);
    this.rows.add(row);
  }

  leave(): void {
    for (const row of this.rows) this.queue.leave(row);
  }
}
