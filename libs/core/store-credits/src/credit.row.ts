import { Money } from '@tandem/money';
import type { Credit, CreditUse, GiftCard, StoreCredit } from './credit';

type Amount = 'amount' | 'used' | 'held';

/** A credit as it is read: its amounts in minor units of its currency. */
type RowOf<C extends Credit> = Omit<C, Amount> & Readonly<Record<Amount, bigint> & { currency: string }>;

export type StoreCreditRow = RowOf<StoreCredit>;
export type GiftCardRow = RowOf<Omit<GiftCard, 'readAt'>>;
export type CreditUseRow = Omit<CreditUse, 'amount'> & { readonly amount: bigint; readonly currency: string };

function creditFrom<R extends RowOf<Credit>>({ currency, amount, used, held, ...row }: R) {
  const money = (minor: bigint): Money => Money.of(minor, currency);
  return { ...row, amount: money(amount), used: money(used), held: money(held) };
}

export function storeCreditFrom(row: StoreCreditRow): StoreCredit {
  return creditFrom(row);
}

export function giftCardFrom(row: GiftCardRow): GiftCard {
  return { ...creditFrom(row), readAt: new Date() };
}

export function creditUseFrom({ currency, amount, ...row }: CreditUseRow): CreditUse {
  return { ...row, amount: Money.of(amount, currency) };
}
