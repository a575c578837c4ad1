import { Injectable } from '@nestjs/common';
import { EnsureAccountHolder, accountHolderOf, type Payer } from '@tandem/customer-vault';
import type { RequestContext } from '@tandem/context';
import type { Order } from '@tandem/orders';
import type { OperationDetails } from '@tandem/provider-operations';
import type { SavedCard } from '@tandem/customer-vault';
import { FindNamedCard, namesCard, type NamedCard } from './find-named-card';
import type { PaymentSession } from '../payment-session';
import { contextOf } from './build-session';

/** What is to pay a session from now on. */
export interface CardChange {
  /** Null: one that its page has made, and that is saved nowhere here. */
  readonly card: SavedCard | null;
  /** Whose card it is. */
  readonly payer: Payer | null;
}

/** The card that a change of a session names, and its customer as the gateway knows them. */
@Injectable()
export class FindCardChange {
  constructor(
    private readonly cards: FindNamedCard,
    private readonly holders: EnsureAccountHolder,
  ) {}

  /** Null where none is named. @throws SavedCardNotFound, OutcomeUnknown */
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

/** Who pays a session whose card has changed, as at its opening; null where that stays. */
export function newPayer(
  order: Order,
  session: PaymentSession,
  update: CardChange | null,
): Pick<PaymentSession, 'customerId' | 'context'> | null {
  if (!update?.card || update.card.customerId === session.customerId) return null;
  const { customerId } = update.card;
  return { customerId, context: order.customerId === customerId ? contextOf(update.payer) : {} };
}

/** The same for the gateway. */
export function changeDetails(
  update: CardChange | null,
): Pick<OperationDetails['update_session'], 'cardId' | 'savedProfileId' | 'accountHolder'> {
  if (update === null) return {};
  const { card, payer } = update;
  return card === null
    ? { cardId: null }
    : { cardId: card.id, savedProfileId: card.profileId, ...accountHolderOf(payer) };
}
