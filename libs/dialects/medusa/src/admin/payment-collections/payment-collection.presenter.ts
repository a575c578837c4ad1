import { presentAs, presentDeleted } from '../../medusa.presenter';
import { collection } from '../../resources/collection.resource';

export const presentPaymentCollection = presentAs('payment_collection', collection, {
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

export const presentCollectionDeleted = presentDeleted('payment-collection');
