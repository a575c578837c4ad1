import { defineError } from '@tandem/context';

export class UserNotFound extends defineError('user_not_found', 'not_found', 'User not found') {
  /** `publicId` is the id as the caller wrote it. */
  constructor(readonly publicId = '') {
    super();
  }
}

/** A user cannot lock themselves out (Medusa). */
export class UserDeletesItself extends defineError(
  'user_deletes_itself',
  'conflict',
  'A user cannot delete itself',
) {}

/** A user of the store is not invited again. */
export class UserExists extends defineError(
  'user_exists',
  'invalid',
  (email: string) => `User account for following email(s) already exist: ${email}`,
  { field: 'email' },
) {}

export class InviteNotFound extends defineError('invite_not_found', 'not_found', 'Invite not found') {
  /** `publicId` is the id as the caller wrote it. */
  constructor(readonly publicId: string) {
    super();
  }
}
