import type { UpdateCustomerInput } from '@tandem/customers';
import { textWithoutCard } from '../../spree-text.mapper';
import { checkConfirmation } from '../auth/auth.mapper';
import type { RegisterDto } from '../auth/register.dto';
import { metadataIn } from '../carts/cart.mapper';

/** Omitted fields stay unchanged. @throws FieldInvalid */
export function toUpdateCustomer(
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
