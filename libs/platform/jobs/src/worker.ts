import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PollLoop } from './poll-loop';

/** What a server does over and over, from its start to its end. */
export abstract class Worker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected readonly logger = new Logger(this.constructor.name);
  private readonly loop: PollLoop;

  /** `full` is what a round takes at most: after such a one the next is run at once. */
  constructor(everyMs: number, full?: number) {
    this.loop = new PollLoop(this.logger, everyMs, () => this.run(), full);
  }

  /** One round; of how many things it was. */
  abstract run(): Promise<number>;

  /** There is something to do before the next round would be run. */
  protected soon(): void {
    this.loop.soon();
  }

  onApplicationBootstrap(): void | Promise<void> {
    this.loop.start();
  }

  /** Before the pool is closed, which is done at the application's shutdown. */
  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
