import { isOpen, type Breaker } from './breaker';

// An endpoint that hangs holds up no more than these of its own deliveries.
export const MOST_OF_ENDPOINT = 4;

// Four hanging endpoints of one store; those of another store have their own.
export const MOST_OF_STORE = 16;

// Sockets, and bodies in memory, of one server. A store that has fewer than others comes first when one is free.
export const MOST_OF_SERVER = 512;

/** An endpoint with deliveries that are due. */
export interface DueEndpoint extends Breaker {
  readonly storeId: string;
  readonly id: string;
}

/** How many deliveries of an endpoint may be taken now. */
export interface Room extends Pick<DueEndpoint, 'storeId' | 'id'> {
  readonly room: number;
}

/** The deliveries that this server has in hand. */
export class Places {
  private total = 0;
  private readonly ofEndpoint = new Map<string, number>();
  private readonly ofStore = new Map<string, number>();

  take({ storeId, id }: Pick<DueEndpoint, 'storeId' | 'id'>): void {
    this.add(storeId, id, 1);
  }

  free({ storeId, id }: Pick<DueEndpoint, 'storeId' | 'id'>): void {
    this.add(storeId, id, -1);
  }

  /**
   * Deals out what is free, one place at a time: to the store with the fewest in hand, and in it to the endpoint with the
   * fewest. Of equals the first comes first. An open breaker lets one through, its probe.
   */
  deal(due: readonly DueEndpoint[]): Room[] {
    const dealt = new Places();
    const load = (of: 'ofStore' | 'ofEndpoint', key: string): number =>
      (this[of].get(key) ?? 0) + (dealt[of].get(key) ?? 0);
    const hasRoom = (endpoint: DueEndpoint): boolean =>
      load('ofStore', endpoint.storeId) < MOST_OF_STORE &&
      load('ofEndpoint', endpoint.id) < (isOpen(endpoint) ? 1 : MOST_OF_ENDPOINT);
    const byLoad = (one: DueEndpoint, other: DueEndpoint): number =>
      load('ofStore', one.storeId) - load('ofStore', other.storeId) ||
      load('ofEndpoint', one.id) - load('ofEndpoint', other.id);
    while (this.total + dealt.total < MOST_OF_SERVER) {
      const next = leastOf(due.filter(hasRoom), byLoad);
      if (next === null) break;
      dealt.take(next);
    }
    return due.flatMap(({ storeId, id }) => {
      const room = dealt.ofEndpoint.get(id) ?? 0;
      return room > 0 ? [{ storeId, id, room }] : [];
    });
  }

  private add(storeId: string, endpointId: string, count: 1 | -1): void {
    this.total += count;
    change(this.ofStore, storeId, count);
    change(this.ofEndpoint, endpointId, count);
  }
}

function change(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

function leastOf<T>(all: readonly T[], compare: (one: T, other: T) => number): T | null {
  return all.reduce<T | null>(
    (least, each) => (least === null || compare(each, least) < 0 ? each : least),
    null,
  );
}
