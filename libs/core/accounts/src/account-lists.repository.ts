import { Injectable } from '@nestjs/common';
import { boundsOf, type Page, type Paging, type Sort, type TimeRange } from '@tandem/context';
import { Database, listOf, type List } from '@tandem/database';
import { TABLE, type Actor } from './actor';
import { ADMIN_COLUMNS } from './staff/admins.repository';
import type { AdminUser, Customer } from './customers/customer';
import { CUSTOMER_COLUMNS } from './customers/customers.repository';

export type AccountField = 'id' | 'email' | 'first_name' | 'last_name' | 'created_at' | 'updated_at';

/** Which accounts of a store a list is about; what is left out does not matter. */
export interface AccountFilters {
  readonly ids?: readonly string[];
  /** Lower case. */
  readonly emails?: readonly string[];
  readonly partOfEmail?: string;
  /** A part of email or name. */
  readonly search?: string;
  readonly created?: TimeRange;
  /** Left out: newest first. */
  readonly sort?: Sort<AccountField>;
}

/** Which customers a list is about. */
export interface CustomerFilters extends AccountFilters {
  readonly hasLogin?: boolean;
}

const accounts = (actor: Actor, columns: string): List<AccountField, AccountFilter, AccountSearch> =>
  listOf({
    name: `${actor}s`,
    table: TABLE[actor],
    columns,
    sort: {
      id: 't.id',
      email: 't.email',
      first_name: 't.first_name',
      last_name: 't.last_name',
      created_at: 't.created_at',
      updated_at: 't.updated_at',
    },
    otherwise: { field: 'id', descending: true },
    filters: {
      ids: (p) => `t.id = ANY(${p})`,
      emails: (p) => `t.email = ANY(${p})`,
      withLogin: () => 't.password_hash IS NOT NULL',
      withoutLogin: () => 't.password_hash IS NULL',
      createdFrom: (p) => `t.created_at >= ${p}`,
      createdBefore: (p) => `t.created_at < ${p}`,
    },
    searches: {
      search: { text: SEARCHED, ...INDEXED[actor] },
      partOfEmail: { text: 't.email', ...INDEXED[actor] },
    },
  });

type AccountFilter = 'ids' | 'emails' | 'withLogin' | 'withoutLogin' | 'createdFrom' | 'createdBefore';

type AccountSearch = 'search' | 'partOfEmail';

// Concatenated without concat_ws, which an index cannot be on.
const SEARCHED = `lower(t.email || ' ' || coalesce(t.first_name, '') || ' ' || coalesce(t.last_name, ''))`;

// There are few users.
const INDEXED = {
  customer: { indexed: SEARCHED, index: 'customers_by_text' },
  user: { indexed: SEARCHED },
} satisfies Record<Actor, object>;

const LISTS = {
  customer: accounts('customer', CUSTOMER_COLUMNS),
  user: accounts('user', ADMIN_COLUMNS),
};

/** Lists of customers and of users, which are of one form. */
@Injectable()
export class AccountListsRepository {
  constructor(private readonly database: Database) {}

  customers(storeId: string, filters: CustomerFilters, paging: Paging): Promise<Page<Customer>> {
    return this.page('customer', storeId, { filters, paging });
  }

  users(storeId: string, filters: AccountFilters, paging: Paging): Promise<Page<AdminUser>> {
    return this.page('user', storeId, { filters, paging });
  }

  private page<T>(
    actor: Actor,
    storeId: string,
    { filters, paging }: { filters: CustomerFilters; paging: Paging },
  ): Promise<Page<T>> {
    const { hasLogin, created, sort, ...others } = filters;
    const [createdFrom, createdBefore] = boundsOf(created);
    const login = { withLogin: hasLogin === true, withoutLogin: hasLogin === false };
    const narrowed = { ...others, ...login, createdFrom, createdBefore };
    return LISTS[actor].read<T>(this.database, { storeId, filters: narrowed, sort }, paging);
  }
}
