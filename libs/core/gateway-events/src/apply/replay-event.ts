import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { ListedEvent } from '../webhook-event';
import { WebhookEventListsRepository } from '../webhook-event-lists.repository';
import { EVENT } from '../webhook-event.states';
import { EventNotFound, EventNotReplayable } from '../gateway-events.errors';

/** Retries a parked or refused event from the beginning. @throws EventNotFound, EventNotReplayable */
@Injectable()
export class ReplayEvent {
  constructor(
    private readonly database: Database,
    private readonly events: WebhookEventListsRepository,
  ) {}

  async run(ctx: RequestContext, id: string): Promise<ListedEvent> {
    return this.database.transaction(async (tx) => {
      const event = await this.events.lockForUpdate(tx, ctx.storeId, id);
      await ctx.idempotency.claim(tx);
      if (event === null) throw new EventNotFound();
      if (!EVENT.statesThat('replay').includes(event.state)) throw new EventNotReplayable(event.state);
      return getOrThrow(await storeResponse(ctx, tx, { value: await this.events.replay(tx, event) }));
    });
  }
}
