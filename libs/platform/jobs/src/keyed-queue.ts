/** Runs tasks of one key one after another, and at most `free` tasks of all keys at once. */
export class KeyedQueue {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async add<T>(key: string, task: () => Promise<T>): Promise<T> {
    const previous = this.last.get(key);
    const ownTurn = previous ? previous.then(() => this.whenFree(task)) : this.whenFree(task);
    const settled = ownTurn.catch(() => undefined);
    this.last.set(key, settled);
    try {
      return await ownTurn;
    } finally {
      if (this.last.get(key) === settled) this.last.delete(key);
    }
  }

  private async whenFree<T>(task: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resume) => this.waiting.push(resume));
    try {
      return await task();
    } finally {
      // Hand the slot to the next waiting task.
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }
}
