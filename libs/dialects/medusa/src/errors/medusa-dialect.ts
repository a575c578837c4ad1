import { HttpException } from '@nestjs/common';
import { CoreError, isError } from '@tandem/context';
import { InvalidRequest, maskCardNumbers, type Dialect, type HttpResponse } from '@tandem/http';
import { isUuid } from '@tandem/ids';
import { OrderNotOpen } from '@tandem/orders';
import { ProviderNotEnabled } from '@tandem/payment-methods';
import { PaymentDeclined } from '@tandem/payments';
import { VariantNotFound, VariantWithoutPrice } from '@tandem/catalog';
import { medusaId } from '../ids/medusa-ids';
import { requestProblems } from './request-problems';
import { BY_KIND, idAfter, ERROR_MAP, type MappedError } from './error-map';

/** Medusa answers these with only "Unauthorized". */
const UNAUTHORIZED = new Set(['admin_unauthorized', 'secret_key_invalid', 'authentication_required']);

// The first request with the key may finish soon, and an unknown outcome is resolved within seconds.
const RETRY = { 'Retry-After': '1' };
const RETRYABLE = new Set([409, 503]);

/** Medusa's v2 API: {type, message}, with a code on some. */
export const medusaDialect: Dialect = {
  name: 'medusa',
  pathPrefix: null,
  variesBy: [],
  serializeError(error: unknown, path: string): HttpResponse {
    if (error instanceof InvalidRequest)
      return response({ status: 400, type: 'invalid_data' }, requestProblems(error));
    if (error instanceof CoreError) return serializeCoreError(error, path);
    if (error instanceof HttpException && error.getStatus() < 500) return serializeHttp(error);
    return response(
      { status: 500, type: 'unknown_error', code: 'unknown_error' },
      'An unknown error occurred.',
    );
  },
};

function serializeCoreError(error: CoreError, path: string): HttpResponse {
  if (UNAUTHORIZED.has(error.code)) return { status: 401, body: { message: 'Unauthorized' } };
  if (error.code === 'secret_key_as_bearer') return { status: 401, body: { message: error.message } };
  const words = ownMessage(error, path);
  if (words !== null) return response(BY_KIND.invalid, words);
  // Medusa has one type for every gateway decline; the code says which.
  if (isError(error, PaymentDeclined))
    return response({ ...BY_KIND.refused, code: error.declineCode }, error.message);
  const mapped: MappedError = ERROR_MAP[error.code] ?? BY_KIND[error.kind];
  return response(mapped, mapped.message?.(publicIdOf(error, path), path) ?? error.message);
}

/** Messages that say more than the error's id. */
function ownMessage(error: CoreError, path: string): string | null {
  if (isError(error, ProviderNotEnabled)) return notEnabled(error);
  if (isError(error, VariantNotFound))
    return `Variants ${variantsOf(error)} do not exist or belong to a product that is not published`;
  if (isError(error, VariantWithoutPrice))
    return `Variants with IDs ${variantsOf(error)} do not have a price`;
  if (isError(error, OrderNotOpen) && idAfter('carts', path) !== '')
    return `Cart ${idAfter('carts', path)} is already ${error.state}.`;
  return null;
}

function variantsOf({ ids }: { ids: readonly string[] }): string {
  return ids.map((id) => (isUuid(id) ? medusaId('variant', id) : id.slice(0, 64))).join(', ');
}

function notEnabled({ providerId, regionId }: ProviderNotEnabled): string {
  const region = regionId === null ? '' : ` ${medusaId('region', regionId)}`;
  return `Payment provider ${providerId.slice(0, 64)} is not enabled in the cart's region${region}.`;
}

function serializeHttp(error: HttpException): HttpResponse {
  const type = error.getStatus() === 404 ? 'not_found' : 'invalid_data';
  return response({ status: error.getStatus(), type }, error.message);
}

// Ids are echoed only up to their maximum length.
function publicIdOf(error: CoreError, path: string): string {
  const shown = 'publicId' in error && typeof error.publicId === 'string' ? error.publicId : null;
  return (shown ?? (idAfter('carts', path) || idAfter('orders', path))).slice(0, 64);
}

function response({ status, type, code }: MappedError, message: string): HttpResponse {
  // The message may quote an id, name or path that contains a card number.
  const body = { ...(code && { code }), type, message: maskCardNumbers(message) };
  return { status, body, ...(RETRYABLE.has(status) && { headers: RETRY }) };
}
