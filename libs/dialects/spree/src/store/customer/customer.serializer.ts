import type { Customer } from '@tandem/customers';
import type { Profile } from '@tandem/checkout';
import { fullName } from '../../full-name';
import { withDisplay } from '../../money/spree-display';
import { spreeId } from '../../ids/spree-ids';
import type { SpreeCustomer } from './customer.dto';

export function serializeCustomer(customer: Customer): SpreeCustomer {
  const { firstName, lastName } = customer;
  return {
    id: spreeId('customer', customer.id),
    email: customer.email,
    first_name: firstName,
    last_name: lastName,
    full_name: fullName(firstName, lastName),
    phone: customer.phone,
    accepts_email_marketing: customer.acceptsEmailMarketing,
    created_at: customer.createdAt.toISOString(),
    updated_at: customer.updatedAt.toISOString(),
    addresses: [],
    default_billing_address: null,
    default_shipping_address: null,
    newsletter_subscriber: null,
    customer_groups: [],
  };
}

/** A customer's own profile, with their remaining store credit. */
export function serializeProfile({ customer, credit }: Profile): SpreeCustomer {
  return { ...serializeCustomer(customer), ...withDisplay({ available_store_credit_total: credit }) };
}
