import type { Payment } from '@tandem/payments';
import type { SavedCard } from '@tandem/customer-vault';
import { spreeId } from '../../../ids/spree-ids';
import { serializeCreditCard } from '../../customer/credit-cards/credit-card.serializer';
import type { SpreePaidCard } from './payment-source.dto';
import type { SpreePayment } from './payment.dto';

type Source = Pick<SpreePayment, 'source_type' | 'source_id' | 'source'>;

const NONE: Source = { source_type: null, source_id: null, source: null };

/**
 * A payment's source. In Spree each payment has its own source, so a card that was not saved gets the payment's id and is in no
 * list of cards.
 */
export function serializeSource({ id, paidWith }: Payment, card: SavedCard | null): Source {
  if (card !== null) return cardSource(card.id, serializeCreditCard(card));
  if (paidWith === null) return NONE;
  const { brand, last4 } = paidWith;
  return brand === undefined || last4 === undefined
    ? accountSource(id, paidWith)
    : cardSource(id, paidCard(id, { ...paidWith, brand, last4 }));
}

type PaidWith = NonNullable<Payment['paidWith']>;

function paidCard(id: string, paidWith: PaidWith & { brand: string; last4: string }): SpreePaidCard {
  const { brand, last4, expiryMonth, expiryYear, wallet, country } = paidWith;
  return {
    id: spreeId('creditCard', id),
    cc_type: brand,
    brand,
    last_digits: last4,
    last4,
    month: expiryMonth ?? null,
    year: expiryYear ?? null,
    name: null,
    default: false,
    gateway_payment_profile_id: null,
    wallet: wallet ?? null,
    country: country ?? null,
  };
}

function accountSource(id: string, { type, bank, last4, country }: PaidWith): Source {
  const source_id = spreeId('paymentSource', id);
  const details = { type, bank: bank ?? null, last4: last4 ?? null, country: country ?? null };
  const source = { id: source_id, gateway_payment_profile_id: null, ...details };
  return { source_type: 'payment_source', source_id, source };
}

function cardSource(id: string, source: SpreePayment['source']): Source {
  return { source_type: 'credit_card', source_id: spreeId('creditCard', id), source };
}
