import { serializeAs, serializeDeleted } from '../../medusa.serializer';
import { collection } from '../../resources/collection.resource';

export const serializePaymentCollection = serializeAs('payment_collection', collection, {
  defaults: [
    'id',
    'currency_code',
    'amount',
    'status',
    'authorized_amount',
    'captured_amount',
    'refunded_amount',
    '*payment_sessions',
    '*payments',
  ],
});

export const serializeCollectionDeleted = serializeDeleted('payment-collection');
