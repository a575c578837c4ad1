import type { UpdateCustomerInput } from '@tandem/customers';
import { textWithoutCard } from '../../spree-text.mapper';
import { checkConfirmation } from '../auth/auth.mapper';
import type { RegisterDto } from '../auth/register.dto';
import { metadataIn } from '../carts/cart.mapper';

/** What is left out stays. @throws FieldInvalid */
export function toChangeCustomer(
  body: Partial<RegisterDto> & { current_password?: string },
): UpdateCustomerInput {
  checkConfirmation(body);
  return {
    email: body.email,
    password: body.password,
    currentPassword: body.current_password,
    firstName: textWithoutCard('first_name', body.first_name),
    lastName: textWithoutCard('last_name', body.last_name),
    phone: body.phone,
    acceptsEmailMarketing: body.accepts_email_marketing,
    metadata: metadataIn(body.metadata),
  };
}
