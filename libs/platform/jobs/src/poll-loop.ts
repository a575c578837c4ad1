import type { Logger } from '@nestjs/common';

/**
 * Runs a batch repeatedly, never two at once. After a full batch the next runs at once, because more may be due. Errors are
 * logged and do not stop the loop.
 */
export class PollLoop {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isStopped = false;
  private isRequested = false;

  constructor(
    private readonly logger: Logger,
    private readonly everyMs: number,
    /** Returns how many items it processed. */
    private readonly runBatch: () => Promise<number>,
    /** The batch size. */
    private readonly full = Infinity,
  ) {}

  /** Runs the first batch now. */
  start(): void {
    this.timer = setInterval(() => void this.tick(), this.everyMs).unref();
    void this.tick();
  }

  /** Runs a batch now, or right after the current one. */
  runSoon(): void {
    this.isRequested = true;
    if (!this.isStopped) void this.tick();
  }

  /** Resolves when the current batch has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async tick(): Promise<void> {
    if (this.running) return;
    this.running = this.runBatches().catch((error: unknown) =>
      this.logger.warn(`a batch failed: ${String(error)}`),
    );
    await this.running;
    this.running = null;
  }

  private async runBatches(): Promise<void> {
    let taken: number;
    do {
      this.isRequested = false;
      taken = await this.runBatch();
    } while ((taken >= this.full || this.isRequested) && !this.isStopped);
  }
}
