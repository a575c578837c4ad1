/** A card saved at a gateway: what a receipt shows of it, never its number. */
export interface SavedCard {
  readonly id: string;
  readonly customerId: string;
  readonly paymentMethodId: string;
  readonly providerId: string;
  /** The gateway's id of the card. */
  readonly profileId: string;
  readonly brand: string;
  readonly last4: string;
  /** 1 to 12. */
  readonly month: number;
  /** Four digits. */
  readonly year: number;
  readonly name: string | null;
  readonly isDefault: boolean;
  /** When it was last saved. */
  readonly updatedAt: Date;
}
