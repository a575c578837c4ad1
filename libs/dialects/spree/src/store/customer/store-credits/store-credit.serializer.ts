import { remaining, type StoreCredit } from '@tandem/store-credits';
import { withDisplay } from '../../../money/spree-display';
import { spreeId } from '../../../ids/spree-ids';
import type { SpreeStoreCredit } from './store-credit.dto';

export function serializeStoreCredit(credit: StoreCredit): SpreeStoreCredit {
  const amounts = { amount: credit.amount, amount_used: credit.used, amount_remaining: remaining(credit) };
  return {
    id: spreeId('storeCredit', credit.id),
    ...withDisplay(amounts),
    currency: credit.amount.currency,
  };
}

/** For staff: with the customer and the reason it was issued. */
export function serializeIssuedStoreCredit(credit: StoreCredit): SpreeStoreCredit {
  return {
    ...serializeStoreCredit(credit),
    customer_id: spreeId('customer', credit.customerId),
    memo: credit.memo,
    created_at: credit.createdAt.toISOString(),
    updated_at: credit.updatedAt.toISOString(),
  };
}
