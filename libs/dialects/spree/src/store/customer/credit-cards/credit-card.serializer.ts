import type { SavedCard } from '@tandem/customer-vault';
import { spreeId } from '../../../ids/spree-ids';
import type { SpreeCreditCard } from './credit-card.dto';

export function serializeCreditCard(card: SavedCard): SpreeCreditCard {
  const { brand, last4, month, year, name } = card;
  return {
    id: spreeId('creditCard', card.id),
    cc_type: brand,
    brand,
    last_digits: last4,
    last4,
    month,
    year,
    name,
    default: card.isDefault,
    gateway_payment_profile_id: card.profileId,
  };
}
