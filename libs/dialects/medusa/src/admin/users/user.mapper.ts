import type { UpdateUserInput, UserFilters } from '@tandem/staff';
import { sortIn, timesIn } from '../../lists/list.mapper';
import { uuidsOf } from '../../ids/medusa-ids';
import type { NamedId } from '../../ids/medusa-path-ids';
import { metadataIn, textIn } from '../../medusa-text';
import type { ChangeUserDto, UsersQueryDto } from './user.dto';

/** @throws OrderFieldInvalid */
export function toFilters(query: UsersQueryDto): UserFilters {
  return {
    search: query.q,
    ids: uuidsOf('user', query.id),
    emails: query.email === undefined ? undefined : [query.email.toLowerCase()],
    created: timesIn(query.created_at),
    sort: sortIn(query, ['id', 'email', 'first_name', 'last_name', 'created_at', 'updated_at']),
  };
}

/** @throws InvalidRequest */
export function toUpdateUser(user: NamedId, body: ChangeUserDto): UpdateUserInput {
  return {
    ...user,
    changes: {
      firstName: textIn('first_name', body.first_name),
      lastName: textIn('last_name', body.last_name),
      avatarUrl: textIn('avatar_url', body.avatar_url),
      metadata: metadataIn(body.metadata),
    },
  };
}
