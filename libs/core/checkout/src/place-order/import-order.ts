import { Injectable } from '@nestjs/common';
import { CustomersReader } from '@tandem/customers';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import { OrderInvalid, orderTotals, type NewOrder } from '@tandem/orders';
import { StoresReader } from '@tandem/stores';
import { CreateOrder } from './create-order';
import type { OrderDetails } from '../order-details';

export interface ImportOrderInput {
  /** ISO 4217. */
  readonly currency: string;
  readonly email: string | null;
  /** The customer (UUID); null for a guest. */
  readonly customerId: string | null;
  readonly items: readonly {
    readonly name: string;
    readonly sku: string | null;
    readonly quantity: number;
    readonly price: Money;
  }[];
  readonly adjustments: readonly { readonly label: string; readonly amount: Money }[];
  /** True: only the order token gives access. Absent: the cart id is enough to pay it (Medusa). */
  readonly tokenRequired?: boolean;
  /** Absent: R and 9 digits. */
  readonly number?: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * Creates an order from an external order system, to be paid here.
 * @throws OrderInvalid, OrderNumberTaken, RegionNotFound
 */
@Injectable()
export class ImportOrder {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly stores: StoresReader,
    private readonly newOrders: CreateOrder,
  ) {}

  async run(ctx: RequestContext, input: ImportOrderInput): Promise<OrderDetails> {
    await this.checkCustomer(ctx.storeId, input.customerId);
    const region = await this.stores.getRegionFor(ctx.storeId, input.currency);
    const order = newOrder(ctx.storeId, region.id, input);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const value = await this.newOrders.insert(tx, order);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }

  private async checkCustomer(storeId: string, customerId: string | null): Promise<void> {
    if (customerId === null || (await this.customers.find(storeId, customerId))) return;
    throw new OrderInvalid('customer_id', 'Customer not found');
  }
}

function newOrder(storeId: string, regionId: string, input: ImportOrderInput): NewOrder {
  const { customerId, email, metadata } = input;
  const items = input.items.map((item) => ({ ...item, id: newId(), variantId: null, metadata: {} }));
  const adjustments = input.adjustments.map((adjustment) => ({ ...adjustment, id: newId() }));
  const totals = orderTotals(input.currency, items, adjustments);
  return {
    storeId,
    id: newId(),
    number: input.number ?? null,
    customerId,
    regionId,
    email,
    metadata,
    step: 'payment',
    idAccess: input.tokenRequired ? 'none' : 'pay',
    locale: null,
    billAddress: null,
    shipAddress: null,
    items,
    adjustments,
    ...totals,
  };
}
