/** A shop. Every other row belongs to one store and is visible only within it. */
export interface Store {
  readonly id: string;
  readonly name: string;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

/** A market of a store, with one currency (Medusa's term). */
export interface Region {
  readonly id: string;
  readonly name: string;
  /** ISO 4217, upper case. */
  readonly currency: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A region to be inserted. */
export type NewRegion = Omit<Region, 'createdAt' | 'updatedAt'>;
