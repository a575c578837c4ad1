import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { readPage, sql, type Queryable, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { GatewayAccount } from '@tandem/payment-methods';
import type { SavedMethod } from '@tandem/provider-kit';
import type { SavedCard } from './saved-card';

const COLUMNS = `id, customer_id AS "customerId", payment_method_id AS "paymentMethodId", provider_id AS "providerId",
  profile_id AS "profileId", brand, last4, month, year, name, is_default AS "isDefault", updated_at AS "updatedAt"`;

const FIND = sql(
  'find saved card',
  `SELECT ${COLUMNS} FROM saved_cards WHERE store_id = $1 AND customer_id = $2 AND id = $3 AND deleted_at IS NULL`,
);

const FIND_BY_PROFILE = sql(
  'find saved card by profile',
  `SELECT ${COLUMNS} FROM saved_cards WHERE store_id = $1 AND customer_id = $2 AND payment_method_id = $3 AND profile_id = $4
      AND deleted_at IS NULL`,
);

// Includes removed cards, which payments still refer to.
const FIND_ANY = sql(
  'find saved cards',
  `SELECT ${COLUMNS} FROM saved_cards WHERE store_id = $1 AND id = ANY($2)`,
);

const PAGE = sql(
  'page of saved cards',
  `SELECT ${COLUMNS} FROM saved_cards WHERE store_id = $1 AND customer_id = $2 AND deleted_at IS NULL
    ORDER BY id DESC LIMIT $3 OFFSET $4`,
);

const COUNT = sql(
  'count saved cards',
  `SELECT count(*)::int AS count FROM saved_cards WHERE store_id = $1 AND customer_id = $2 AND deleted_at IS NULL`,
);

// A gateway may return a card that is already saved: it is updated. A customer's first card is their default.
const SAVE = sql(
  'save card',
  `INSERT INTO saved_cards AS c (store_id, id, customer_id, payment_method_id, provider_id, profile_id, brand, last4, month,
     year, name, is_default)
   SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, count(*) = 0
     FROM saved_cards WHERE store_id = $1 AND customer_id = $3 AND deleted_at IS NULL
   ON CONFLICT (store_id, provider_id, profile_id) DO UPDATE SET deleted_at = NULL, updated_at = excluded.updated_at,
     payment_method_id = excluded.payment_method_id, brand = excluded.brand, last4 = excluded.last4, month = excluded.month,
     year = excluded.year, name = excluded.name, is_default = c.is_default OR excluded.is_default
     WHERE c.customer_id = excluded.customer_id
   RETURNING ${COLUMNS}`,
);

const REMOVE = sql(
  'remove saved card',
  `UPDATE saved_cards SET deleted_at = now(), is_default = false, updated_at = now()
    WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL`,
);

const FIND_DETACHED = sql(
  'find detached cards',
  `SELECT store_id AS "storeId", id FROM saved_cards
    WHERE store_id = ANY($1) AND provider_id = ANY($2) AND profile_id = $3 AND payment_method_id = ANY($4) AND deleted_at IS NULL`,
);

/** The customer and payment method of a card. */
export type CardOwner = Pick<SavedCard, 'customerId' | 'paymentMethodId' | 'providerId'> & {
  readonly storeId: string;
};

@Injectable()
export class SavedCardsRepository {
  /** A customer's card that is not removed. */
  async findById(on: Queryable, storeId: string, customerId: string, id: string): Promise<SavedCard | null> {
    const [card] = await on.query<SavedCard>(FIND, [storeId, customerId, id]);
    return card ?? null;
  }

  /** A customer's card that is not removed, by the gateway's id. */
  async findByProfile(
    on: Queryable,
    { storeId, customerId, paymentMethodId }: Omit<CardOwner, 'providerId'>,
    profileId: string,
  ): Promise<SavedCard | null> {
    const values = [storeId, customerId, paymentMethodId, profileId];
    const [card] = await on.query<SavedCard>(FIND_BY_PROFILE, values);
    return card ?? null;
  }

  /** Cards of any customer, removed or not, unordered. */
  async findAny(on: Queryable, storeId: string, ids: readonly string[]): Promise<SavedCard[]> {
    if (ids.length === 0) return [];
    return on.query<SavedCard>(FIND_ANY, [storeId, ids]);
  }

  /** Newest first. */
  findPage(on: Queryable, storeId: string, customerId: string, paging: Paging): Promise<Page<SavedCard>> {
    return readPage<SavedCard>(on, { page: PAGE, count: COUNT }, [storeId, customerId], paging);
  }

  /** Null if the card is already saved for another customer. */
  async save(tx: Tx, owner: CardOwner, method: SavedMethod): Promise<SavedCard | null> {
    const { storeId, customerId, paymentMethodId, providerId } = owner;
    const { profileId, brand, last4, month, year, name } = method;
    const owned = [storeId, newId(), customerId, paymentMethodId, providerId];
    const [card] = await tx.query<SavedCard>(SAVE, [...owned, profileId, brand, last4, month, year, name]);
    return card ?? null;
  }

  async remove(tx: Tx, storeId: string, id: string): Promise<void> {
    await tx.query(REMOVE, [storeId, id]);
  }

  /** Removes a card that was deleted at the gateway. */
  async removeDetached(tx: Tx, account: GatewayAccount, profileId: string): Promise<void> {
    const { storeIds, providerIds, methodIds } = account;
    const values = [storeIds, providerIds, profileId, methodIds];
    for (const { storeId, id } of await tx.query<{ storeId: string; id: string }>(FIND_DETACHED, values))
      await this.remove(tx, storeId, id);
  }
}
