import { HttpException } from '@nestjs/common';
import { CoreError, type ErrorKind } from '@tandem/context';
import { InvalidRequest, type Dialect, type HttpAnswer } from '@tandem/http';
import { isUuid } from '@tandem/ids';
import { OrderNotOpen } from '@tandem/orders';
import { ProviderNotEnabled } from '@tandem/payment-methods';
import { VariantNotFound, VariantWithoutPrice } from '@tandem/variants';
import { medusaId } from './medusa-ids';
import { requestProblems } from './request-problems';

interface Spelled {
  readonly status: number;
  readonly type: string;
  readonly code?: string;
  /** Medusa's own words, where they differ; given the id as the caller spelled it, and the path. */
  readonly words?: (shownId: string, path: string) => string;
}

const REFUNDS_TOO_MUCH: Spelled = {
  status: 400,
  type: 'invalid_data',
  words: () => 'You are not allowed to refund more than the captured amount',
};

/** How an error is spelled where its kind alone does not say: by the core's code, as a real server answered. */
const SPELLED: Readonly<Record<string, Spelled>> = {
  publishable_key_required: { status: 400, type: 'not_allowed' },
  publishable_key_invalid: { status: 400, type: 'not_allowed' },
  order_not_found: {
    status: 404,
    type: 'not_found',
    words: (id, path) => `${isOrders(id, path) ? 'Order' : 'Cart'} id not found: ${id}`,
  },
  line_item_not_found: {
    status: 404,
    type: 'not_found',
    words: (_, path) => `Line item with id: ${idAfter('line-items', path)} was not found`,
  },
  sales_channel_not_found: {
    status: 404,
    type: 'not_found',
    words: (id) => `SalesChannel with id: ${id} was not found`,
  },
  payment_collection_not_found: {
    status: 404,
    type: 'not_found',
    words: (id) => `PaymentCollection with id: ${id} was not found`,
  },
  payment_not_found: {
    status: 404,
    type: 'not_found',
    words: (id) => `Payment with id: ${id} was not found`,
  },
  refund_reason_not_found: {
    status: 404,
    type: 'not_found',
    words: (id) => `RefundReason id not found: ${id}`,
  },
  refund_reason_code_taken: {
    status: 400,
    type: 'invalid_data',
    words: (id) => `Refund reason with code: ${id}, already exists.`,
  },
  api_key_not_found: {
    status: 404,
    type: 'not_found',
    words: (id) => `API Key with id: ${id} was not found`,
  },
  api_key_not_revoked: {
    status: 400,
    type: 'not_allowed',
    words: (id) => `Cannot delete api keys that are not revoked - ${id}`,
  },
  region_not_found: { status: 404, type: 'not_found', words: (id) => `Region with id: ${id} was not found` },
  order_not_open: { status: 400, type: 'not_allowed' },
  capture_exceeds_authorized: {
    status: 400,
    type: 'invalid_data',
    words: () =>
      'You cannot capture more than the authorized amount substracted by what is already captured.',
  },
  refund_exceeds_captured: REFUNDS_TOO_MUCH,
  payment_not_refundable: REFUNDS_TOO_MUCH,
  customer_not_found: {
    status: 404,
    type: 'not_found',
    words: (id) => `Customer with id: ${id} was not found`,
  },
  invite_not_found: { status: 404, type: 'not_found', words: (id) => `Invite with id: ${id} was not found` },
  // A secret key is no user: it has no id.
  user_not_found: {
    status: 404,
    type: 'not_found',
    words: (id) => (id === '' ? 'User ID not found' : `User with id: ${id} was not found`),
  },
  account_exists: { status: 422, type: 'duplicate_error', code: 'invalid_request_error' },
  idempotency_key_reused: { status: 422, type: 'not_allowed', code: 'idempotency_key_reused' },
  idempotency_key_in_use: { status: 409, type: 'conflict', code: 'idempotency_key_in_use' },
  request_too_large: { status: 413, type: 'invalid_data' },
};

/** The core knows one kind of order; Medusa says cart or order after what was asked for. */
function isOrders(id: string, path: string): boolean {
  return id.startsWith('order_') || /\/orders\b/.test(path);
}

/** Whom Medusa does not let in it tells so, and no more. */
const NOT_LET_IN = new Set(['admin_unauthorized', 'authentication_required']);

const BY_KIND = {
  invalid: { status: 400, type: 'invalid_data' },
  not_found: { status: 404, type: 'not_found' },
  conflict: { status: 400, type: 'not_allowed' },
  forbidden: { status: 400, type: 'not_allowed' },
  refused: { status: 422, type: 'payment_authorization_error' },
  unknown: { status: 503, type: 'unexpected_state' },
  unauthorized: { status: 401, type: 'unauthorized' },
  limited: { status: 429, type: 'too_many_requests' },
} satisfies Record<ErrorKind, Spelled>;

// The first with a key may be done in a moment, and an unknown outcome is looked up within seconds.
const RETRY = { 'Retry-After': '1' };
const RETRYABLE = new Set([409, 503]);

/** Medusa's v2 API: {type, message}, with a code on some. */
export const medusaDialect: Dialect = {
  name: 'medusa',
  presentError(error: unknown, path: string): HttpAnswer {
    if (error instanceof InvalidRequest)
      return answer({ status: 400, type: 'invalid_data' }, requestProblems(error));
    if (error instanceof CoreError) return presentCoreError(error, path);
    if (error instanceof HttpException && error.getStatus() < 500) return presentHttp(error);
    return answer(
      { status: 500, type: 'unknown_error', code: 'unknown_error' },
      'An unknown error occurred.',
    );
  },
};

function presentCoreError(error: CoreError, path: string): HttpAnswer {
  if (NOT_LET_IN.has(error.code)) return { status: 401, body: { message: 'Unauthorized' } };
  if (error.code === 'secret_key_as_bearer') return { status: 401, body: { message: error.message } };
  const words = ownWords(error, path);
  if (words !== null) return answer(BY_KIND.invalid, words);
  const spelled: Spelled = SPELLED[error.code] ?? BY_KIND[error.kind];
  return answer(spelled, spelled.words?.(shownIdOf(error, path), path) ?? error.message);
}

/** What is wrong with the input, where Medusa's words say more than the error's id. */
function ownWords(error: CoreError, path: string): string | null {
  if (error instanceof ProviderNotEnabled) return notEnabled(error);
  if (error instanceof VariantNotFound)
    return `Variants ${variantsOf(error)} do not exist or belong to a product that is not published`;
  if (error instanceof VariantWithoutPrice)
    return `Variants with IDs ${variantsOf(error)} do not have a price`;
  if (error instanceof OrderNotOpen && idAfter('carts', path) !== '')
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

function presentHttp(error: HttpException): HttpAnswer {
  const type = error.getStatus() === 404 ? 'not_found' : 'invalid_data';
  return answer({ status: error.getStatus(), type }, error.message);
}

// An id is echoed as far as one can be long; what is longer is no id.
function shownIdOf(error: CoreError, path: string): string {
  const shown = 'shownId' in error && typeof error.shownId === 'string' ? error.shownId : null;
  return (shown ?? (idAfter('carts', path) || idAfter('orders', path))).slice(0, 64);
}

/** The id that a path names after `part`. */
function idAfter(part: 'carts' | 'orders' | 'line-items', path: string): string {
  const [, id = ''] = path.split(`/${part}/`);
  return (id.split('/')[0] ?? '').slice(0, 64);
}

function answer({ status, type, code }: Spelled, message: string): HttpAnswer {
  const body = { ...(code && { code }), type, message };
  return { status, body, ...(RETRYABLE.has(status) && { headers: RETRY }) };
}
