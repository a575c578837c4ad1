import { isOpen, type Breaker } from './breaker';

// A hanging endpoint occupies at most this many places.
export const MAX_PER_ENDPOINT = 4;

// Four hanging endpoints of one store; other stores have their own places.
export const MAX_PER_STORE = 16;

// Limits one server's sockets and buffered bodies. A free place goes to the store with the fewest deliveries.
export const MAX_PER_SERVER = 512;

/** An endpoint with due deliveries. */
export interface DueEndpoint extends Breaker {
  readonly storeId: string;
  readonly id: string;
}

/** How many deliveries of an endpoint may be leased now. */
export interface Capacity extends Pick<DueEndpoint, 'storeId' | 'id'> {
  readonly room: number;
}

/** The deliveries in progress at this server. */
export class Places {
  private total = 0;
  private readonly ofEndpoint = new Map<string, number>();
  private readonly ofStore = new Map<string, number>();

  occupy({ storeId, id }: Pick<DueEndpoint, 'storeId' | 'id'>): void {
    this.add(storeId, id, 1);
  }

  free({ storeId, id }: Pick<DueEndpoint, 'storeId' | 'id'>): void {
    this.add(storeId, id, -1);
  }

  /**
   * Assigns free places one at a time: to the store with the fewest deliveries in progress, and in it to the endpoint with
   * the fewest; ties go to the first. An open breaker gets one place, for its probe.
   */
  assign(due: readonly DueEndpoint[]): Capacity[] {
    const assigned = new Places();
    const load = (of: 'ofStore' | 'ofEndpoint', key: string): number =>
      (this[of].get(key) ?? 0) + (assigned[of].get(key) ?? 0);
    const hasRoom = (endpoint: DueEndpoint): boolean =>
      load('ofStore', endpoint.storeId) < MAX_PER_STORE &&
      load('ofEndpoint', endpoint.id) < (isOpen(endpoint) ? 1 : MAX_PER_ENDPOINT);
    const byLoad = (one: DueEndpoint, other: DueEndpoint): number =>
      load('ofStore', one.storeId) - load('ofStore', other.storeId) ||
      load('ofEndpoint', one.id) - load('ofEndpoint', other.id);
    while (this.total + assigned.total < MAX_PER_SERVER) {
      const next = minimumBy(due.filter(hasRoom), byLoad);
      if (next === null) break;
      assigned.occupy(next);
    }
    return due.flatMap(({ storeId, id }) => {
      const room = assigned.ofEndpoint.get(id) ?? 0;
      return room > 0 ? [{ storeId, id, room }] : [];
    });
  }

  private add(storeId: string, endpointId: string, count: 1 | -1): void {
    this.total += count;
    addTo(this.ofStore, storeId, count);
    addTo(this.ofEndpoint, endpointId, count);
  }
}

function addTo(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

function minimumBy<T>(all: readonly T[], compare: (one: T, other: T) => number): T | null {
  return all.reduce<T | null>(
    (least, each) => (least === null || compare(each, least) < 0 ? each : least),
    null,
  );
}
