import type { ProviderInStore } from '@tandem/payment-methods';
import type { Resource } from '../../../fields/fields';
import { presentListAs } from '../../../medusa.presenter';

const provider: Resource<ProviderInStore> = {
  fields: { id: ({ id }) => id, is_enabled: ({ isEnabled }) => isEnabled },
  relations: {},
};

export const presentPaymentProviders = presentListAs('payment_providers', provider, {
  defaults: ['id', 'is_enabled'],
});
