import { Money } from '@tandem/money';
import type { Credit, CreditUse, GiftCard, StoreCredit } from './credit';

interface CreditRow {
  id: string;
  currency: string;
  amount: bigint;
  used: bigint;
  held: bigint;
  created_at: Date;
  updated_at: Date;
}

export interface StoreCreditRow extends CreditRow {
  customer_id: string;
  memo: string | null;
}

export interface GiftCardRow extends CreditRow {
  code: string;
  customer_id: string | null;
  expires_at: Date | null;
  redeemed_at: Date | null;
  canceled_at: Date | null;
}

export interface CreditUseRow {
  id: string;
  order_id: string;
  kind: CreditUse['kind'];
  credit_id: string;
  amount: bigint;
  currency: string;
  state: CreditUse['state'];
  created_at: Date;
  updated_at: Date;
}

function creditFrom(row: CreditRow): Credit {
  const money = (minor: bigint): Money => Money.of(minor, row.currency);
  return {
    id: row.id,
    amount: money(row.amount),
    used: money(row.used),
    held: money(row.held),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function storeCreditFrom(row: StoreCreditRow): StoreCredit {
  return { ...creditFrom(row), customerId: row.customer_id, memo: row.memo };
}

export function giftCardFrom(row: GiftCardRow): GiftCard {
  return {
    ...creditFrom(row),
    code: row.code,
    customerId: row.customer_id,
    expiresAt: row.expires_at,
    redeemedAt: row.redeemed_at,
    canceledAt: row.canceled_at,
    readAt: new Date(),
  };
}

export function creditUseFrom(row: CreditUseRow): CreditUse {
  return {
    id: row.id,
    orderId: row.order_id,
    kind: row.kind,
    creditId: row.credit_id,
    amount: Money.of(row.amount, row.currency),
    state: row.state,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
