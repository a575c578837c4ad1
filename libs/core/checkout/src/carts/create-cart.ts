import { Injectable } from '@nestjs/common';
import { CustomersReader } from '@tandem/customers';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { orderTotals, type Address, type IdAccess, type Order } from '@tandem/orders';
import { CurrencyNotSold, StoresReader, type Region, type RegionRef } from '@tandem/stores';
import { VariantsReader } from '@tandem/catalog';
import { CartItems } from './cart-items';
import type { RequestedItem } from './cart-lines';
import { CreateOrder } from '../place-order/create-order';
import type { OrderDetails } from '../order-details';

export interface CreateCartInput {
  /** ISO 4217, upper case; null for the store's currency. */
  readonly currency: string | null;
  /** The region (Medusa); null for the region of the currency. Absent: any currency with a price is allowed (Spree). */
  readonly region?: RegionRef | null;
  /** Absent: the customer's email. */
  readonly email?: string;
  readonly billAddress?: Address;
  readonly shipAddress?: Address;
  readonly locale: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly items: readonly RequestedItem[];
  /** What the id alone gives access to while it is a guest's cart: each dialect has its own rule. */
  readonly idAccess: IdAccess;
}

type NewCart = Omit<CreateCartInput, 'region' | 'email' | 'currency'> &
  Pick<Order, 'customerId' | 'email'> & { readonly region: Region; readonly currency: string };

/**
 * Creates a cart for the calling customer, or for a guest, who gets its order token.
 * @throws RegionNotFound, CurrencyNotSold, VariantNotFound, VariantWithoutPrice, OrderInvalid
 */
@Injectable()
export class CreateCart {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly stores: StoresReader,
    private readonly items: CartItems,
    private readonly variants: VariantsReader,
    private readonly newOrders: CreateOrder,
  ) {}

  async run(ctx: RequestContext, input: CreateCartInput): Promise<OrderDetails> {
    const { customerId } = ctx.caller.scope;
    const customer = customerId === null ? null : await this.customers.find(ctx.storeId, customerId);
    const region = await this.regionOf(ctx.storeId, input);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const email = input.email ?? customer?.email ?? null;
      const currency = input.currency ?? region.currency;
      await this.refuseUnlessSold(tx, ctx.storeId, region, currency);
      const cart = { ...input, customerId: customer?.id ?? null, email, region, currency };
      const value = await this.insertCart(tx, ctx.storeId, cart);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }

  private regionOf(storeId: string, { region, currency }: CreateCartInput): Promise<Region> {
    if (region === undefined) return this.stores.getRegionFor(storeId, currency);
    return this.stores.getRegionByRef(storeId, region, currency);
  }

  /** The currency needs no region: a price in it is enough. @throws CurrencyNotSold */
  private async refuseUnlessSold(tx: Tx, storeId: string, region: Region, currency: string): Promise<void> {
    const isSold = currency === region.currency || (await this.variants.isPricedIn(tx, storeId, currency));
    if (!isSold) throw new CurrencyNotSold(currency);
  }

  private async insertCart(tx: Tx, storeId: string, cart: NewCart): Promise<OrderDetails> {
    const { region, currency, customerId, email, locale, metadata, idAccess } = cart;
    const { billAddress = null, shipAddress = null } = cart;
    const items = await this.items.buildItems(tx, storeId, currency, cart.items);
    return this.newOrders.insert(tx, {
      storeId,
      id: newId(),
      number: null,
      customerId,
      regionId: region.id,
      email,
      locale,
      metadata,
      billAddress,
      shipAddress,
      step: 'cart',
      idAccess,
      items,
      adjustments: [],
      ...orderTotals(currency, items, []),
    });
  }
}
