/** The columns of `CollectionRow`; `c`: the table's alias with a dot, if the statement needs one. */
export const collectionColumns = (c: '' | `${string}.` = ''): string => `
  ${c}store_id AS "storeId", ${c}id, ${c}order_id AS "orderId", ${c}currency, ${c}amount, ${c}authorized, ${c}captured,
  ${c}refunded, ${c}canceled, ${c}reserved, ${c}version, ${c}initiated_at AS "initiatedAt", ${c}metadata,
  ${c}created_at AS "createdAt", ${c}updated_at AS "updatedAt"`;
