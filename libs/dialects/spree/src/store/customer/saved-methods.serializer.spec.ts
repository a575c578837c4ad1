import { newId } from '@tandem/ids';
import type { PaymentMethod } from '@tandem/payment-methods';
import type { SavedCard, SetupSession, SetupSessionState } from '@tandem/customer-vault';
import { serializeCreditCard } from './credit-cards/credit-card.serializer';
import { serializeSetupSession } from './payment-setup-sessions/payment-setup-session.serializer';

const at = new Date('2026-11-21T10:00:00.000Z');

const card: SavedCard = {
  id: newId(),
  customerId: newId(),
  paymentMethodId: newId(),
  providerId: 'pp_bogus_default',
  profileId: 'BGS-0a1b2c3d4e5f60718293a4b5',
  brand: 'visa',
  last4: '4242',
  month: 12,
  year: 2027,
  name: null,
  isDefault: true,
  updatedAt: at,
};

const setup = (state: SetupSessionState, cardId: string | null = null): SetupSession => ({
  storeId: newId(),
  id: newId(),
  customerId: card.customerId,
  paymentMethodId: card.paymentMethodId,
  providerId: card.providerId,
  state,
  externalId: 'bogus_seti_33f9b074e3bceca0bdd1ecd6',
  clientSecret: null,
  data: {},
  cardId,
  expiresAt: at,
  createdAt: at,
  updatedAt: at,
});

const method: PaymentMethod = {
  id: card.paymentMethodId,
  providerId: card.providerId,
  name: 'Card',
  description: null,
  active: true,
  storefrontVisible: true,
  autoCapture: false,
  sessionRequired: true,
  position: 0,
  metadata: {},
  settings: {},
  secretsSet: [],
  isRemoved: false,
  createdAt: at,
  updatedAt: at,
};

it('serializes a card with legacy and current field names and no others', () => {
  const { id, ...body } = serializeCreditCard(card);
  expect(id).toMatch(/^card_/);
  expect(body).toEqual({
    cc_type: 'visa',
    brand: 'visa',
    last_digits: '4242',
    last4: '4242',
    month: 12,
    year: 2027,
    name: null,
    default: true,
    gateway_payment_profile_id: 'BGS-0a1b2c3d4e5f60718293a4b5',
  });
});

it.each([
  ['pending', 'pending'],
  ['requires_action', 'pending'],
  ['processing', 'processing'],
  ['failed', 'failed'],
  ['expired', 'expired'],
] as const)('a %s setup session is serialized as %s, without a card', (state, status) => {
  const body = serializeSetupSession({ setup: setup(state), method });
  expect(body).toMatchObject({ status, payment_source_id: null, payment_source_type: null });
});

it('a completed setup session names its card', () => {
  const body = serializeSetupSession({ setup: setup('completed', card.id), method });
  expect(body).toMatchObject({ status: 'completed', payment_source_type: 'Spree::CreditCard' });
  expect(body.payment_source_id).toBe(serializeCreditCard(card).id);
});
