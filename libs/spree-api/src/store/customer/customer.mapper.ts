import type { ChangeCustomerInput } from '@tandem/accounts';
import { checkConfirmation } from '../auth/auth.mapper';
import type { RegisterDto } from '../auth/register.dto';
import { metadataIn } from '../carts/cart.mapper';

/** What is left out stays. @throws FieldInvalid */
export function toChangeCustomer(
  body: Partial<RegisterDto> & { current_password?: string },
): ChangeCustomerInput {
  checkConfirmation(body);
  return {
    email: body.email,
    password: body.password,
    currentPassword: body.current_password,
    firstName: body.first_name,
    lastName: body.last_name,
    phone: body.phone,
    acceptsEmailMarketing: body.accepts_email_marketing,
    metadata: metadataIn(body.metadata),
  };
}
