import type { GiftCard } from '@tandem/store-credits';
import type { Request } from 'express';
import type { SpreeGiftCard } from '../../store/customer/gift-cards/gift-card.dto';
import { presentGiftCard, withoutCode } from '../../store/customer/gift-cards/gift-card.presenter';
import { mayWrite } from '../may-write';

/** A gift card as the store's staff see it: its code pays, so who may only read sees its end. */
export function presentStaffsGiftCard(card: GiftCard, request: Request): SpreeGiftCard {
  return codeFor(request, presentGiftCard(card));
}

/** A reader who may issue gift cards sees the code, others its last four characters. */
export function codeFor<T extends { readonly code: string }>(request: Request, card: T): T {
  return mayWrite(request, 'gift_cards') ? card : withoutCode(card);
}
