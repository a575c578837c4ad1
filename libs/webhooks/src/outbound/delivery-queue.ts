import { Injectable, Logger } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import PgBoss from 'pg-boss';

const QUEUE = 'webhook-deliveries';

// A job whose process died is given to another after this: longer than eight deliveries that each take their ten seconds.
const EXPIRE_SECONDS = 90;

const MAINTENANCE_SECONDS = 30;

// The delivery's row is the record; a job that is done is kept an hour to be looked at.
const KEEP_DONE_SECONDS = 3600;

// Its own retries are for processes that die: what a receiver answers is our own matter, with our own pauses.
const OPTIONS: PgBoss.Queue = {
  name: QUEUE,
  policy: 'standard',
  expireInSeconds: EXPIRE_SECONDS,
  retryLimit: 1000,
  retryDelay: 0,
};

/** One attempt at a delivery. */
export interface DeliveryJob {
  readonly storeId: string;
  readonly deliveryId: string;
  /** How often it was sent before: a job of an attempt that was made does nothing. */
  readonly attempts: number;
  /** Deliveries of one order to one endpoint are sent one after the other. */
  readonly lane: string;
}

/** A job in hand. */
export interface TakenJob {
  readonly id: string;
  readonly data: DeliveryJob;
}

/** What is to be sent, and when: pg-boss, on our own connections, with its tables in a schema of their own. */
@Injectable()
export class DeliveryQueue {
  private readonly logger = new Logger(DeliveryQueue.name);
  private readonly boss: PgBoss;

  constructor(private readonly database: Database) {
    this.boss = bossOn(database, { supervise: true });
    this.boss.on('error', (error) => this.logger.warn(`queue: ${String(error)}`));
  }

  /** Makes the queue's tables where they are missing or of an older pg-boss; of servers that start at once one makes them. */
  async start(): Promise<void> {
    await this.database.changeSchema(async (on) => {
      const maker = bossOn(on, { supervise: false });
      await maker.start();
      await maker.createQueue(QUEUE, OPTIONS);
      await maker.stop({ graceful: false });
    });
    await this.boss.start();
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }

  /** In the transaction that makes them due: they are there when it commits, or not at all. */
  async add(tx: Tx, jobs: readonly DeliveryJob[], inSeconds = 0): Promise<void> {
    const startAfter = String(inSeconds);
    await this.boss.insert(
      jobs.map((data) => ({ id: newId(), name: QUEUE, data, startAfter })),
      { db: sqlOn(tx) },
    );
  }

  /** At most so many that are due, the oldest first; nobody else is given them. */
  async take(most: number): Promise<TakenJob[]> {
    const jobs = await this.boss.fetch<DeliveryJob>(QUEUE, { batchSize: most });
    return jobs.sort((left, right) => (left.id < right.id ? -1 : 1));
  }

  async done({ id }: TakenJob): Promise<void> {
    await this.boss.complete(QUEUE, id);
  }
}

/** With `supervise` it also puts away what is done, over and over. */
function bossOn(on: Queryable, { supervise }: { readonly supervise: boolean }): PgBoss {
  return new PgBoss({
    db: sqlOn(on),
    supervise,
    // No cron, no counting of states: nothing here asks for it.
    schedule: false,
    maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    archiveCompletedAfterSeconds: KEEP_DONE_SECONDS,
    deleteAfterHours: 1,
  });
}

/** pg-boss brings its SQL itself: a statement without a name is parsed each time, and may be several. */
function sqlOn(on: Queryable): PgBoss.Db {
  return {
    async executeSql(text, values = []) {
      return { rows: (await on.query<unknown>({ name: '', text }, values)) ?? [] };
    },
  };
}
