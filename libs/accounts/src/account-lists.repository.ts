import { Injectable } from '@nestjs/common';
import { boundsOf, type Page, type Paging, type Sort, type TimeRange } from '@tandem/context';
import { Database, readPage, sql, type Statement } from '@tandem/database';
import { TABLE, type Actor } from './actor';
import { ADMIN_COLUMNS } from './admins.repository';
import type { AdminUser, Customer } from './customer';
import { CUSTOMER_COLUMNS } from './customers.repository';

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

const COLUMNS = { customer: CUSTOMER_COLUMNS, user: ADMIN_COLUMNS } satisfies Record<Actor, string>;

const THOSE = `store_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2)) AND ($3::text[] IS NULL OR email = ANY($3))
  AND ($4::text IS NULL OR position(lower($4) IN email) > 0)
  AND ($5::text IS NULL OR position(lower($5) IN lower(concat_ws(' ', email, first_name, last_name))) > 0)
  AND ($6::boolean IS NULL OR (password_hash IS NOT NULL) = $6)
  AND ($7::timestamptz IS NULL OR created_at >= $7) AND ($8::timestamptz IS NULL OR created_at < $8)`;

/** The field and the direction are words of ours, never a caller's text; the id decides between equals. */
function page(actor: Actor, { field, descending }: Sort<AccountField>): Statement {
  const direction = descending ? 'DESC' : 'ASC';
  return sql(
    `page of ${actor}s by ${field} ${direction}`,
    `SELECT ${COLUMNS[actor]} FROM ${TABLE[actor]} WHERE ${THOSE}
      ORDER BY ${field} ${direction}, id ${direction} LIMIT $9 OFFSET $10`,
  );
}

const count = (actor: Actor): Statement =>
  sql(`count ${actor}s`, `SELECT count(*)::int AS count FROM ${TABLE[actor]} WHERE ${THOSE}`);

const NEWEST: Sort<AccountField> = { field: 'id', descending: true };

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
    const those = [storeId, ...valuesOf(filters)];
    const statements = { page: page(actor, filters.sort ?? NEWEST), count: count(actor) };
    return readPage<T>(this.database, statements, those, paging);
  }
}

function valuesOf({ ids, emails, partOfEmail, search, hasLogin, created }: CustomerFilters): unknown[] {
  const others = [ids, emails, partOfEmail, search, hasLogin].map((value) => value ?? null);
  return [...others, ...boundsOf(created)];
}
