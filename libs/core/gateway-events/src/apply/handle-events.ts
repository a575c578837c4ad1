import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { ProviderRegistry } from '@tandem/payment-providers';
import { HandleEvent } from './handle-event';
import type { WebhookEvent } from '../webhook-event';
import { WebhookEventsRepository } from '../webhook-events.repository';

const POLL_INTERVAL_MS = 1000;

// All are parsed concurrently, which may call the gateway; applying is limited by HandleEvent.
export const EVENTS_A_ROUND = 20;

/** Processes stored events, each once. */
@Injectable()
export class HandleEvents extends Worker {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly events: WebhookEventsRepository,
    private readonly handleEvent: HandleEvent,
  ) {
    super(POLL_INTERVAL_MS, EVENTS_A_ROUND);
  }

  /** Processes one batch of verified events; returns their number. */
  run(): Promise<number> {
    return this.handleDue({ isVerified: true });
  }

  async handleDue({ isVerified }: { readonly isVerified: boolean }): Promise<number> {
    const providerIds = this.registry.getAll().map(({ capabilities }) => capabilities.id);
    const due = await this.events.leaseDue(EVENTS_A_ROUND, { providerIds, isVerified });
    const inOrder = due.toSorted((one, other) => Number(one.receivedAt) - Number(other.receivedAt));
    await Promise.all(inOrder.map((event) => this.handle(event)));
    return due.length;
  }

  private async handle(event: WebhookEvent): Promise<void> {
    try {
      await this.handleEvent.run(event);
    } catch (error) {
      this.logger.error(`event ${event.id} could not be handled: ${String(error)}`);
    }
  }
}
