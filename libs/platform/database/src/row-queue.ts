import { RowLocked } from './database.errors';

interface Queue {
  inside: number;
  readonly waiting: Set<() => void>;
}

/**
 * Lets few transactions of this process wait in Postgres for one row; the others wait here, without a connection, in order of
 * arrival. Otherwise one locked order would take the whole pool, and block requests for other orders.
 */
export class RowQueue {
  private readonly queues = new Map<string, Queue>();

  constructor(
    private readonly max: number,
    private readonly waitMs: number,
  ) {}

  /** Takes a place at once; false if none is free. */
  tryEnter(row: string): boolean {
    const queue = this.queues.get(row) ?? { inside: 0, waiting: new Set() };
    if (queue.inside >= this.max) return false;
    queue.inside += 1;
    this.queues.set(row, queue);
    return true;
  }

  /** Waits for a place. @throws RowLocked if none is free in time */
  enter(row: string): Promise<void> {
    if (this.tryEnter(row)) return Promise.resolve();
    const { waiting } = this.queues.get(row) ?? { waiting: new Set() };
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(enter);
        reject(new RowLocked());
      }, this.waitMs);
      waiting.add(enter);
    });
  }

  /** Gives the place to the longest waiting. */
  leave(row: string): void {
    const queue = this.queues.get(row);
    if (!queue) return;
    const [next] = queue.waiting;
    if (next) {
      queue.waiting.delete(next);
      return next();
    }
    queue.inside -= 1;
    if (queue.inside === 0) this.queues.delete(row);
  }
}
