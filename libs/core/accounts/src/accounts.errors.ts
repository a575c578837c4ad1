import { CoreError } from '@tandem/context';

export class EmailTaken extends CoreError {
  readonly code = 'email_taken';
  readonly kind = 'invalid';
  override readonly field = 'email';

  constructor() {
    super('Email has already been taken');
  }
}

export class CustomerNotFound extends CoreError {
  readonly code = 'customer_not_found';
  readonly kind = 'not_found';

  constructor(readonly shownId = '') {
    super('Customer not found');
  }
}

/** Not one of the store's own people. */
export class UserNotFound extends CoreError {
  readonly code = 'user_not_found';
  readonly kind = 'not_found';

  constructor(readonly shownId = '') {
    super('User not found');
  }
}

/** No such email, or another password: the two are not told apart. */
export class LoginFailed extends CoreError {
  readonly code = 'authentication_failed';
  readonly kind = 'unauthorized';

  constructor(message = 'Invalid email or password') {
    super(message);
  }
}

/** A refresh token that was never issued, is too old, was revoked, or has been used before. */
export class RefreshTokenInvalid extends CoreError {
  readonly code = 'invalid_refresh_token';
  readonly kind = 'unauthorized';

  constructor(message = 'Invalid or expired refresh token') {
    super(message);
  }
}

/** Email and password are changed by whoever knows the password, not by whoever holds a token. */
export class CurrentPasswordInvalid extends CoreError {
  readonly code = 'current_password_invalid';
  readonly kind = 'conflict';

  constructor() {
    super('Current password is invalid');
  }
}

/** Medusa: the email has an account, or somebody has registered with it. */
export class IdentityExists extends CoreError {
  readonly code = 'identity_exists';
  readonly kind = 'unauthorized';

  constructor() {
    super('Identity with email already exists');
  }
}

/** Medusa: between the registration and this, somebody else opened an account with the email. */
export class AccountExists extends CoreError {
  readonly code = 'account_exists';
  readonly kind = 'conflict';
  override readonly field = 'email';

  constructor() {
    super('Customer with this email already has an account');
  }
}

/** An account is opened with the email that was registered, and with no other. */
export class EmailNotRegistered extends CoreError {
  readonly code = 'email_not_registered';
  readonly kind = 'invalid';
  override readonly field = 'email';

  constructor() {
    super('The email must be the one that was registered');
  }
}

/** Nobody locks themselves out (Medusa). */
export class UserDeletesItself extends CoreError {
  readonly code = 'user_deletes_itself';
  readonly kind = 'conflict';

  constructor() {
    super('A user cannot delete itself');
  }
}

/** Who runs the store already is not invited. */
export class UserExists extends CoreError {
  readonly code = 'user_exists';
  readonly kind = 'invalid';
  override readonly field = 'email';

  constructor(email: string) {
    super(`User account for following email(s) already exist: ${email}`);
  }
}

export class InviteNotFound extends CoreError {
  readonly code = 'invite_not_found';
  readonly kind = 'not_found';

  constructor(readonly shownId: string) {
    super('Invite not found');
  }
}
