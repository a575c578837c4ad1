import type { CollectionDetails } from '@tandem/payment-sessions';
import type { Request } from 'express';
import { render } from '../../fields';
import { fieldsOf } from '../../fields-of';
import { collection } from '../../resources/collection.resource';

const DEFAULTS = ['id', 'currency_code', 'amount', '*payment_sessions'];

export function presentPaymentCollection(
  details: CollectionDetails,
  request: Request,
): { payment_collection: unknown } {
  return { payment_collection: render(collection, details, fieldsOf(request, DEFAULTS)) };
}
