import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { EventResource, EventType, NewEvent, NumberedEvent, OutboxEvent } from './event';
import { EventsRepository } from './events.repository';

/** Which events of one store a listener subscribes to. */
export interface EventInterest {
  wants(type: EventType): boolean;
  /** Records these events for delivery, in the transaction that makes them true. */
  record(tx: Tx, events: readonly NumberedEvent[]): Promise<void>;
}

/** Delivers events, for example as webhooks. */
export interface EventListener {
  /** Null if nothing listens in this store: then no event is written. */
  findInterest(tx: Tx, storeId: string): Promise<EventInterest | null>;
}

/**
 * The outbox: an event is written in the transaction that makes it true. Listeners are looked up in the same transaction, so a
 * store without any pays for one query.
 */
@Injectable()
export class Events {
  private readonly listeners: EventListener[] = [];
  private readonly interests = new WeakMap<Tx, Map<string, Promise<EventInterest[]>>>();

  constructor(private readonly outbox: EventsRepository) {}

  /** Call once at start. */
  listen(listener: EventListener): void {
    this.listeners.push(listener);
  }

  /** Publishes events, in the order in which they happened. */
  async publish(tx: Tx, events: readonly NewEvent[]): Promise<void> {
    void (await this.publishIfListened(tx, events));
  }

  /** Same as publish; returns whether anything listens in their store, for any event type. */
  async publishIfListened(tx: Tx, events: readonly NewEvent[]): Promise<boolean> {
    let hasListener = false;
    // In a fixed order, to avoid deadlocks between transactions that publish for the same stores.
    for (const storeId of [...new Set(events.map((event) => event.storeId))].sort()) {
      const eventsOfStore = events.filter((event) => event.storeId === storeId);
      hasListener = (await this.publishIn(tx, storeId, eventsOfStore)) || hasListener;
    }
    return hasListener;
  }

  /** Locks the order's events until the transaction ends. */
  lockOrder(tx: Tx, storeId: string, orderId: string): Promise<void> {
    return this.outbox.lockOrder(tx, storeId, orderId);
  }

  /** Stores an event's resource as of the first delivery attempt; later attempts get the same. */
  storeResource(event: Pick<OutboxEvent, 'storeId' | 'id'>, resource: EventResource): Promise<EventResource> {
    return this.outbox.storeResource(event, resource);
  }

  private async publishIn(tx: Tx, storeId: string, events: readonly NewEvent[]): Promise<boolean> {
    const interests = await this.interestsIn(tx, storeId);
    const matching = events.filter(({ type }) => interests.some((interest) => interest.wants(type)));
    if (matching.length === 0) return interests.length > 0;
    const stored = await this.outbox.insert(
      tx,
      storeId,
      matching.map((event) => ({ ...event, id: newId() })),
    );
    for (const interest of interests) {
      await interest.record(
        tx,
        stored.filter(({ type }) => interest.wants(type)),
      );
    }
    return true;
  }

  /** Looked up once per transaction. */
  private interestsIn(tx: Tx, storeId: string): Promise<EventInterest[]> {
    const byStore = this.interests.get(tx) ?? new Map<string, Promise<EventInterest[]>>();
    this.interests.set(tx, byStore);
    const lookup = byStore.get(storeId) ?? this.lookUpInterests(tx, storeId);
    byStore.set(storeId, lookup);
    return lookup;
  }

  private async lookUpInterests(tx: Tx, storeId: string): Promise<EventInterest[]> {
    const interests: EventInterest[] = [];
    for (const listener of this.listeners) {
      const interest = await listener.findInterest(tx, storeId);
      if (interest !== null) interests.push(interest);
    }
    return interests;
  }
}
