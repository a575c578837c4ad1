import type { CustomerLogin } from '@tandem/customers';
import { presentCustomer } from '../customer/customer.presenter';
import type { SpreeLogin } from './auth.dto';

export function presentLogin({ customer, token, refreshToken }: CustomerLogin): SpreeLogin {
  return { token, refresh_token: refreshToken, user: presentCustomer(customer) };
}
