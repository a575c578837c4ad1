import type { ChangeUserInput, AccountFilters } from '@tandem/accounts';
import { sortIn, timesIn } from '../../lists/list.mapper';
import { uuidsOf } from '../../ids/medusa-ids';
import type { NamedId } from '../../ids/medusa-path-ids';
import { metadataIn, textIn } from '../../medusa-text';
import type { ChangeUserDto, UsersQueryDto } from './user.dto';

/** @throws OrderFieldInvalid */
export function toFilters(query: UsersQueryDto): AccountFilters {
  return {
    search: query.q,
    ids: uuidsOf('user', query.id),
    emails: query.email === undefined ? undefined : [query.email.toLowerCase()],
    created: timesIn(query.created_at),
    sort: sortIn(query, ['id', 'email', 'first_name', 'last_name', 'created_at', 'updated_at']),
  };
}

/** @throws InvalidRequest */
export function toChangeUser(user: NamedId, body: ChangeUserDto): ChangeUserInput {
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
