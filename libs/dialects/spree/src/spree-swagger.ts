import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiHeader,
  ApiOperation,
  ApiProperty,
  ApiQuery,
  ApiResponse,
  ApiSecurity,
} from '@nestjs/swagger';
import { SpreePageMeta } from './lists/spree-paging';

/** Spree's error format. */
export class SpreeError {
  @ApiProperty({
    example: { code: 'record_not_found', message: 'Payment method not found' },
    description: 'A stable code, a message and, for validation_error, the messages of each field in details',
  })
  error!: { code: string; message: string; details?: Record<string, string[]> };
}

const FIELDS = ApiQuery({
  name: 'fields',
  required: false,
  description: 'Return only these fields, comma-separated; `id` is always included',
});

const KEY_OF_STORE = ApiSecurity({ 'spree-key': [] });
const CUSTOMER = ApiSecurity({ 'spree-key': [], 'customer-jwt': [] });
const GUEST = ApiSecurity({ 'spree-key': [], 'order-token': [] });

function refusal(status: number, description: string, code: string, message: string): MethodDecorator {
  return ApiResponse({ status, type: SpreeError, description, example: { error: { code, message } } });
}

const NOT_FOUND = refusal(404, 'Not found', 'record_not_found', 'Payment method not found');
const REFUSED = refusal(
  422,
  'Invalid request, or not possible in this state',
  'validation_error',
  'Amount must be greater than 0',
);
const LIMITED = refusal(
  429,
  'Too many requests; retry after Retry-After seconds',
  'rate_limit_exceeded',
  'Too many requests. Please retry later.',
);
const NO_KEY = refusal(401, 'Unauthorized: no valid API key', 'invalid_token', 'Valid API key required');
const NO_CUSTOMER = refusal(
  401,
  'Unauthorized: no customer is logged in',
  'authentication_required',
  'Authentication required',
);
const BODY_NOT_JSON = refusal(
  415,
  'The body is not JSON in UTF-8',
  'unsupported_media_type',
  'The request body must be JSON in UTF-8, with Content-Type: application/json',
);

/** Shared by all routes that write. */
const CHANGES: MethodDecorator = applyDecorators(
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'At most 255 characters. A repeated request returns the first response, with Idempotent-Replayed: true',
  }),
  BODY_NOT_JSON,
);

/** Swagger of a Store API route that writes, for the order's customer or the bearer of its token. */
export function SpreeStoreRoute(summary: string, status: number, shape: Type | null): MethodDecorator {
  return applyDecorators(
    operation(summary, status, shape),
    KEY_OF_STORE,
    CUSTOMER,
    GUEST,
    NO_KEY,
    LIMITED,
    CHANGES,
  );
}

/** Swagger of a Store API route that needs only the store's publishable key. */
export function SpreePublicRoute(summary: string, status: number, shape: Type | null): MethodDecorator {
  return applyDecorators(operation(summary, status, shape), KEY_OF_STORE, NO_KEY, LIMITED);
}

/** Swagger of a Store API route that reads. */
export function SpreeStoreRead(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(
    operation(summary, 200, shape),
    KEY_OF_STORE,
    CUSTOMER,
    GUEST,
    NO_KEY,
    LIMITED,
    FIELDS,
  );
}

/** Swagger of a route that writes, for a logged-in customer. `shape` is null for 204. */
export function SpreeCustomerRoute(summary: string, status: number, shape: Type | null): MethodDecorator {
  return applyDecorators(operation(summary, status, shape), CUSTOMER, NO_CUSTOMER, LIMITED, CHANGES);
}

/** Swagger of a route that reads, for a logged-in customer. */
export function SpreeCustomerRead(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(operation(summary, 200, shape), CUSTOMER, NO_CUSTOMER, LIMITED, FIELDS);
}

/** Swagger of an admin route that writes. `shape` is null for 204. */
export function SpreeAdminRoute(summary: string, status: number, shape: Type | null): MethodDecorator {
  return applyDecorators(operation(summary, status, shape), ADMIN, CHANGES);
}

/** Swagger of an admin route that reads. */
export function SpreeAdminRead(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(operation(summary, 200, shape), ADMIN, FIELDS);
}

/** Headers for the shopper's currency and language. */
export const SpreeLocalized = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({ name: 'x-spree-currency', required: false, description: 'ISO 4217', example: 'USD' }),
    ApiHeader({ name: 'x-spree-locale', required: false, description: 'BCP 47', example: 'en' }),
  );

/** The schema of a paged list. */
export function PageOf<T>(Item: Type<T>): Type<{ data: T[]; meta: SpreePageMeta }> {
  class SpreePage {
    @ApiProperty({ type: [Item] })
    data!: T[];

    @ApiProperty({ type: SpreePageMeta })
    meta!: SpreePageMeta;
  }
  Object.defineProperty(SpreePage, 'name', { value: `${Item.name}Page` });
  return SpreePage;
}

const ADMIN: MethodDecorator = applyDecorators(
  ApiSecurity({ 'secret-key': [] }),
  ApiSecurity({ 'admin-jwt': [] }),
  refusal(
    401,
    'Unauthorized: neither a secret key nor an admin token',
    'invalid_token',
    'Valid secret API key required',
  ),
  refusal(
    403,
    'The caller lacks the required scope (x-required-scope)',
    'access_denied',
    'API key lacks scope: write_orders',
  ),
);

function operation(summary: string, status: number, shape: Type | null): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse(shape === null ? { status } : { status, type: shape }),
    NOT_FOUND,
    REFUSED,
  );
}

/** Swagger of a route that receives gateway webhooks. */
export function SpreeHookRoute(summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, security: [] }),
    ApiBody({ schema: { type: 'object', example: { id: 'evt_1', type: 'payment_intent.succeeded' } } }),
    ApiResponse({ status: 200, description: 'OK', content: { 'text/plain': { example: 'OK' } } }),
    refusal(401, 'The signature is invalid', 'invalid_signature', 'The event was refused: wrong signature'),
    NOT_FOUND,
    refusal(413, 'The body exceeds 100 KiB', 'request_too_large', 'Request body too large'),
    LIMITED,
  );
}
