import { Money } from '@tandem/money';
import type { Payment } from './payment';

type Total = 'authorized' | 'captured' | 'refunded' | 'canceled' | 'capturing' | 'refunding';

/** A payment as `paymentColumns` reads it: its totals in minor units of its currency. */
export type PaymentRow = Omit<Payment, Total> & Readonly<Record<Total, bigint> & { currency: string }>;

export function paymentFrom({ currency, ...row }: PaymentRow): Payment {
  const money = (minor: bigint): Money => Money.of(minor, currency);
  return {
    ...row,
    authorized: money(row.authorized),
    captured: money(row.captured),
    refunded: money(row.refunded),
    canceled: money(row.canceled),
    capturing: money(row.capturing),
    refunding: money(row.refunding),
  };
}
