import { spreeId } from '../../../ids/spree-ids';
import type { SpreePaymentMethod } from './payment-method.dto';

/** The fields that a session's method and a store's method share. */
export interface PresentedMethod {
  readonly id: string;
  readonly providerId: string;
  readonly name: string;
  readonly description: string | null;
  readonly sessionRequired: boolean;
}

/** Spree's own class names: manual payment is its check, Stripe is an extension. */
const SPREE_TYPES: Readonly<Record<string, string>> = {
  pp_system_default: 'Spree::PaymentMethod::Check',
  pp_stripe_stripe: 'SpreeStripe::Gateway',
};

/** Other types are named after their provider: pp_bogus_default is Bogus, pp_stripe-ideal_stripe StripeIdeal. */
export function spreeType(providerId: string): string {
  const spreeName = Object.hasOwn(SPREE_TYPES, providerId) ? SPREE_TYPES[providerId] : undefined;
  if (spreeName !== undefined) return spreeName;
  const [, identifier = ''] = providerId.split('_');
  const words = identifier.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `Spree::Gateway::${words.join('')}`;
}

export function serializePaymentMethod(method: PresentedMethod): SpreePaymentMethod {
  return {
    id: spreeId('paymentMethod', method.id),
    name: method.name,
    description: method.description,
    type: spreeType(method.providerId),
    session_required: method.sessionRequired,
    source_required: false,
  };
}

export function serializePaymentMethods(methods: readonly PresentedMethod[]): {
  data: SpreePaymentMethod[];
  meta: { count: number };
} {
  return { data: methods.map(serializePaymentMethod), meta: { count: methods.length } };
}
