import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { OrdersReader, type OrderRef } from '@tandem/orders';
import type { ProviderData } from '@tandem/provider-kit';
import { SavedCardNotFound, SavedMethodsReader, type SavedCard } from '@tandem/customer-vault';

/** The saved card to pay with, as the caller names it. */
export interface NamedCard {
  /** UUID; left out for none. */
  readonly savedCardId?: string;
  /** The gateway's id of the card, for pages that have no other. The gateway refuses a card that is not the customer's. */
  readonly savedProfileId?: string;
}

// As long as any gateway's id.
const MAX_LENGTH = 255;

/** Stripe's id of the card, as storefronts of both dialects send it in a session's data. */
export function savedProfileIn(data: ProviderData | undefined): string | undefined {
  const id = data?.['stripe_payment_method_id'];
  return typeof id === 'string' && id.length <= MAX_LENGTH ? id : undefined;
}

export function namesCard({ savedCardId, savedProfileId }: NamedCard): boolean {
  return savedCardId !== undefined || savedProfileId !== undefined;
}

/**
 * Finds a card of the caller (for staff: of the order's customer) that was saved with the same payment method: another method may
 * use another gateway account.
 */
@Injectable()
export class FindNamedCard {
  constructor(
    private readonly orders: OrdersReader,
    private readonly saved: SavedMethodsReader,
  ) {}

  /** Null if no card is named, or the gateway's id is not saved here: the page may have just created it. @throws SavedCardNotFound */
  async run(
    ctx: RequestContext,
    of: NamedCard & { readonly order: OrderRef; readonly methodId: string },
  ): Promise<SavedCard | null> {
    if (!namesCard(of)) return null;
    const { savedCardId, savedProfileId, methodId: paymentMethodId } = of;
    const { all, customerId } = ctx.caller.scope;
    const owner = all ? (await this.orders.get(ctx, of.order)).customerId : customerId;
    if (savedCardId === undefined) {
      if (owner === null || savedProfileId === undefined) return null;
      const { storeId } = ctx;
      return this.saved.findCardByProfile({ storeId, customerId: owner, paymentMethodId }, savedProfileId);
    }
    const card = await this.saved.getCustomerCard(ctx.storeId, owner, savedCardId);
    if (card.paymentMethodId !== paymentMethodId) throw new SavedCardNotFound();
    return card;
  }
}
