import type { CustomerLogin } from '@tandem/customers';
import { serializeCustomer } from '../customer/customer.serializer';
import type { SpreeLogin } from './auth.dto';

export function serializeLogin({ customer, token, refreshToken }: CustomerLogin): SpreeLogin {
  return { token, refresh_token: refreshToken, user: serializeCustomer(customer) };
}
