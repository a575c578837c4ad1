import { defineError } from '@tandem/context';

export class EmailTaken extends defineError('email_taken', 'invalid', 'Email has already been taken', {
  field: 'email',
}) {}

export class CustomerNotFound extends defineError('customer_not_found', 'not_found', 'Customer not found') {
  constructor(readonly shownId = '') {
    super();
  }
}

/** Not one of the store's own people. */
export class UserNotFound extends defineError('user_not_found', 'not_found', 'User not found') {
  constructor(readonly shownId = '') {
    super();
  }
}

/** No such email, or another password: the two are not told apart. */
export class LoginFailed extends defineError(
  'authentication_failed',
  'unauthorized',
  (message?: string) => message ?? 'Invalid email or password',
) {}

/** A refresh token that was never issued, is too old, was revoked, or has been used before. */
export class RefreshTokenInvalid extends defineError(
  'invalid_refresh_token',
  'unauthorized',
  (message?: string) => message ?? 'Invalid or expired refresh token',
) {}

/** Email and password are changed by whoever knows the password, not by whoever holds a token. */
export class CurrentPasswordInvalid extends defineError(
  'current_password_invalid',
  'conflict',
  'Current password is invalid',
) {}

/** Medusa: the email has an account, or somebody has registered with it. */
export class IdentityExists extends defineError(
  'identity_exists',
  'unauthorized',
  'Identity with email already exists',
) {}

/** Medusa: between the registration and this, somebody else opened an account with the email. */
export class AccountExists extends defineError(
  'account_exists',
  'conflict',
  'Customer with this email already has an account',
  { field: 'email' },
) {}

/** An account is opened with the email that was registered, and with no other. */
export class EmailNotRegistered extends defineError(
  'email_not_registered',
  'invalid',
  'The email must be the one that was registered',
  { field: 'email' },
) {}

/** Nobody locks themselves out (Medusa). */
export class UserDeletesItself extends defineError(
  'user_deletes_itself',
  'conflict',
  'A user cannot delete itself',
) {}

/** Who runs the store already is not invited. */
export class UserExists extends defineError(
  'user_exists',
  'invalid',
  (email: string) => `User account for following email(s) already exist: ${email}`,
  { field: 'email' },
) {}

export class InviteNotFound extends defineError('invite_not_found', 'not_found', 'Invite not found') {
  constructor(readonly shownId: string) {
    super();
  }
}
