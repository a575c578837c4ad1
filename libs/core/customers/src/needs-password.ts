import type { Caller } from '@tandem/context';
import type { Customer } from './customer';

/** Whether a change needs the current password: a customer's own change of email or password does, a staff member's never. */
export function needsPassword(
  { scope }: Pick<Caller, 'scope'>,
  customer: Pick<Customer, 'email'>,
  { email, password }: { readonly email?: string; readonly password?: string },
): boolean {
  const isNewEmail = email !== undefined && email.toLowerCase() !== customer.email;
  return !scope.all && (isNewEmail || password !== undefined);
}
