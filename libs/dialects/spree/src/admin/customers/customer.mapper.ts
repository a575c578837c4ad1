import type { CustomerFilters, NewCustomer } from '@tandem/customers';
import { predicate, searchIn } from '../../lists/spree-predicates';
import { toRegister } from '../../store/auth/auth.mapper';
import type { SpreeCreateCustomerDto } from './customer.dto';

/** @throws FieldInvalid */
export function toCreateCustomer(body: SpreeCreateCustomerDto): NewCustomer & { password: string | null } {
  return { ...toRegister({ ...body, password: body.password ?? '' }), password: body.password ?? null };
}

/** @throws FieldInvalid */
export function customerFilters(query: Readonly<Record<string, unknown>>): CustomerFilters {
  const email = predicate(query, 'email_eq');
  return {
    emails: email === undefined ? undefined : [email.toLowerCase()],
    partOfEmail: predicate(query, 'email_cont'),
    search: searchIn(query),
  };
}
