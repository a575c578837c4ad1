/** A shop. Every other row belongs to one, and nothing is seen across two. */
export interface Store {
  readonly id: string;
  readonly name: string;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

/** Where a store sells, in one currency (Medusa's word). */
export interface Region {
  readonly id: string;
  readonly name: string;
  /** ISO 4217, upper case. */
  readonly currency: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A region before the database has it. */
export type NewRegion = Omit<Region, 'createdAt' | 'updatedAt'>;
