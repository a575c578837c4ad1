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

  constructor() {
    super('Customer not found');
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
