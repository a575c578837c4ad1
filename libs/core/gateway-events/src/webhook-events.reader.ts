import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import type { ListedEvent } from './webhook-event';
import { WebhookEventListsRepository, type EventFilters } from './webhook-event-lists.repository';
import { EventNotFound } from './gateway-events.errors';

export type { EventFilters };

@Injectable()
export class WebhookEventsReader {
  constructor(private readonly events: WebhookEventListsRepository) {}

  /** The store's events, newest first. An event from a hook without a method belongs to a store once its subject is found. */
  findPage(ctx: RequestContext, filters: EventFilters, paging: Paging): Promise<Page<ListedEvent>> {
    return this.events.findPage(ctx.storeId, filters, paging);
  }

  /** @throws EventNotFound */
  async read(ctx: RequestContext, id: string): Promise<ListedEvent> {
    const event = await this.events.findById(ctx.storeId, id);
    if (event === null) throw new EventNotFound();
    return event;
  }
}
