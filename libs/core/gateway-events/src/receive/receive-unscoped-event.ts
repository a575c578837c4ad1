import { Injectable } from '@nestjs/common';
import { ReceiveEvent, type ProviderEventInput } from './receive-event';
import { EventNotGenuine, HookNotFound } from '../gateway-events.errors';

/** For senders that always get the same response (Medusa): an event that is not stored is only counted. */
@Injectable()
export class ReceiveUnscopedEvent {
  constructor(private readonly receive: ReceiveEvent) {}

  /** @throws EventNotVerified, so that the gateway sends it again */
  async run(input: ProviderEventInput): Promise<void> {
    try {
      await this.receive.run(input);
    } catch (error) {
      const isUnrecognized = error instanceof HookNotFound || error instanceof EventNotGenuine;
      if (!isUnrecognized) throw error;
    }
  }
}
