import { Injectable } from '@nestjs/common';
import { CustomersReader } from '@tandem/accounts';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId, randomDigits } from '@tandem/ids';
import { orderTotals, type Order } from '@tandem/orders';
import { StoresReader } from '@tandem/stores';
import { CartItems, type WantedItem } from './cart-items';
import { NewOrders } from './new-orders';
import { OrderDetailsReader, type OrderDetails } from './order-details.reader';

export interface OpenCartInput {
  /** ISO 4217 in upper case; one the store does not sell in, or none, is the store's own. */
  readonly currency: string | null;
  readonly locale: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly items: readonly WantedItem[];
}

/** Opens a cart: of the customer who asks, or of a guest, who is given its token. @throws VariantNotFound, VariantWithoutPrice */
@Injectable()
export class OpenCart {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly stores: StoresReader,
    private readonly items: CartItems,
    private readonly newOrders: NewOrders,
    private readonly reader: OrderDetailsReader,
  ) {}

  async run(ctx: RequestContext, input: OpenCartInput): Promise<OrderDetails> {
    const { customerId } = ctx.caller.reach;
    const customer = customerId === null ? null : await this.customers.find(ctx.storeId, customerId);
    const region = await this.stores.regionFor(ctx.storeId, input.currency);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const owner = { customerId: customer?.id ?? null, email: customer?.email ?? null };
      const order = await this.store(tx, ctx.storeId, { ...input, ...owner, region });
      return unwrap(await answer(ctx, tx, { value: await this.reader.of(order, tx) }));
    });
  }

  private async store(
    tx: Tx,
    storeId: string,
    cart: OpenCartInput &
      Pick<Order, 'customerId' | 'email'> & { readonly region: { id: string; currency: string } },
  ): Promise<Order> {
    const { region, customerId, email, locale, metadata } = cart;
    const items = await this.items.fresh(tx, storeId, region.currency, cart.items);
    return this.newOrders.store(tx, {
      storeId,
      id: newId(),
      number: `R${randomDigits(9)}`,
      customerId,
      regionId: region.id,
      email,
      locale,
      metadata,
      step: 'cart',
      items,
      adjustments: [],
      ...orderTotals(region.currency, items, []),
    });
  }
}
