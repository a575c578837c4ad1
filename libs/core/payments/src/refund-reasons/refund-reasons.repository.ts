import { Injectable } from '@nestjs/common';
import { boundsOf, type Page, type PageRequest, type TimeRange } from '@tandem/context';
import {
  Database,
  isUniqueViolation,
  readPage,
  sortable,
  sql,
  type Queryable,
  type Tx,
} from '@tandem/database';
import { keysOf } from '@tandem/objects';
import { RefundReasonCodeTaken } from '../payments.errors';
import type { RefundReason } from './refund-reason';

/** Filters of a list of reasons; those left out do not apply. */
export interface ReasonFilters {
  /** UUIDs; an empty list matches no reason. */
  readonly ids?: readonly string[];
  /** A part of label, code or description. */
  readonly search?: string;
  readonly created?: TimeRange;
  readonly updated?: TimeRange;
}

/** The editable fields of a reason. */
export type ReasonText = Pick<RefundReason, 'label' | 'code' | 'description'>;

const COLUMNS = `id, label, code, description, created_at AS "createdAt", updated_at AS "updatedAt",
  deleted_at AS "deletedAt"`;

const SORT = {
  id: 'r.id',
  label: 'r.label',
  code: 'r.code',
  description: 'r.description',
  created_at: 'r.created_at',
  updated_at: 'r.updated_at',
};

export type ReasonOrderField = keyof typeof SORT;
export const REASON_ORDER_FIELDS = keysOf(SORT);

const CONDITION = `r.store_id = $1 AND r.deleted_at IS NULL AND ($2::uuid[] IS NULL OR r.id = ANY($2))
  AND ($3::text IS NULL OR position(lower($3) IN lower(concat_ws(' ', r.label, r.code, r.description))) > 0)
  AND ($4::timestamptz IS NULL OR r.created_at >= $4) AND ($5::timestamptz IS NULL OR r.created_at < $5)
  AND ($6::timestamptz IS NULL OR r.updated_at >= $6) AND ($7::timestamptz IS NULL OR r.updated_at < $7)`;

const pageOf = sortable(
  'page of refund reasons',
  SORT,
  (order) =>
    `SELECT ${COLUMNS} FROM refund_reasons r WHERE ${CONDITION} ORDER BY ${order} LIMIT $8 OFFSET $9`,
);

const COUNT = sql(
  'count refund reasons',
  `SELECT count(*)::int AS count FROM refund_reasons r WHERE ${CONDITION}`,
);

const FIND = sql(
  'find refund reason',
  `SELECT ${COLUMNS} FROM refund_reasons WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL`,
);

const FIND_ANY = sql(
  'find any refund reason',
  `SELECT ${COLUMNS} FROM refund_reasons WHERE store_id = $1 AND id = $2`,
);

const INSERT = sql(
  'insert refund reason',
  `INSERT INTO refund_reasons (store_id, id, label, code, description) VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
);

// $6: whether the description is updated, because null removes it.
const CHANGE = sql(
  'update refund reason',
  `UPDATE refund_reasons SET label = coalesce($3, label), code = coalesce($4, code),
     description = CASE WHEN $6 THEN $5 ELSE description END, updated_at = now()
    WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING ${COLUMNS}`,
);

const REMOVE = sql(
  'remove refund reason',
  `UPDATE refund_reasons SET deleted_at = now(), updated_at = now()
    WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING ${COLUMNS}`,
);

const BY_IDS = sql(
  'find refund reasons by id',
  `SELECT ${COLUMNS} FROM refund_reasons WHERE store_id = $1 AND id = ANY($2)`,
);

@Injectable()
export class RefundReasonsRepository {
  constructor(private readonly database: Database) {}

  /** Null for a removed one. */
  findById(storeId: string, id: string, on: Queryable = this.database): Promise<RefundReason | null> {
    return this.queryOne(on, FIND, [storeId, id]);
  }

  /** By id, including removed reasons, which stay on their refunds. */
  async findByIds(
    on: Queryable,
    storeId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, RefundReason>> {
    if (ids.length === 0) return new Map();
    const reasons = await on.query<RefundReason>(BY_IDS, [storeId, ids]);
    return new Map(reasons.map((reason) => [reason.id, reason]));
  }

  /** Includes removed reasons, which stay on their refunds. */
  findAny(on: Queryable, storeId: string, id: string): Promise<RefundReason | null> {
    return this.queryOne(on, FIND_ANY, [storeId, id]);
  }

  async findPage(
    storeId: string,
    { ids, search, created, updated }: ReasonFilters,
    { paging, sort }: PageRequest<ReasonOrderField>,
  ): Promise<Page<RefundReason>> {
    const condition = [storeId, ids ?? null, search ?? null, ...boundsOf(created), ...boundsOf(updated)];
    const statements = { page: pageOf(sort), count: COUNT };
    return readPage<RefundReason>(this.database, statements, condition, paging);
  }

  /** @throws RefundReasonCodeTaken */
  async insert(tx: Tx, storeId: string, id: string, reason: ReasonText): Promise<RefundReason> {
    const { label, code, description } = reason;
    const made = await this.withCode(code, () =>
      this.queryOne(tx, INSERT, [storeId, id, label, code, description]),
    );
    if (made === null) throw new Error('an inserted refund reason was not returned');
    return made;
  }

  /** Fields left out stay unchanged. Null if the reason does not exist. @throws RefundReasonCodeTaken */
  update(tx: Tx, storeId: string, id: string, changes: Partial<ReasonText>): Promise<RefundReason | null> {
    const { label, code, description } = changes;
    const values = [storeId, id, label ?? null, code ?? null, description ?? null, description !== undefined];
    return this.withCode(code ?? '', () => this.queryOne(tx, CHANGE, values));
  }

  /** Null if the reason does not exist. */
  remove(tx: Tx, storeId: string, id: string): Promise<RefundReason | null> {
    return this.queryOne(tx, REMOVE, [storeId, id]);
  }

  private async withCode<T>(code: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw isUniqueViolation(error) ? new RefundReasonCodeTaken(code) : error;
    }
  }

  private async queryOne(
    on: Queryable,
    statement: typeof FIND,
    values: unknown[],
  ): Promise<RefundReason | null> {
    const [reason] = await on.query<RefundReason>(statement, values);
    return reason ?? null;
  }
}
