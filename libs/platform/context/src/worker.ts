import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Rounds } from './rounds';

/** What a server does over and over, from its start to its end. */
export abstract class Worker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected readonly logger = new Logger(this.constructor.name);
  private readonly rounds: Rounds;

  /** `full` is what a round takes at most: after such a one the next is run at once. */
  constructor(everyMs: number, full?: number) {
    this.rounds = new Rounds(this.logger, everyMs, () => this.run(), full);
  }

  /** One round; of how many things it was. */
  abstract run(): Promise<number>;

  /** There is something to do before the next round would be run. */
  protected soon(): void {
    this.rounds.soon();
  }

  onApplicationBootstrap(): void | Promise<void> {
    this.rounds.start();
  }

  /** Before the pool is closed, which is done at the application's shutdown. */
  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }
}
