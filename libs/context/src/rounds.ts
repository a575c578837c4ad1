import type { Logger } from '@nestjs/common';

/** A worker's clock: its round over and over, never two at once. What goes wrong in one is logged, and the next is run. */
export class Rounds {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly logger: Logger,
    private readonly everyMs: number,
    private readonly round: () => Promise<unknown>,
  ) {}

  /** The first is run now. */
  start(): void {
    this.timer = setInterval(() => void this.tick(), this.everyMs).unref();
    void this.tick();
  }

  /** Ends when the round in hand has. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async tick(): Promise<void> {
    if (this.running) return;
    this.running = this.round().then(
      () => undefined,
      (error: unknown) => this.logger.warn(`a round failed: ${String(error)}`),
    );
    await this.running;
    this.running = null;
  }
}

/** Works off all there is, at most `size` at once so that none holds many rows; how many it was. */
export async function inRounds(size: number, work: (limit: number) => Promise<number>): Promise<number> {
  for (let done = 0; ;) {
    const round = await work(size);
    done += round;
    if (round < size) return done;
  }
}
