import type { ChangeUserInput } from '@tandem/accounts';
import { textWithoutCard } from '../../spree-text.mapper';
import type { UpdateAdminUserDto } from './admin-user.dto';

/** @throws FieldInvalid */
export function toChangeUser(id: string, body: UpdateAdminUserDto): ChangeUserInput {
  return {
    id,
    changes: {
      firstName: textWithoutCard('first_name', body.first_name),
      lastName: textWithoutCard('last_name', body.last_name),
    },
  };
}
