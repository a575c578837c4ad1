import type { SessionContext } from '@tandem/payment-sessions';
import { medusaId } from '../ids/medusa-ids';

/** Medusa's context of a session: the customer and their account holder; empty for a guest. */
export function sessionContext({ customer, accountHolder }: SessionContext): Record<string, unknown> {
  if (!customer) return {};
  const holder = accountHolder && accountHolderOf(accountHolder, customer.id);
  return {
    customer: {
      id: medusaId('customer', customer.id),
      email: customer.email,
      phone: customer.phone,
      // Set by the storefront; not sent to gateways.
      metadata: null,
      addresses: [],
      last_name: customer.lastName,
      first_name: customer.firstName,
      company_name: null,
      account_holders: holder ? [holder] : [],
    },
    ...(holder && { account_holder: holder }),
  };
}

function accountHolderOf(
  {
    id,
    data,
    email,
    createdAt,
    updatedAt,
    externalId,
    providerId,
  }: Required<SessionContext>['accountHolder'],
  customerId: string,
): Record<string, unknown> {
  return {
    id: medusaId('accountHolder', id),
    data,
    email,
    metadata: null,
    created_at: createdAt,
    deleted_at: null,
    updated_at: updatedAt,
    // If the provider uses the customer's own id, it is formatted as Medusa's.
    external_id: externalId === customerId ? medusaId('customer', customerId) : externalId,
    provider_id: providerId,
  };
}
