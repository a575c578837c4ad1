import { Injectable } from '@nestjs/common';
import { EnsureAccountHolder, accountHolderOf, type Payer } from '@tandem/customer-vault';
import type { RequestContext } from '@tandem/context';
import type { Order } from '@tandem/orders';
import type { OperationDetails } from '@tandem/provider-operations';
import type { SavedCard } from '@tandem/customer-vault';
import { FindNamedCard, namesCard, type NamedCard } from './find-named-card';
import type { PaymentSession } from '../payment-session';
import { contextOf } from './build-session';

/** The card that pays a session from now on. */
export interface CardChange {
  /** Null: a card entered on the shopper's page, not saved here. */
  readonly card: SavedCard | null;
  /** The card's owner. */
  readonly payer: Payer | null;
}

/** Finds the card that a session update names, and its owner at the gateway. */
@Injectable()
export class FindCardChange {
  constructor(
    private readonly cards: FindNamedCard,
    private readonly holders: EnsureAccountHolder,
  ) {}

  /** Null if the update names no card. @throws SavedCardNotFound, OutcomeUnknown */
  async run(ctx: RequestContext, session: PaymentSession, named: NamedCard): Promise<CardChange | null> {
    if (!namesCard(named)) return null;
    const { orderId, paymentMethodId: methodId, providerId } = session;
    const card = await this.cards.run(ctx, { ...named, order: { id: orderId }, methodId });
    if (card === null) return { card, payer: null };
    const { customerId } = card;
    return {
      card,
      payer: await this.holders.findOrGuest({ storeId: ctx.storeId, customerId, providerId, methodId }),
    };
  }
}

/** The new payer of a session whose card has changed, as set at its creation; null if unchanged. */
export function newPayer(
  order: Order,
  session: PaymentSession,
  update: CardChange | null,
): Pick<PaymentSession, 'customerId' | 'context'> | null {
  if (!update?.card || update.card.customerId === session.customerId) return null;
  const { customerId } = update.card;
  return { customerId, context: order.customerId === customerId ? contextOf(update.payer) : {} };
}

/** The card change as the operation stores it for the gateway. */
export function changeDetails(
  update: CardChange | null,
): Pick<OperationDetails['update_session'], 'cardId' | 'savedProfileId' | 'accountHolder'> {
  if (update === null) return {};
  const { card, payer } = update;
  return card === null
    ? { cardId: null }
    : { cardId: card.id, savedProfileId: card.profileId, ...accountHolderOf(payer) };
}
