import type { NewCustomer } from '@tandem/customers';
import { FieldInvalid, InvalidProvider } from '../../errors/spree-errors';
import { textWithoutCard } from '../../spree-text.mapper';
import { metadataIn } from '../carts/cart.mapper';
import type { LogInDto } from './auth.dto';
import type { RegisterDto } from './register.dto';

/** @throws InvalidProvider */
export function toLogIn({ provider = 'email', email, password }: LogInDto): {
  email?: string;
  password?: string;
} {
  if (provider !== 'email') throw new InvalidProvider();
  return { email, password };
}

/** @throws FieldInvalid */
export function toRegister(body: RegisterDto): NewCustomer & { password: string } {
  const { email, password, first_name = null, last_name = null, phone = null, metadata } = body;
  checkConfirmation(body);
  return {
    email,
    password,
    firstName: textWithoutCard('first_name', first_name),
    lastName: textWithoutCard('last_name', last_name),
    companyName: null,
    phone,
    acceptsEmailMarketing: body.accepts_email_marketing ?? false,
    metadata: metadataIn(metadata) ?? {},
  };
}

/** @throws FieldInvalid */
export function checkConfirmation(body: { password?: string; password_confirmation?: string }): void {
  const { password, password_confirmation = password } = body;
  if (password_confirmation !== password) {
    throw new FieldInvalid('password_confirmation', "doesn't match Password");
  }
}
