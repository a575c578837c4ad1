/** A billing or shipping address. Stored with its order as given; Tandem ships nothing. */
export interface Address {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly phone: string | null;
  readonly company: string | null;
  /** ISO 3166-1 alpha-2; optional in Medusa. */
  readonly countryIso: string | null;
  readonly stateAbbr: string | null;
  readonly stateName: string | null;
  /** Set by the storefront (Medusa). */
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}
