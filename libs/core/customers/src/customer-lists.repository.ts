import { Injectable } from '@nestjs/common';
import { boundsOf, type Page, type Paging, type Sort, type TimeRange } from '@tandem/context';
import { Database, listOf } from '@tandem/database';
import type { Customer } from './customer';
import { CUSTOMER_COLUMNS } from './customers.repository';

type CustomerSortField = 'id' | 'email' | 'first_name' | 'last_name' | 'created_at' | 'updated_at';

/** Filters of a list of customers; an absent one does not filter. */
export interface CustomerFilters {
  readonly ids?: readonly string[];
  /** Lower case. */
  readonly emails?: readonly string[];
  readonly partOfEmail?: string;
  /** A part of email or name. */
  readonly search?: string;
  readonly hasLogin?: boolean;
  readonly created?: TimeRange;
  /** Absent: newest first. */
  readonly sort?: Sort<CustomerSortField>;
}

// Without concat_ws, which cannot be indexed.
const SEARCH_TEXT = `lower(t.email || ' ' || coalesce(t.first_name, '') || ' ' || coalesce(t.last_name, ''))`;
const INDEXED = { indexed: SEARCH_TEXT, index: 'customers_by_text' };

const CUSTOMERS = listOf({
  name: 'customers',
  table: 'customers',
  columns: CUSTOMER_COLUMNS,
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
    withLogin: () => 't.password_hash IS NOT NULL',
    withoutLogin: () => 't.password_hash IS NULL',
    createdFrom: (p) => `t.created_at >= ${p}`,
    createdBefore: (p) => `t.created_at < ${p}`,
  },
  searches: {
    search: { text: SEARCH_TEXT, ...INDEXED },
    partOfEmail: { text: 't.email', ...INDEXED },
  },
});

@Injectable()
export class CustomerListsRepository {
  constructor(private readonly database: Database) {}

  findPage(storeId: string, filters: CustomerFilters, paging: Paging): Promise<Page<Customer>> {
    const { hasLogin, created, sort, ...others } = filters;
    const [createdFrom, createdBefore] = boundsOf(created);
    const login = { withLogin: hasLogin === true, withoutLogin: hasLogin === false };
    const narrowed = { ...others, ...login, createdFrom, createdBefore };
    return CUSTOMERS.read<Customer>(this.database, { storeId, filters: narrowed, sort }, paging);
  }
}
