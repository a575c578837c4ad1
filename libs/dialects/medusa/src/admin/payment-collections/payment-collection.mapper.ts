import type { AddCollectionInput } from '@tandem/checkout';
import type { MarkCollectionPaidInput } from '@tandem/payment-sessions';
import { requiredAmountIn } from '../../medusa-amount';
import { named } from '../../ids/medusa-ids';
import type { AddPaymentCollectionDto, MarkAsPaidDto } from './payment-collection.dto';

// Medusa's own, where none is named: an operator has seen to the money.
const BY_HAND = 'pp_system_default';

export function toAddCollection({ order_id, amount }: AddPaymentCollectionDto): AddCollectionInput {
  return { order: named('order', order_id), amount: requiredAmountIn(amount) };
}

export function toMarkPaid(id: string, { order_id, provider_id }: MarkAsPaidDto): MarkCollectionPaidInput {
  return {
    collection: named('collection', id),
    order: named('order', order_id),
    providerId: provider_id ?? BY_HAND,
  };
}
