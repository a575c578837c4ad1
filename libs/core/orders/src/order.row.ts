import { Money } from '@tandem/money';
import { creditLineFrom, type CreditLineRow } from './credit-line';
import type { Order, OrderAdjustment, OrderItem } from './order';

type Total = 'itemTotal' | 'adjustmentTotal' | 'total' | 'storeCreditTotal' | 'giftCardTotal';
type Line = 'items' | 'adjustments' | 'creditLines';

/** A line as JSON: its price is a number (exact below 15 digits), its times are text. */
type ItemRow = Omit<OrderItem, 'price' | 'createdAt' | 'updatedAt'> & {
  readonly price: number;
  readonly position: number;
  readonly createdAt: string;
  readonly updatedAt: string;
};

type AdjustmentRow = Omit<OrderAdjustment, 'amount'> & { readonly amount: number; readonly position: number };

/** An order as `orderColumns` reads it: its totals in minor units of its currency, its lines as JSON. */
export type OrderRow = Omit<Order, Total | Line | 'token'> &
  Readonly<Record<Total, bigint>> & {
    readonly currency: string;
    readonly items: readonly ItemRow[];
    readonly adjustments: readonly AdjustmentRow[];
    readonly creditLines: readonly CreditLineRow[];
  };

export function orderFrom({ currency, ...row }: OrderRow, token: string): Order {
  const money = (minor: bigint): Money => Money.of(minor, currency);
  return {
    ...row,
    token,
    itemTotal: money(row.itemTotal),
    adjustmentTotal: money(row.adjustmentTotal),
    total: money(row.total),
    storeCreditTotal: money(row.storeCreditTotal),
    giftCardTotal: money(row.giftCardTotal),
    items: row.items.map((item) => itemFrom(item, currency)),
    adjustments: row.adjustments.map(({ id, label, amount }) => ({
      id,
      label,
      amount: money(BigInt(amount)),
    })),
    creditLines: row.creditLines.map(creditLineFrom),
  };
}

function itemFrom({ position: _, ...item }: ItemRow, currency: string): OrderItem {
  return {
    ...item,
    price: Money.of(BigInt(item.price), currency),
    createdAt: new Date(item.createdAt),
    updatedAt: new Date(item.updatedAt),
  };
}
