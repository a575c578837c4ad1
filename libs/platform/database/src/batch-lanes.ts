interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

interface Lane<Item, Result> {
  waiting: Waiting<Item, Result>[];
  /** Batches that the next one waits for. */
  ahead: number;
  isStarting: boolean;
}

interface Options<Item, Result> {
  readonly maxItems: number;
  /** A batch that takes longer, milliseconds, no longer holds up the next one. */
  readonly patienceMs: number;
  /** Two items that share one of these never share a batch. */
  readonly keysOf: (item: Item) => readonly string[];
  /** Returns the results in the order of the items. */
  readonly run: (lane: string, items: readonly Item[]) => Promise<readonly Result[]>;
}

/** Runs together what arrives while a lane's batch is in flight. A lone item runs at once. */
export class BatchLanes<Item, Result> {
  private readonly lanes = new Map<string, Lane<Item, Result>>();

  constructor(private readonly options: Options<Item, Result>) {}

  /** Rejects with the error of the whole batch. */
  add(name: string, item: Item): Promise<Result> {
    const lane = this.lanes.get(name) ?? { waiting: [], ahead: 0, isStarting: false };
    this.lanes.set(name, lane);
    return new Promise((resolve, reject) => {
      lane.waiting.push({ item, resolve, reject });
      if (lane.ahead === 0) this.startSoon(name, lane);
    });
  }

  /** After what the event loop has already received, so that it goes into the same batch. */
  private startSoon(name: string, lane: Lane<Item, Result>): void {
    if (lane.isStarting) return;
    lane.isStarting = true;
    setImmediate(() => {
      lane.isStarting = false;
      if (lane.waiting.length > 0) void this.runNext(name, lane);
    });
  }

  private async runNext(name: string, lane: Lane<Item, Result>): Promise<void> {
    const batch = this.takeBatch(lane);
    const letPass = this.holdUp(name, lane);
    const settleItems = await this.run(name, batch);
    letPass();
    // The next batch is sent to Postgres first, which then works while this process serializes these results.
    setImmediate(settleItems);
  }

  /** Runs a batch; returns what settles its items. */
  private async run(name: string, batch: readonly Waiting<Item, Result>[]): Promise<() => void> {
    try {
      const results = await this.options.run(
        name,
        batch.map(({ item }) => item),
      );
      return () => resolveAll(batch, results);
    } catch (error) {
      return () => batch.forEach(({ reject }) => reject(error));
    }
  }

  /** Makes the next batch wait, until the returned function is called or patience ends. */
  private holdUp(name: string, lane: Lane<Item, Result>): () => void {
    lane.ahead++;
    let isAhead = true;
    const letPass = (): void => {
      clearTimeout(late);
      if (!isAhead) return;
      isAhead = false;
      lane.ahead--;
      if (lane.waiting.length > 0) void this.runNext(name, lane);
      else if (lane.ahead === 0) this.lanes.delete(name);
    };
    const late = setTimeout(letPass, this.options.patienceMs).unref();
    return letPass;
  }

  /** The first waiting items, without two that share a key; the others keep their order. */
  private takeBatch(lane: Lane<Item, Result>): Waiting<Item, Result>[] {
    const keys = new Set<string>();
    const batch: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    for (const waiting of lane.waiting) {
      const own = this.options.keysOf(waiting.item);
      const fits = batch.length < this.options.maxItems && !own.some((key) => keys.has(key));
      (fits ? batch : later).push(waiting);
      // Also of an item that must wait, so that those after it do not overtake it.
      for (const key of own) keys.add(key);
    }
    lane.waiting = later;
    return batch;
  }
}

function resolveAll<Item, Result>(batch: readonly Waiting<Item, Result>[], results: readonly Result[]): void {
  for (const [index, { resolve, reject }] of batch.entries()) {
    const result = results[index];
    if (result === undefined) reject(new Error('a batch returned fewer results than it has items'));
    else resolve(result);
  }
}
