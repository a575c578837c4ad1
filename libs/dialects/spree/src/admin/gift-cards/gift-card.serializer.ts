import type { GiftCard } from '@tandem/store-credits';
import type { Request } from 'express';
import type { SpreeGiftCard } from '../../store/customer/gift-cards/gift-card.dto';
import { serializeGiftCard, maskCode } from '../../store/customer/gift-cards/gift-card.serializer';
import { mayWrite } from '../may-write';

/** A gift card for staff. The code can be spent, so callers with read access only see its last characters. */
export function serializeAdminGiftCard(card: GiftCard, request: Request): SpreeGiftCard {
  return withCodeIfAllowed(request, serializeGiftCard(card));
}

/** Callers who may issue gift cards see the whole code, others its last four characters. */
export function withCodeIfAllowed<T extends { readonly code: string }>(request: Request, card: T): T {
  return mayWrite(request, 'gift_cards') ? card : maskCode(card);
}
