import type { PaymentMethod, SavedPaymentMethod } from '@tandem/payment-methods';
import type { ProviderCapabilities } from '@tandem/provider-kit';
import {
  serializePaymentMethod,
  spreeType,
} from '../../store/orders/payment-methods/payment-method.serializer';
import type {
  SpreeAdminPaymentMethod,
  SpreePaymentMethodType,
  SpreePaymentMethodTypes,
} from './payment-method.dto';

// A fixed length, so that a secret's length is not revealed.
const STARS = '********';

const UNCHECKED = 'The payment provider could not be reached: the preferences were saved unchecked';

export function serializeAdminPaymentMethod(method: PaymentMethod): SpreeAdminPaymentMethod {
  const secrets = Object.fromEntries(method.secretsSet.map((key) => [key, STARS]));
  return {
    ...serializePaymentMethod(method),
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

/** A payment method that was just saved, with warnings for its operator. */
export function serializeSavedPaymentMethod(method: SavedPaymentMethod): SpreeAdminPaymentMethod {
  return { ...serializeAdminPaymentMethod(method), ...(!method.isChecked && { warnings: [UNCHECKED] }) };
}

export function serializePaymentMethodTypes(all: readonly ProviderCapabilities[]): SpreePaymentMethodTypes {
  return { data: all.map(serializeType) };
}

function serializeType({
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
    preference_schema: settings.map((setting) => ({
      key: setting.key,
      type: setting.type,
      label: setting.label,
      required: setting.required ?? false,
      default: setting.default ?? null,
      ...(setting.help !== undefined && { help: setting.help }),
      ...(setting.pattern !== undefined && { pattern: setting.pattern }),
      ...(setting.options && { options: setting.options }),
      ...(setting.modes && { modes: setting.modes }),
    })),
  };
}
