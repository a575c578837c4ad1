import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PollLoop } from './poll-loop';

/** Recurring work of a server, from its start to its shutdown. */
export abstract class Worker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected readonly logger = new Logger(this.constructor.name);
  private readonly loop: PollLoop;

  /** `full` is the batch size: after a full batch the next runs at once. */
  constructor(everyMs: number, full?: number) {
    this.loop = new PollLoop(this.logger, everyMs, () => this.run(), full);
  }

  /** Runs one batch; returns how many items it processed. */
  abstract run(): Promise<number>;

  /** Call when work is due before the next poll. */
  protected runSoon(): void {
    this.loop.runSoon();
  }

  onApplicationBootstrap(): void | Promise<void> {
    this.loop.start();
  }

  /** Before the pool is closed, at the application's shutdown. */
  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
