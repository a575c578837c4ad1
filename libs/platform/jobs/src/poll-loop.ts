import type { Logger } from '@nestjs/common';

/**
 * A worker's clock: its round over and over, never two at once. After a full one the next is run at once, for more may be due.
 * What goes wrong in one is logged, and the next is run.
 */
export class PollLoop {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isStopped = false;
  private isWanted = false;

  constructor(
    private readonly logger: Logger,
    private readonly everyMs: number,
    /** Of how many things it was. */
    private readonly round: () => Promise<number>,
    /** As many as a round takes at most. */
    private readonly full = Infinity,
  ) {}

  /** The first is run now. */
  start(): void {
    this.timer = setInterval(() => void this.tick(), this.everyMs).unref();
    void this.tick();
  }

  /** A round now, or right after the one in hand. */
  soon(): void {
    this.isWanted = true;
    if (!this.isStopped) void this.tick();
  }

  /** Ends when the round in hand has. */
  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async tick(): Promise<void> {
    if (this.running) return;
    this.running = this.rounds().catch((error: unknown) =>
      this.logger.warn(`a round failed: ${String(error)}`),
    );
    await this.running;
    this.running = null;
  }

  private async rounds(): Promise<void> {
    let taken: number;
    do {
      this.isWanted = false;
      taken = await this.round();
    } while ((taken >= this.full || this.isWanted) && !this.isStopped);
  }
}
