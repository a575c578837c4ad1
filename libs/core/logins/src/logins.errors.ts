import { defineError } from '@tandem/context';

/** An unknown email and a wrong password give the same error. */
export class LoginFailed extends defineError(
  'authentication_failed',
  'unauthorized',
  (message?: string) => message ?? 'Invalid email or password',
) {}

/** A refresh token that was never issued, has expired, was revoked, or has been used before. */
export class RefreshTokenInvalid extends defineError(
  'invalid_refresh_token',
  'unauthorized',
  (message?: string) => message ?? 'Invalid or expired refresh token',
) {}

/** Medusa: the email has an account, or an open registration. */
export class IdentityExists extends defineError(
  'identity_exists',
  'unauthorized',
  'Identity with email already exists',
) {}

/** An account is created with the email that was registered, and with no other. */
export class EmailNotRegistered extends defineError(
  'email_not_registered',
  'invalid',
  'The email must be the one that was registered',
  { field: 'email' },
) {}
