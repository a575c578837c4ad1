import { defineError } from '@tandem/context';

export class EmailTaken extends defineError('email_taken', 'invalid', 'Email has already been taken', {
  field: 'email',
}) {}

export class CustomerNotFound extends defineError('customer_not_found', 'not_found', 'Customer not found') {
  /** `publicId` is the id as the caller wrote it. */
  constructor(readonly publicId = '') {
    super();
  }
}

/** Changing email or password takes the password: holding a token is not enough. */
export class CurrentPasswordInvalid extends defineError(
  'current_password_invalid',
  'conflict',
  'Current password is invalid',
) {}

/** Medusa: since the registration, another account was created with the email. */
export class AccountExists extends defineError(
  'account_exists',
  'conflict',
  'Customer with this email already has an account',
  { field: 'email' },
) {}
