import { RowBusy } from './database.errors';

interface Queue {
  inside: number;
  readonly waiting: Set<() => void>;
}

/**
 * Lets few transactions of this process wait in Postgres for one row; the others wait here, without a connection, in the order in
 * which they came. Otherwise one locked order takes the whole pool, and whoever reads another waits with it.
 */
export class RowQueue {
  private readonly queues = new Map<string, Queue>();

  constructor(
    private readonly most: number,
    private readonly waitMs: number,
  ) {}

  /** Takes a place at once; false where there is none. */
  tryEnter(row: string): boolean {
    const queue = this.queues.get(row) ?? { inside: 0, waiting: new Set() };
    if (queue.inside >= this.most) return false;
    queue.inside += 1;
    this.queues.set(row, queue);
    return true;
  }

  /** Waits for a place. @throws RowBusy when none came free in time */
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
        reject(new RowBusy());
      }, this.waitMs);
      waiting.add(enter);
    });
  }

  /** Gives the place to whoever waits the longest. */
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
