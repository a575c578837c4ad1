import { Injectable } from '@nestjs/common';
import { boundsOf, type Page, type PageRequest, type TimeRange } from '@tandem/context';
import { Database, readPage, sortable, sql } from '@tandem/database';
import { keysOf } from '@tandem/objects';
import type { ApiKeyDetails } from './api-key';
import { KEY_DETAILS } from './api-keys.repository';

/** Filters of a list of API keys; an absent one does not filter. */
export interface ApiKeyFilters {
  /** UUIDs; an empty list matches no key. */
  readonly ids?: readonly string[];
  readonly titles?: readonly string[];
  /** Tokens of publishable keys; those of secret keys are not stored. */
  readonly tokens?: readonly string[];
  /** An unknown type matches no key. */
  readonly type?: string;
  /** A part of the title, the redacted token or a publishable key's token. */
  readonly search?: string;
  readonly created?: TimeRange;
  readonly updated?: TimeRange;
  readonly revoked?: TimeRange;
}

const COLUMNS = {
  id: 'k.id',
  title: 'k.title',
  type: 'k.type',
  redacted: 'k.redacted',
  created_at: 'k.created_at',
  updated_at: 'k.updated_at',
  revoked_at: 'k.revoked_at',
};

export type ApiKeyOrderField = keyof typeof COLUMNS;
export const API_KEY_ORDER_FIELDS = keysOf(COLUMNS);

const CONDITION = `k.store_id = $1 AND k.deleted_at IS NULL AND ($2::uuid[] IS NULL OR k.id = ANY($2))
  AND ($3::text[] IS NULL OR k.title = ANY($3)) AND ($4::text[] IS NULL OR k.token = ANY($4))
  AND ($5::text IS NULL OR k.type = $5)
  AND ($6::text IS NULL OR position(lower($6) IN lower(concat_ws(' ', k.title, k.redacted, k.token))) > 0)
  AND ($7::timestamptz IS NULL OR k.created_at >= $7) AND ($8::timestamptz IS NULL OR k.created_at < $8)
  AND ($9::timestamptz IS NULL OR k.updated_at >= $9) AND ($10::timestamptz IS NULL OR k.updated_at < $10)
  AND ($11::timestamptz IS NULL OR k.revoked_at >= $11) AND ($12::timestamptz IS NULL OR k.revoked_at < $12)`;

const pageOf = sortable(
  'page of api keys',
  COLUMNS,
  (order) =>
    `SELECT ${KEY_DETAILS} FROM api_keys k WHERE ${CONDITION} ORDER BY ${order} LIMIT $13 OFFSET $14`,
);

const COUNT = sql('count api keys', `SELECT count(*)::int AS count FROM api_keys k WHERE ${CONDITION}`);

@Injectable()
export class ApiKeyListsRepository {
  constructor(private readonly database: Database) {}

  /** Includes revoked keys, but not deleted ones. */
  async findPage(
    storeId: string,
    filters: ApiKeyFilters,
    { paging, sort }: PageRequest<ApiKeyOrderField>,
  ): Promise<Page<ApiKeyDetails>> {
    const condition = [storeId, ...valuesOf(filters)];
    return readPage<ApiKeyDetails>(this.database, { page: pageOf(sort), count: COUNT }, condition, paging);
  }
}

function valuesOf(filters: ApiKeyFilters): unknown[] {
  const { ids, titles, tokens, type, search, created, updated, revoked } = filters;
  const texts = [ids, titles, tokens, type, search].map((value) => value ?? null);
  return [...texts, ...boundsOf(created), ...boundsOf(updated), ...boundsOf(revoked)];
}
