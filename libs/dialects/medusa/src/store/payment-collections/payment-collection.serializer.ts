import { serializeAs } from '../../medusa.serializer';
import { documentedCollection } from '../../resources/collection.resource';

/** Medusa's store API returns only the documented fields of a collection, whatever is requested. */
export const serializePaymentCollection = serializeAs('payment_collection', documentedCollection, {
  defaults: ['id', 'currency_code', 'amount', '*payment_sessions'],
  allowed: [
    ...['id', 'currency_code', 'amount', 'status', 'authorized_amount', 'captured_amount', 'refunded_amount'],
    ...['completed_at', 'created_at', 'updated_at', 'metadata'],
    ...['payment_providers', 'payment_sessions', 'payments'],
  ],
});
