import { presentAs } from '../../medusa.presenter';
import { shoppersCollection } from '../../resources/collection.resource';

/** Medusa's store shows no more of a collection than these, whatever is asked for. */
export const presentPaymentCollection = presentAs('payment_collection', shoppersCollection, {
  defaults: ['id', 'currency_code', 'amount', '*payment_sessions'],
  allowed: ['id', 'currency_code', 'amount', 'status', 'payment_sessions', 'payment_providers'],
});
