import type { Login } from '@tandem/accounts';
import { presentCustomer } from '../customer/customer.presenter';
import type { SpreeLogin } from './auth.dto';

export function presentLogin({ customer, token, refreshToken }: Login): SpreeLogin {
  return { token, refresh_token: refreshToken, user: presentCustomer(customer) };
}
