import { Money } from '@tandem/money';
import type { Order } from './order';
import type { OrderState } from './order.states';

interface ItemRow {
  id: string;
  name: string;
  sku: string | null;
  quantity: number;
  price: number;
  created_at: string;
  updated_at: string;
}

/** A row of orders, its items and adjustments as JSON. Amounts there are numbers, exact below 15 digits. */
export interface OrderRow {
  store_id: string;
  id: string;
  number: string;
  state: OrderState;
  customer_id: string | null;
  region_id: string;
  email: string | null;
  currency: string;
  item_total: bigint;
  adjustment_total: bigint;
  total: bigint;
  store_credit_total: bigint;
  item_count: number;
  metadata: Record<string, unknown>;
  completed_at: Date | null;
  canceled_at: Date | null;
  created_at: Date;
  updated_at: Date;
  items: ItemRow[];
  adjustments: { id: string; label: string; amount: number }[];
}

export function orderFrom(row: OrderRow, token: string): Order {
  const money = (minor: bigint): Money => Money.of(minor, row.currency);
  return {
    storeId: row.store_id,
    id: row.id,
    number: row.number,
    state: row.state,
    token,
    customerId: row.customer_id,
    regionId: row.region_id,
    email: row.email,
    itemTotal: money(row.item_total),
    adjustmentTotal: money(row.adjustment_total),
    total: money(row.total),
    storeCreditTotal: money(row.store_credit_total),
    itemCount: row.item_count,
    metadata: row.metadata,
    completedAt: row.completed_at,
    canceledAt: row.canceled_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    items: row.items.map((item) => ({
      id: item.id,
      name: item.name,
      sku: item.sku,
      quantity: item.quantity,
      price: money(BigInt(item.price)),
      createdAt: new Date(item.created_at),
      updatedAt: new Date(item.updated_at),
    })),
    adjustments: row.adjustments.map(({ id, label, amount }) => ({
      id,
      label,
      amount: money(BigInt(amount)),
    })),
  };
}
