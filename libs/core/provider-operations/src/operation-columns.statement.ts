/** The columns of `ProviderOperationRow`. */
export const OPERATION_COLUMNS = `store_id AS "storeId", id, order_id AS "orderId", collection_id AS "collectionId",
  session_id AS "sessionId", payment_id AS "paymentId", provider_id AS "providerId", verb, operation_key AS "operationKey", amount,
  currency, details, state, result, attempts, created_at AS "createdAt"`;
