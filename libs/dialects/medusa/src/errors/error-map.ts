import type { ErrorKind } from '@tandem/context';

/** The response of a Medusa server to an error. */
export interface MappedError {
  readonly status: number;
  readonly type: string;
  readonly code?: string;
  /** Medusa's message, if it differs; takes the id as the client sent it, and the path. */
  readonly message?: (publicId: string, path: string) => string;
}

const REFUND_EXCEEDS_CAPTURED: MappedError = {
  status: 400,
  type: 'invalid_data',
  message: () => 'You are not allowed to refund more than the captured amount',
};

const notFound = (what: string): MappedError => ({
  status: 404,
  type: 'not_found',
  message: (id) => `${what} with id: ${id} was not found`,
});

/** Errors that their kind alone does not determine, by the core's code, as recorded from a real server. */
export const ERROR_MAP: Readonly<Record<string, MappedError>> = {
  publishable_key_required: { status: 400, type: 'not_allowed' },
  publishable_key_invalid: { status: 400, type: 'not_allowed' },
  order_not_found: {
    status: 404,
    type: 'not_found',
    message: (id, path) => `${isOrders(id, path) ? 'Order' : 'Cart'} id not found: ${id}`,
  },
  line_item_not_found: {
    status: 404,
    type: 'not_found',
    message: (_, path) => `Line item with id: ${idAfter('line-items', path)} was not found`,
  },
  missing_scope: { status: 403, type: 'forbidden' },
  scopes_beyond_own: { status: 403, type: 'forbidden' },
  sales_channel_not_found: notFound('SalesChannel'),
  payment_collection_not_found: notFound('PaymentCollection'),
  payment_not_found: notFound('Payment'),
  refund_reason_not_found: {
    status: 404,
    type: 'not_found',
    message: (id) => `RefundReason id not found: ${id}`,
  },
  refund_reason_code_taken: {
    status: 400,
    type: 'invalid_data',
    message: (id) => `Refund reason with code: ${id}, already exists.`,
  },
  api_key_not_found: notFound('API Key'),
  api_key_not_revoked: {
    status: 400,
    type: 'not_allowed',
    message: (id) => `Cannot delete api keys that are not revoked - ${id}`,
  },
  region_not_found: notFound('Region'),
  order_not_open: { status: 400, type: 'not_allowed' },
  capture_exceeds_authorized: {
    status: 400,
    type: 'invalid_data',
    message: () =>
      'You cannot capture more than the authorized amount substracted by what is already captured.',
  },
  nothing_left_to_refund: {
    status: 400,
    type: 'invalid_data',
    message: () => 'You cannot refund more than what is captured on the payment.',
  },
  payment_is_canceled: {
    status: 400,
    type: 'invalid_data',
    message: (id) => `The payment: ${id} has been canceled.`,
  },
  refund_exceeds_captured: REFUND_EXCEEDS_CAPTURED,
  payment_not_refundable: REFUND_EXCEEDS_CAPTURED,
  customer_not_found: notFound('Customer'),
  invite_not_found: notFound('Invite'),
  // A secret key is not a user and has no id.
  user_not_found: {
    status: 404,
    type: 'not_found',
    message: (id) => (id === '' ? 'User ID not found' : `User with id: ${id} was not found`),
  },
  user_deletes_itself: { status: 400, type: 'not_allowed' },
  account_exists: { status: 422, type: 'duplicate_error', code: 'invalid_request_error' },
  idempotency_key_reused: { status: 422, type: 'not_allowed', code: 'idempotency_key_reused' },
  idempotency_key_in_use: { status: 409, type: 'conflict', code: 'idempotency_key_in_use' },
  request_too_large: { status: 413, type: 'invalid_data' },
};

/** The core has one type for carts and orders; Medusa names what was requested. */
function isOrders(id: string, path: string): boolean {
  return id.startsWith('order_') || /\/orders\b/.test(path);
}

/** All other errors, by kind. */
export const BY_KIND = {
  invalid: { status: 400, type: 'invalid_data' },
  unsupported: { status: 400, type: 'invalid_data' },
  not_found: { status: 404, type: 'not_found' },
  conflict: { status: 400, type: 'not_allowed' },
  forbidden: { status: 400, type: 'not_allowed' },
  refused: { status: 422, type: 'payment_authorization_error' },
  unknown: { status: 503, type: 'unexpected_state' },
  unauthorized: { status: 401, type: 'unauthorized' },
  limited: { status: 429, type: 'too_many_requests' },
} satisfies Record<ErrorKind, MappedError>;

/** The id that follows `part` in a path. */
export function idAfter(part: 'carts' | 'orders' | 'line-items', path: string): string {
  const [, id = ''] = path.split(`/${part}/`);
  return (id.split('/')[0] ?? '').slice(0, 64);
}
