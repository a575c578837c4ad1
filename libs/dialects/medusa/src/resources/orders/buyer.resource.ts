import type { Customer } from '@tandem/customers';
import { many, type Resource } from '../../fields/fields';
import { medusaId } from '../../ids/medusa-ids';
import { times } from '../times';

const group: Resource<never> = { fields: {}, relations: {} };

/** The customer of a cart or an order, without metadata. Null for a guest. */
export const buyer: Resource<Customer> = {
  fields: {
    id: ({ id }) => medusaId('customer', id),
    email: ({ email }) => email,
    first_name: ({ firstName }) => firstName,
    last_name: ({ lastName }) => lastName,
    company_name: ({ companyName }) => companyName,
    phone: ({ phone }) => phone,
    has_account: ({ hasLogin }) => hasLogin,
    ...times,
  },
  relations: {
    groups: many(
      () => group,
      () => [],
    ),
  },
};
