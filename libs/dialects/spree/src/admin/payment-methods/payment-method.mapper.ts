import { omitUndefined } from '@tandem/context';
import type { CreatePaymentMethodInput, PaymentMethodChanges } from '@tandem/payment-methods';
import type { ProviderRegistry } from '@tandem/payment-providers';
import { FieldInvalid } from '../../errors/spree-errors';
import { textWithoutCard } from '../../spree-text.mapper';
import { metadataIn } from '../../store/carts/cart.mapper';
import { spreeType } from '../../store/orders/payment-methods/payment-method.serializer';
import type { CreatePaymentMethodDto, UpdatePaymentMethodDto } from './payment-method.dto';

/** @throws FieldInvalid */
export function toCreatePaymentMethod(
  registry: ProviderRegistry,
  body: CreatePaymentMethodDto,
): CreatePaymentMethodInput {
  const { description = null, active = true, storefront_visible = true, position = null } = body;
  return {
    providerId: providerOf(registry, body.type),
    name: textWithoutCard('name', body.name),
    description: textWithoutCard('description', description),
    active,
    storefrontVisible: storefront_visible,
    autoCapture: autoCaptureIn(body) ?? false,
    position,
    metadata: metadataIn(body.metadata) ?? {},
    settings: body.preferences ?? {},
  };
}

/** Omitted fields stay unchanged. @throws FieldInvalid */
export function toUpdatePaymentMethod(body: UpdatePaymentMethodDto): PaymentMethodChanges {
  return omitUndefined<PaymentMethodChanges>({
    name: textWithoutCard('name', body.name),
    description: textWithoutCard('description', body.description),
    active: body.active,
    storefrontVisible: body.storefront_visible,
    autoCapture: autoCaptureIn(body),
    position: body.position,
    metadata: metadataIn(body.metadata),
    settings: body.preferences,
  });
}

function providerOf(registry: ProviderRegistry, type: string): string {
  const found = registry
    .getAll()
    .find(({ capabilities }) => capabilities.id === type || spreeType(capabilities.id) === type);
  if (!found) throw new FieldInvalid('type', 'is not a type of payment method');
  return found.capabilities.id;
}

/** @throws FieldInvalid if the two fields contradict each other: one of them would be ignored */
function autoCaptureIn({ auto_capture, capture_method }: UpdatePaymentMethodDto): boolean | undefined {
  if (capture_method === undefined) return auto_capture;
  const isAutomatic = capture_method === 'automatic';
  if (auto_capture === undefined || auto_capture === isAutomatic) return isAutomatic;
  throw new FieldInvalid('capture_method', 'is not the same as auto_capture');
}
