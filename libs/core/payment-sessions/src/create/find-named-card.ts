import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { OrdersReader, type OrderRef } from '@tandem/orders';
import type { ProviderData } from '@tandem/provider-kit';
import { SavedCardNotFound, SavedMethodsReader, type SavedCard } from '@tandem/customer-vault';

/** How a caller names the saved card that pays a session. */
export interface NamedCard {
  /** UUID; left out for none. */
  readonly savedCardId?: string;
  /** The same by the gateway's own id of the card, for pages that know no other. One that is not theirs is the gateway's to refuse. */
  readonly savedProfileId?: string;
}

// As long as any gateway's id.
const MAX_LENGTH = 255;

/** A card by Stripe's own id of it, as the pages of both dialects send it in a session's data. */
export function savedProfileIn(data: ProviderData | undefined): string | undefined {
  const id = data?.['stripe_payment_method_id'];
  return typeof id === 'string' && id.length <= MAX_LENGTH ? id : undefined;
}

export function namesCard({ savedCardId, savedProfileId }: NamedCard): boolean {
  return savedCardId !== undefined || savedProfileId !== undefined;
}

/**
 * One of the customer's own (for the store's people: of the order's customer), which was saved with that method: another has another
 * account there.
 */
@Injectable()
export class FindNamedCard {
  constructor(
    private readonly orders: OrdersReader,
    private readonly saved: SavedMethodsReader,
  ) {}

  /** Null where none is named, or by a gateway's id that is not known here: the page may have made it with the gateway just now. @throws SavedCardNotFound */
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
      return this.saved.cardByProfile({ storeId, customerId: owner, paymentMethodId }, savedProfileId);
    }
    const card = await this.saved.cardOf(ctx.storeId, owner, savedCardId);
    if (card.paymentMethodId !== paymentMethodId) throw new SavedCardNotFound();
    return card;
  }
}
