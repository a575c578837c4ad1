import type { UpdateUserInput } from '@tandem/staff';
import { textWithoutCard } from '../../spree-text.mapper';
import type { UpdateAdminUserDto } from './admin-user.dto';

/** @throws FieldInvalid */
export function toUpdateUser(id: string, body: UpdateAdminUserDto): UpdateUserInput {
  return {
    id,
    changes: {
      firstName: textWithoutCard('first_name', body.first_name),
      lastName: textWithoutCard('last_name', body.last_name),
    },
  };
}
