import { presentAs, presentListAs } from '../../medusa.presenter';
import { customer } from '../../resources/people/customer.resource';

const SHOWN = {
  defaults: [
    ...['id', 'company_name', 'first_name', 'last_name', 'email', 'phone', 'metadata', 'has_account'],
    ...['created_by', 'created_at', 'updated_at', 'deleted_at'],
  ],
};

export const presentCustomer = presentAs('customer', customer, SHOWN);

export const presentCustomers = presentListAs('customers', customer, { ...SHOWN, limit: 50 });
