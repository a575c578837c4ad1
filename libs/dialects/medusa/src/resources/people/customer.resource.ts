import type { Customer } from '@tandem/customers';
import { many, type Resource } from '../../fields/fields';
import { medusaId } from '../../ids/medusa-ids';
import { metadataOrNull } from '../metadata';
import { times } from '../times';

const none: Resource<never> = { fields: {}, relations: {} };

/** Tandem stores addresses only with orders, and no customer groups. */
export const customer: Resource<Customer> = {
  fields: {
    id: ({ id }) => medusaId('customer', id),
    email: ({ email }) => email,
    default_billing_address_id: () => null,
    default_shipping_address_id: () => null,
    company_name: ({ companyName }) => companyName,
    first_name: ({ firstName }) => firstName,
    last_name: ({ lastName }) => lastName,
    phone: ({ phone }) => phone,
    metadata: ({ metadata }) => metadataOrNull(metadata),
    has_account: ({ hasLogin }) => hasLogin,
    created_by: () => null,
    ...times,
  },
  relations: {
    addresses: many(
      () => none,
      () => [],
    ),
    groups: many(
      () => none,
      () => [],
    ),
  },
};
