import type { PaymentMethod } from '@tandem/payment-methods';
import type { Request } from 'express';
import { render } from '../../fields/fields';
import { fieldsOf } from '../../fields/fields-of';
import { provider } from '../../resources/collection.resource';

/** A page of the providers with an active payment method, without duplicates. */
export function serializePaymentProviders(
  methods: readonly PaymentMethod[],
  request: Request,
): Record<string, unknown> {
  const ids = [...new Set(methods.map(({ providerId }) => providerId))];
  const offset = Number(request.query['offset'] ?? 0);
  const limit = Number(request.query['limit'] ?? 20);
  const fields = fieldsOf(request, ['id', 'is_enabled']);
  const page = ids.slice(offset, offset + limit).map((id) => render(provider, id, fields));
  return { payment_providers: page, count: ids.length, offset, limit };
}
