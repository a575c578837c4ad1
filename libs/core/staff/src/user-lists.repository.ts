import { Injectable } from '@nestjs/common';
import { boundsOf, type Page, type Paging, type Sort, type TimeRange } from '@tandem/context';
import { Database, listOf } from '@tandem/database';
import type { AdminUser } from './admin-user';
import { ADMIN_USER_COLUMNS } from './admin-users.repository';

type UserSortField = 'id' | 'email' | 'first_name' | 'last_name' | 'created_at' | 'updated_at';

/** Filters of a list of users; an absent one does not filter. */
export interface UserFilters {
  readonly ids?: readonly string[];
  /** Lower case. */
  readonly emails?: readonly string[];
  /** A part of email or name. */
  readonly search?: string;
  readonly created?: TimeRange;
  /** Absent: newest first. */
  readonly sort?: Sort<UserSortField>;
}

// A store has few users: the search needs no index.
const USERS = listOf({
  name: 'users',
  table: 'admin_users',
  columns: ADMIN_USER_COLUMNS,
  sort: {
    id: 't.id',
    email: 't.email',
    first_name: 't.first_name',
    last_name: 't.last_name',
    created_at: 't.created_at',
    updated_at: 't.updated_at',
  },
  defaultSort: { field: 'id', descending: true },
  filters: {
    ids: (p) => `t.id = ANY(${p})`,
    emails: (p) => `t.email = ANY(${p})`,
    createdFrom: (p) => `t.created_at >= ${p}`,
    createdBefore: (p) => `t.created_at < ${p}`,
  },
  searches: {
    search: {
      text: `lower(t.email || ' ' || coalesce(t.first_name, '') || ' ' || coalesce(t.last_name, ''))`,
      indexed: `lower(t.email || ' ' || coalesce(t.first_name, '') || ' ' || coalesce(t.last_name, ''))`,
    },
  },
});

@Injectable()
export class UserListsRepository {
  constructor(private readonly database: Database) {}

  findPage(storeId: string, filters: UserFilters, paging: Paging): Promise<Page<AdminUser>> {
    const { created, sort, ...others } = filters;
    const [createdFrom, createdBefore] = boundsOf(created);
    const narrowed = { ...others, createdFrom, createdBefore };
    return USERS.read<AdminUser>(this.database, { storeId, filters: narrowed, sort }, paging);
  }
}
