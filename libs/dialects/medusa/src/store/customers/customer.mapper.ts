import type { NewCustomer, UpdateCustomerInput } from '@tandem/customers';
import { defineError } from '@tandem/context';
import { metadataIn, textIn } from '../../medusa-text';
import type { MedusaChangeCustomerDto, CreateCustomerDto } from './customer.dto';

/** Customers are identified by email, so it is required. */
export class EmailRequired extends defineError(
  'email_required',
  'invalid',
  'Email is required to create a customer',
  { field: 'email' },
) {}

/** @throws EmailRequired, InvalidRequest */
export function toNewCustomer(body: CreateCustomerDto): NewCustomer {
  const { firstName, lastName, companyName, phone, metadata } = toChanges(body);
  if (!body.email) throw new EmailRequired();
  return {
    email: body.email,
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    companyName: companyName ?? null,
    phone: phone ?? null,
    acceptsEmailMarketing: false,
    metadata: metadata ?? {},
  };
}

/** @throws InvalidRequest */
export function toChanges(body: MedusaChangeCustomerDto): UpdateCustomerInput {
  return {
    firstName: textIn('first_name', body.first_name),
    lastName: textIn('last_name', body.last_name),
    companyName: textIn('company_name', body.company_name),
    phone: body.phone,
    metadata: metadataIn(body.metadata),
  };
}
