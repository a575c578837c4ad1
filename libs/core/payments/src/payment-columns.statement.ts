/** The columns of `PaymentRow`; `p` is the table or its alias. */
export const paymentColumns = (p = 'payments'): string => `
  ${p}.store_id AS "storeId", ${p}.id, ${p}.order_id AS "orderId", ${p}.collection_id AS "collectionId",
  ${p}.session_id AS "sessionId", ${p}.payment_method_id AS "paymentMethodId", ${p}.provider_id AS "providerId", ${p}.number,
  ${p}.state, ${p}.currency, ${p}.authorized, ${p}.captured, ${p}.refunded, ${p}.canceled, ${p}.capturing, ${p}.refunding,
  ${p}.reference, ${p}.external_id AS "externalId", ${p}.card_id AS "cardId", ${p}.paid_with AS "paidWith",
  ${p}.capture_before AS "captureBefore", ${p}.operations, ${p}.captured_at AS "capturedAt",
  ${p}.canceled_at AS "canceledAt", ${p}.created_at AS "createdAt", ${p}.updated_at AS "updatedAt"`;
