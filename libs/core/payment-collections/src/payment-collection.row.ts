import { Money } from '@tandem/money';
import type { PaymentCollection } from './payment-collection';

type Total = 'amount' | 'authorized' | 'captured' | 'refunded' | 'canceled' | 'reserved';

/** A payment collection as its statements return it: its totals in minor units of its currency. */
export type CollectionRow = Omit<PaymentCollection, Total> &
  Readonly<Record<Total, bigint> & { currency: string }>;

export function collectionFrom({ currency, ...row }: CollectionRow): PaymentCollection {
  const money = (minor: bigint): Money => Money.of(minor, currency);
  return {
    ...row,
    amount: money(row.amount),
    authorized: money(row.authorized),
    captured: money(row.captured),
    refunded: money(row.refunded),
    canceled: money(row.canceled),
    reserved: money(row.reserved),
  };
}
