import { giftCardState, isExpired, remaining, type GiftCard } from '@tandem/store-credits';
import { spreeAmount } from '../../../money/spree-amount';
import { withDisplay } from '../../../money/spree-display';
import { spreeId } from '../../../ids/spree-ids';
import type { SpreeGiftCard } from './gift-card.dto';

export function serializeGiftCard(card: GiftCard): SpreeGiftCard {
  const state = giftCardState(card, card.readAt);
  const amounts = {
    amount: card.amount,
    amount_used: card.used,
    amount_remaining: remaining(card),
  };
  return {
    id: spreeId('giftCard', card.id),
    code: card.code,
    state,
    status: state,
    currency: card.amount.currency,
    ...withDisplay(amounts),
    amount_authorized: spreeAmount(card.held),
    expires_at: card.expiresAt?.toISOString() ?? null,
    redeemed_at: card.redeemedAt?.toISOString() ?? null,
    expired: isExpired(card, card.readAt),
    active: state === 'active' || state === 'partially_redeemed',
    created_at: card.createdAt.toISOString(),
    updated_at: card.updatedAt.toISOString(),
  };
}

/** Masks the code but for its last four characters, for readers who must not spend it. */
export function maskCode<T extends { readonly code: string }>(card: T): T {
  return { ...card, code: `****${card.code.slice(-4)}` };
}
