import { serializeAs, serializeListAs } from '../../medusa.serializer';
import { customer } from '../../resources/people/customer.resource';

const VISIBLE = {
  defaults: [
    ...['id', 'company_name', 'first_name', 'last_name', 'email', 'phone', 'metadata', 'has_account'],
    ...['created_by', 'created_at', 'updated_at', 'deleted_at'],
  ],
};

export const serializeCustomer = serializeAs('customer', customer, VISIBLE);

export const serializeCustomers = serializeListAs('customers', customer, { ...VISIBLE, limit: 50 });
