import type { CreateCollectionInput } from '@tandem/checkout';
import type { MarkCollectionPaidInput } from '@tandem/payment-sessions';
import { MedusaAmount } from '../../medusa-amount';
import { namedIn, type NamedId } from '../../ids/medusa-path-ids';
import type { AddPaymentCollectionDto, MarkAsPaidDto } from './payment-collection.dto';

// Medusa's default: a manual payment, which staff have received.
const MANUAL_PROVIDER = 'pp_system_default';

export function toCreateCollection({ order_id, amount }: AddPaymentCollectionDto): CreateCollectionInput {
  return { order: namedIn('order', order_id), amount: new MedusaAmount(amount) };
}

export function toMarkPaid(
  collection: NamedId,
  { order_id, provider_id }: MarkAsPaidDto,
): MarkCollectionPaidInput {
  return {
    collection,
    order: namedIn('order', order_id),
    providerId: provider_id ?? MANUAL_PROVIDER,
  };
}
