import type { ProviderInStore } from '@tandem/payment-methods';
import type { Resource } from '../../../fields/fields';
import { serializeListAs } from '../../../medusa.serializer';

const provider: Resource<ProviderInStore> = {
  fields: { id: ({ id }) => id, is_enabled: ({ isEnabled }) => isEnabled },
  relations: {},
};

export const serializePaymentProviders = serializeListAs('payment_providers', provider, {
  defaults: ['id', 'is_enabled'],
});
