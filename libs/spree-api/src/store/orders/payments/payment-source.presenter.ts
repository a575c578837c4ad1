import type { Payment } from '@tandem/payments';
import type { SavedCard } from '@tandem/saved-methods';
import { spreeId } from '../../../spree-ids';
import { presentCreditCard } from '../../customer/credit-cards/credit-card.presenter';
import type { SpreePayment } from './payment.dto';

type Source = Pick<SpreePayment, 'source_type' | 'source_id' | 'source'>;

const NONE: Source = { source_type: null, source_id: null, source: null };

/**
 * What a payment was paid from, as Spree has it: each payment has a source of its own. A card that was not saved has the
 * payment's id, and is in no list of cards.
 */
export function presentSource({ id, paidWith }: Payment, card: SavedCard | null): Source {
  if (card !== null) return cardSource(card.id, presentCreditCard(card));
  if (paidWith === null) return NONE;
  const { type, brand, last4, expiryMonth, expiryYear, wallet, bank, country } = paidWith;
  if (brand === undefined || last4 === undefined) {
    const source = { id: spreeId('paymentSource', id), gateway_payment_profile_id: null };
    const details = { type, bank: bank ?? null, last4: last4 ?? null, country: country ?? null };
    return { source_type: 'payment_source', source_id: source.id, source: { ...source, ...details } };
  }
  return cardSource(id, {
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
  });
}

function cardSource(id: string, source: SpreePayment['source']): Source {
  return { source_type: 'credit_card', source_id: spreeId('creditCard', id), source };
}
