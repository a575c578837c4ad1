import { HttpException } from '@nestjs/common';
import { MissingScope, ScopesBeyondOwn } from '@tandem/auth';
import { CannotPlace } from '@tandem/checkout';
import { CoreError, isError, type ErrorKind } from '@tandem/context';
import { InvalidRequest, maskCardNumbers, type Dialect, type HttpResponse } from '@tandem/http';
import { OrderNotFound, OrderNotOpen } from '@tandem/orders';
import { SettingsInvalid } from '@tandem/payment-methods';
import { PaymentDeclined } from '@tandem/payments';
import { OrderNotPayable } from '@tandem/payment-sessions';
import { humanize } from './spree-errors';

type Details = Readonly<Record<string, string | readonly string[]>>;

/** Errors whose mapping does not follow from their kind, by the core's error code. */
const ERROR_MAP: Readonly<Record<string, { status: number; code: string; message?: string }>> = {
  order_not_found: { status: 404, code: 'order_not_found' },
  order_not_open: {
    status: 403,
    code: 'access_denied',
    message: 'You are not authorized to access this page.',
  },
  line_item_not_found: { status: 404, code: 'line_item_not_found' },
  variant_not_found: { status: 404, code: 'variant_not_found' },
  order_not_payable: { status: 422, code: 'order_invalid_state' },
  order_cannot_transition: { status: 422, code: 'order_cannot_transition' },
  // Spree's code for anything that prevents completing an order.
  order_cannot_complete: { status: 422, code: 'order_already_completed' },
  paid_for_more: { status: 422, code: 'order_invalid_state' },
  payment_under_way: { status: 422, code: 'order_invalid_state' },
  cart_has_payments: { status: 422, code: 'order_invalid_state' },
  no_store_credit: { status: 422, code: 'processing_error' },
  gift_card_not_found: { status: 404, code: 'gift_card_not_found' },
  gift_card_expired: { status: 422, code: 'gift_card_expired' },
  gift_card_already_redeemed: { status: 422, code: 'gift_card_already_redeemed' },
  gift_card_mismatched_currency: { status: 422, code: 'gift_card_mismatched_currency' },
  gift_card_already_applied: { status: 422, code: 'gift_card_already_applied' },
  payment_session_required: { status: 422, code: 'payment_session_required' },
  capture_exceeds_due: { status: 422, code: 'payment_failed' },
  refund_exceeds_captured: { status: 422, code: 'refund_amount_exceeds_balance' },
  nothing_left_to_refund: { status: 422, code: 'refund_amount_exceeds_balance' },
  payment_is_canceled: { status: 422, code: 'payment_failed' },
  payment_not_refundable: { status: 422, code: 'payment_not_refundable' },
  nothing_to_cancel: { status: 422, code: 'payment_failed' },
  payment_state_forbids: { status: 422, code: 'payment_failed' },
  order_is_canceled: { status: 422, code: 'payment_failed' },
  idempotency_key_too_long: { status: 400, code: 'invalid_request' },
  idempotency_key_reused: { status: 422, code: 'idempotency_key_reused' },
  idempotency_key_in_use: { status: 409, code: 'idempotency_key_in_use' },
  event_not_genuine: { status: 401, code: 'invalid_signature' },
  payment_event_not_replayable: { status: 422, code: 'payment_event_not_replayable' },
  invalid_provider: { status: 400, code: 'invalid_provider' },
  authentication_failed: { status: 401, code: 'authentication_failed' },
  invalid_refresh_token: { status: 401, code: 'invalid_refresh_token' },
  current_password_invalid: { status: 422, code: 'current_password_invalid' },
  payment_declined: { status: 422, code: 'payment_failed' },
  session_refused: { status: 422, code: 'gateway_error' },
  malformed_json: { status: 400, code: 'invalid_request' },
  body_too_deep: { status: 400, code: 'invalid_request' },
  nul_character: { status: 400, code: 'invalid_request' },
  half_character: { status: 400, code: 'invalid_request' },
  request_too_large: { status: 413, code: 'request_too_large', message: 'Request body too large' },
  invalid_token: { status: 401, code: 'invalid_token' },
  authentication_required: { status: 401, code: 'authentication_required' },
};

const BY_KIND = {
  invalid: { status: 422, code: 'validation_error' },
  unsupported: { status: 415, code: 'unsupported_media_type' },
  not_found: { status: 404, code: 'record_not_found' },
  conflict: { status: 422, code: 'validation_error' },
  forbidden: { status: 403, code: 'access_denied' },
  refused: { status: 422, code: 'gateway_error' },
  unknown: { status: 503, code: 'payment_processing_error' },
  unauthorized: { status: 401, code: 'invalid_token' },
  limited: { status: 429, code: 'rate_limit_exceeded' },
} satisfies Record<ErrorKind, { status: number; code: string }>;

/** Core field names that Spree calls something else. */
const FIELDS: Readonly<Record<string, string>> = {
  currency_code: 'currency',
  data: 'external_data',
  paymentMethodId: 'payment_method_id',
  providerId: 'type',
};

const CARTS = '/api/v3/store/carts';
const ADMIN = '/api/v3/admin/';

const CART_CODES: Readonly<Record<string, string>> = {
  order_not_found: 'cart_not_found',
  order_cannot_transition: 'cart_cannot_transition',
  order_already_completed: 'cart_cannot_complete',
  order_invalid_state: 'cart_invalid_state',
};

interface ErrorResponse extends HttpResponse {
  readonly body: { readonly error: { code: string; message: string; details?: Details } };
}

// A concurrent request with the same key may finish in a moment, and an unknown outcome is looked up within seconds.
const RETRY = { 'Retry-After': '1' };
const RETRYABLE = new Set([409, 503]);

/** Spree's v3 API: {error: {code, message, details?}} (its "Error format and codes"). */
export const spreeDialect: Dialect = {
  name: 'spree',
  pathPrefix: '/api/v3/',
  variesBy: ['x-spree-currency', 'x-spree-locale'],
  serializeError(error: unknown, path: string): HttpResponse {
    if (path.toLowerCase().startsWith(ADMIN)) return forAdmin(mapError(error), error);
    if (!path.toLowerCase().startsWith(CARTS)) return mapError(error);
    // A cart that is no longer open does not exist as a cart.
    const isNoCart = isError(error, OrderNotOpen) || isError(error, OrderNotPayable);
    return forCarts(mapError(isNoCart ? new OrderNotFound() : error));
  },
};

function mapError(error: unknown): ErrorResponse {
  if (error instanceof InvalidRequest) return response(422, 'validation_error', ...requestDetails(error));
  if (error instanceof CoreError) return serializeCoreError(error);
  if (error instanceof HttpException && error.getStatus() < 500) return serializeHttp(error.getStatus());
  return response(500, 'internal_error', 'Something went wrong');
}

/** Admin errors say by code why an order cannot be completed; store errors use the one code of the legacy API. */
function forAdmin(responded: ErrorResponse, error: unknown): HttpResponse {
  if (!isError(error, CannotPlace)) return responded;
  return { ...responded, body: { error: { ...responded.body.error, code: error.code } } };
}

/** The current API calls an open order a cart, in paths and in errors. */
function forCarts(responded: ErrorResponse): HttpResponse {
  const { code, message, ...more } = responded.body.error;
  const error = { code: CART_CODES[code] ?? code, message: message.replace(/^Order\b/, 'Cart'), ...more };
  return { ...responded, body: { error } };
}

function serializeCoreError(error: CoreError): ErrorResponse {
  const mapped: { status: number; code: string; message?: string } =
    ERROR_MAP[error.code] ?? BY_KIND[error.kind];
  const isInvalid = mapped.code === 'validation_error';
  const details = (isInvalid ? fieldProblems(error) : undefined) ?? errorDetails(error);
  return response(mapped.status, mapped.code, mapped.message ?? error.message, details);
}

function fieldProblems(error: CoreError): Details | undefined {
  if (isError(error, SettingsInvalid))
    return Object.fromEntries(
      Object.entries(error.problems).map(([key, words]) => [`preferences.${key}`, [words]]),
    );
  return error.field === null ? undefined : fieldDetails(error.field, error.message);
}

/** Machine-readable details besides the code: Spree has only one code for everything a gateway refuses. */
function errorDetails(error: CoreError): Details | undefined {
  if (isError(error, MissingScope)) return { required_scope: error.requiredScope };
  if (isError(error, ScopesBeyondOwn)) return { excess_scopes: error.excessScopes };
  if (isError(error, PaymentDeclined)) return { decline_code: error.declineCode };
  return undefined;
}

function fieldDetails(coreField: string, message: string): Details {
  const field = FIELDS[coreField] ?? coreField;
  const problem = message.startsWith(`${humanize(field)} `)
    ? message.slice(humanize(field).length + 1)
    : message;
  return { [field]: [problem] };
}

function serializeHttp(status: number): ErrorResponse {
  if (status === 404) return response(404, 'record_not_found', 'Not found');
  if (status === 413) return response(413, 'request_too_large', 'Request body too large');
  return response(status, 'invalid_request', 'The request could not be understood');
}

function requestDetails(error: InvalidRequest): [string, Details] {
  // A Map, because a field may have the name of an Object property: constructor.
  const details = new Map<string, string[]>();
  for (const { path, constraints } of error.problems) {
    const words = Object.values(constraints).map((text) => text.replace(/^[\w.]+ /, ''));
    details.set(path, [...(details.get(path) ?? []), ...words]);
  }
  const sentences = [...details].flatMap(([field, words]) =>
    words.map((word) => `${humanize(field)} ${word}`),
  );
  return [sentences.join(', '), Object.fromEntries(details)];
}

function response(status: number, code: string, message: string, details?: Details): ErrorResponse {
  // Messages quote names and codes from the request, which may be card numbers.
  const error = { code, message: maskCardNumbers(message), ...(details && { details }) };
  return { status, body: { error }, ...(RETRYABLE.has(status) && { headers: RETRY }) };
}
