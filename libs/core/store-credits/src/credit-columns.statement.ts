const creditColumns = (c: string): string => `${c}.id, ${c}.currency, ${c}.amount, ${c}.used, ${c}.held,
  ${c}.created_at AS "createdAt", ${c}.updated_at AS "updatedAt"`;

/** The columns of `StoreCreditRow`. */
export const STORE_CREDIT_COLUMNS = `${creditColumns('store_credits')}, customer_id AS "customerId", memo`;

/** The columns of `GiftCardRow`; `c` is the table or its alias. */
export const giftCardColumns = (c = 'gift_cards'): string => `${creditColumns(c)}, ${c}.code,
  ${c}.customer_id AS "customerId", ${c}.expires_at AS "expiresAt", ${c}.redeemed_at AS "redeemedAt",
  ${c}.canceled_at AS "canceledAt"`;

/** The columns of `CreditUseRow`. */
export const CREDIT_USE_COLUMNS = `id, order_id AS "orderId", kind, credit_id AS "creditId", amount, currency, state,
  created_at AS "createdAt", updated_at AS "updatedAt"`;
