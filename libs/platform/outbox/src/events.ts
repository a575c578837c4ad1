import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { EventResource, EventType, NewEvent, NumberedEvent, OutboxEvent } from './event';
import { EventsRepository } from './events.repository';

/** What somebody wants to hear of one store. */
export interface Interest {
  wants(type: EventType): boolean;
  /** Notes, in the transaction that made them true, that these must be told. */
  take(tx: Tx, events: readonly NumberedEvent[]): Promise<void>;
}

/** Whoever tells others of events. */
export interface EventListener {
  /** Null where nobody listens in this store: then nothing is written. */
  interestIn(tx: Tx, storeId: string): Promise<Interest | null>;
}

/**
 * The outbox: an event is written with what it tells of, or not at all.
 * Whether anybody listens is decided in the same transaction, so that a store where nobody does pays for one look.
 */
@Injectable()
export class Events {
  private readonly listeners: EventListener[] = [];
  private readonly interests = new WeakMap<Tx, Map<string, Promise<Interest[]>>>();

  constructor(private readonly outbox: EventsRepository) {}

  /** Called once at start. */
  listen(listener: EventListener): void {
    this.listeners.push(listener);
  }

  /** In the order in which they happened. */
  async publish(tx: Tx, events: readonly NewEvent[]): Promise<void> {
    void (await this.publishHeard(tx, events));
  }

  /** The same; whether anybody listens in their store, to whichever events. */
  async publishHeard(tx: Tx, events: readonly NewEvent[]): Promise<boolean> {
    let isHeard = false;
    // In one order, so that two that publish for the same stores do not wait for each other.
    for (const storeId of [...new Set(events.map((event) => event.storeId))].sort()) {
      const ofStore = events.filter((event) => event.storeId === storeId);
      isHeard = (await this.publishIn(tx, storeId, ofStore)) || isHeard;
    }
    return isHeard;
  }

  /** Until the transaction ends nobody else publishes for the order. */
  holdOrder(tx: Tx, storeId: string, orderId: string): Promise<void> {
    return this.outbox.holdOrder(tx, storeId, orderId);
  }

  /** What an event is about, as it was at the first attempt: stored once, and the same ever after. */
  storeResource(event: Pick<OutboxEvent, 'storeId' | 'id'>, resource: EventResource): Promise<EventResource> {
    return this.outbox.storeResource(event, resource);
  }

  private async publishIn(tx: Tx, storeId: string, events: readonly NewEvent[]): Promise<boolean> {
    const interests = await this.interestsIn(tx, storeId);
    const wanted = events.filter(({ type }) => interests.some((interest) => interest.wants(type)));
    if (wanted.length === 0) return interests.length > 0;
    const kept = await this.outbox.insert(
      tx,
      storeId,
      wanted.map((event) => ({ ...event, id: newId() })),
    );
    for (const interest of interests) {
      await interest.take(
        tx,
        kept.filter(({ type }) => interest.wants(type)),
      );
    }
    return true;
  }

  /** Looked up once in a transaction, however often it publishes. */
  private interestsIn(tx: Tx, storeId: string): Promise<Interest[]> {
    const ofTx = this.interests.get(tx) ?? new Map<string, Promise<Interest[]>>();
    this.interests.set(tx, ofTx);
    const known = ofTx.get(storeId) ?? this.lookUpInterests(tx, storeId);
    ofTx.set(storeId, known);
    return known;
  }

  private async lookUpInterests(tx: Tx, storeId: string): Promise<Interest[]> {
    const interests: Interest[] = [];
    for (const listener of this.listeners) {
      const interest = await listener.interestIn(tx, storeId);
      if (interest !== null) interests.push(interest);
    }
    return interests;
  }
}
