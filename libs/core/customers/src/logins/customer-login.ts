import type { IssuedTokens } from '@tandem/logins';
import type { Customer } from '../customer';

/** A customer who has logged in, with their tokens. */
export interface CustomerLogin extends IssuedTokens {
  readonly customer: Customer;
}
