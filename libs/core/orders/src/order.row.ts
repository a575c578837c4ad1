import { Money } from '@tandem/money';
import type { Address } from './address';
import { creditLineFrom, type CreditLineRow } from './credit-line';
import type { IdAccess, Order, OrderItem } from './order';
import type { OrderState } from './order.states';

interface ItemRow {
  id: string;
  variant_id: string | null;
  metadata: Record<string, unknown>;
  name: string;
  sku: string | null;
  quantity: number;
  price: number;
  created_at: string;
  updated_at: string;
}

/** A row of orders, with items and adjustments as JSON, whose amounts are numbers (exact below 15 digits). */
export interface OrderRow {
  store_id: string;
  id: string;
  number: string;
  state: OrderState;
  step: Order['step'];
  locale: string | null;
  customer_note: string | null;
  bill_address: Address | null;
  ship_address: Address | null;
  gift_card_total: bigint;
  lock_version: number;
  customer_id: string | null;
  id_access: IdAccess;
  region_id: string;
  email: string | null;
  currency: string;
  item_total: bigint;
  adjustment_total: bigint;
  total: bigint;
  store_credit_total: bigint;
  item_count: number;
  metadata: Record<string, unknown>;
  placement_requested_at: Date | null;
  placement_due_at: Date | null;
  placement_problem: string | null;
  completed_at: Date | null;
  canceled_at: Date | null;
  created_at: Date;
  updated_at: Date;
  items: ItemRow[];
  adjustments: { id: string; label: string; amount: number }[];
  credit_lines: CreditLineRow[];
}

export function orderFrom(row: OrderRow, token: string): Order {
  const money = (minor: bigint): Money => Money.of(minor, row.currency);
  return {
    storeId: row.store_id,
    id: row.id,
    number: row.number,
    state: row.state,
    step: row.step,
    locale: row.locale,
    customerNote: row.customer_note,
    billAddress: row.bill_address,
    shipAddress: row.ship_address,
    giftCardTotal: money(row.gift_card_total),
    lockVersion: row.lock_version,
    token,
    customerId: row.customer_id,
    idAccess: row.id_access,
    regionId: row.region_id,
    email: row.email,
    itemTotal: money(row.item_total),
    adjustmentTotal: money(row.adjustment_total),
    total: money(row.total),
    storeCreditTotal: money(row.store_credit_total),
    itemCount: row.item_count,
    metadata: row.metadata,
    ...placementFrom(row),
    completedAt: row.completed_at,
    canceledAt: row.canceled_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    items: row.items.map((item) => itemFrom(item, row.currency)),
    adjustments: row.adjustments.map(({ id, label, amount }) => ({
      id,
      label,
      amount: money(BigInt(amount)),
    })),
    creditLines: row.credit_lines.map(creditLineFrom),
  };
}

function placementFrom(
  row: OrderRow,
): Pick<Order, 'placementRequestedAt' | 'placementDueAt' | 'placementProblem'> {
  return {
    placementRequestedAt: row.placement_requested_at,
    placementDueAt: row.placement_due_at,
    placementProblem: row.placement_problem,
  };
}

function itemFrom(item: ItemRow, currency: string): OrderItem {
  return {
    id: item.id,
    variantId: item.variant_id,
    metadata: item.metadata,
    name: item.name,
    sku: item.sku,
    quantity: item.quantity,
    price: Money.of(BigInt(item.price), currency),
    createdAt: new Date(item.created_at),
    updatedAt: new Date(item.updated_at),
  };
}
