import type { PaymentMethod } from '@tandem/payment-methods';
import type { ProviderCapabilities } from '@tandem/provider-kit';
import { presentPaymentMethod, spreeType } from '../../store/orders/payment-methods/payment-method.presenter';
import type {
  SpreeAdminPaymentMethod,
  SpreePaymentMethodType,
  SpreePaymentMethodTypes,
} from './payment-method.dto';

// Whatever the secret is, and however long.
const STARS = '********';

export function presentAdminPaymentMethod(method: PaymentMethod): SpreeAdminPaymentMethod {
  const secrets = Object.fromEntries(method.secretsSet.map((key) => [key, STARS]));
  return {
    ...presentPaymentMethod(method),
    provider_id: method.providerId,
    active: method.active,
    storefront_visible: method.storefrontVisible,
    auto_capture: method.autoCapture,
    capture_method: method.autoCapture ? 'automatic' : 'manual',
    position: method.position,
    metadata: method.metadata,
    preferences: { ...method.settings, ...secrets },
    created_at: method.createdAt.toISOString(),
    updated_at: method.updatedAt.toISOString(),
  };
}

export function presentPaymentMethodTypes(all: readonly ProviderCapabilities[]): SpreePaymentMethodTypes {
  return { data: all.map(presentType) };
}

function presentType({
  id,
  displayName,
  testOnly,
  settings = [],
}: ProviderCapabilities): SpreePaymentMethodType {
  return {
    type: spreeType(id),
    provider_id: id,
    label: displayName,
    description: testOnly ? 'Moves no real money' : null,
    preference_schema: settings.map(({ key, type, label, required = false, default: preset = null }) => ({
      key,
      type,
      label,
      required,
      default: preset,
    })),
  };
}
