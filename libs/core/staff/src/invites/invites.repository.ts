import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@tandem/context';
import { Database, mustChange, readPage, sortable, sql, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { keysOf } from '@tandem/objects';
import type { Invite } from './invite';

const COLUMNS = `id, email, accepted_at IS NOT NULL AS "isAccepted", metadata, expires_at AS "expiresAt",
  created_at AS "createdAt", updated_at AS "updatedAt"`;

// A day, as Medusa's.
const INSERT = sql(
  'insert invite',
  `INSERT INTO invites (store_id, id, email, token_hash, metadata, created_by, expires_at)
   VALUES ($1, $2, lower($3), $4, $5, $6, now() + interval '24 hours') RETURNING ${COLUMNS}`,
);

const ORDER = { id: 'id', email: 'email', created_at: 'created_at', updated_at: 'updated_at' };

export type InviteOrderField = keyof typeof ORDER;
export const INVITE_ORDER_FIELDS = keysOf(ORDER);

const NEWEST_FIRST = { field: 'id', descending: true } as const;

const pageOf = sortable(
  'page of invites',
  ORDER,
  (order) => `SELECT ${COLUMNS} FROM invites WHERE store_id = $1 ORDER BY ${order} LIMIT $2 OFFSET $3`,
);

const COUNT = sql('count invites', `SELECT count(*)::int AS count FROM invites WHERE store_id = $1`);

const DELETE = sql('delete invite', `DELETE FROM invites WHERE store_id = $1 AND id = $2 RETURNING id`);

const DELETE_OPEN_OF = sql(
  'delete open invites of admin',
  `DELETE FROM invites WHERE store_id = $1 AND accepted_at IS NULL
     AND (created_by = $2 OR created_by IS NULL OR email = $3)`,
);

// Of two concurrent requests one waits here, and then finds it accepted.
const ACCEPT = sql(
  'accept invite',
  `UPDATE invites SET accepted_at = now(), updated_at = now()
    WHERE store_id = $1 AND token_hash = $2 AND email = lower($3) AND accepted_at IS NULL AND expires_at > now()
    RETURNING id`,
);

/** Only the SHA-256 of a token is stored: a copy of the table is no use for joining. */
@Injectable()
export class InvitesRepository {
  constructor(private readonly database: Database) {}

  /** Returns the token too: it is not stored. */
  async insert(
    tx: Tx,
    storeId: string,
    {
      email,
      metadata,
      createdBy,
    }: Pick<Invite, 'email' | 'metadata'> & { readonly createdBy: string | null },
  ): Promise<{ invite: Invite; token: string }> {
    const token = `inv_${randomBytes(32).toString('base64url')}`;
    const values = [storeId, newId(), email, hash(token), JSON.stringify(metadata), createdBy];
    const [invite] = await tx.query<Invite>(INSERT, values);
    return { invite: mustChange(invite, `the invitation of ${email}`), token };
  }

  /** Newest first, unless another order is asked for. */
  findPage(
    storeId: string,
    { paging, sort = NEWEST_FIRST }: PageRequest<InviteOrderField>,
  ): Promise<Page<Invite>> {
    return readPage<Invite>(this.database, { page: pageOf(sort), count: COUNT }, [storeId], paging);
  }

  /** False where there is no such invitation. */
  async delete(tx: Tx, storeId: string, id: string): Promise<boolean> {
    return (await tx.query(DELETE, [storeId, id])).length > 0;
  }

  /** Open ones that an admin sent or received, and those of an unknown sender: it may have been this admin. */
  async deleteOpenOf(
    tx: Tx,
    storeId: string,
    { id, email }: { readonly id: string; readonly email: string },
  ): Promise<void> {
    await tx.query(DELETE_OPEN_OF, [storeId, id, email]);
  }

  /** True once: for the right token and email, before it expires. */
  async accept(
    tx: Tx,
    storeId: string,
    { token, email }: { token: string; email: string },
  ): Promise<boolean> {
    return (await tx.query(ACCEPT, [storeId, hash(token), email])).length > 0;
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
