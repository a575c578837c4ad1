import { serializeAs } from '../../medusa.serializer';
import { customer } from '../../resources/people/customer.resource';

const OWN = [
  ...['id', 'email', 'company_name', 'first_name', 'last_name', 'phone', 'metadata', 'has_account'],
  ...['deleted_at', 'created_at', 'updated_at'],
];

/** A customer's view of their own account. */
export const serializeCustomer = serializeAs('customer', customer, {
  defaults: [...OWN, '*addresses'],
  allowed: [...OWN, 'default_billing_address_id', 'default_shipping_address_id', 'addresses'],
});
