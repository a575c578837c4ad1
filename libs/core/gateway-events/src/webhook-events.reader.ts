import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import type { ListedEvent } from './webhook-event';
import { WebhookEventLists, type EventFilters } from './webhook-event-lists.repository';
import { EventNotFound } from './gateway-events.errors';

export type { EventFilters };

@Injectable()
export class WebhookEventsReader {
  constructor(private readonly events: WebhookEventLists) {}

  /** Those of the store, newest first. One that came to a hook without a method is a store's once that has shown. */
  page(ctx: RequestContext, filters: EventFilters, paging: Paging): Promise<Page<ListedEvent>> {
    return this.events.page(ctx.storeId, filters, paging);
  }

  /** @throws EventNotFound */
  async read(ctx: RequestContext, id: string): Promise<ListedEvent> {
    const event = await this.events.find(ctx.storeId, id);
    if (event === null) throw new EventNotFound();
    return event;
  }
}
