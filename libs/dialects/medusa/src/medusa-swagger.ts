import { applyDecorators, type Type } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiProperty, ApiResponse, ApiSecurity } from '@nestjs/swagger';

/** Medusa's error. */
export class MedusaError {
  @ApiProperty({ example: 'invalid_data' })
  type!: string;

  @ApiProperty({ example: "Invalid request: Field 'provider_id' is required" })
  message!: string;
}

/** Medusa's response without valid authentication. */
export class MedusaUnauthorized {
  @ApiProperty({ example: 'Unauthorized' })
  message!: string;
}

const IDEMPOTENCY_KEY = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description:
    'At most 255 characters. A repeated request gets the first response, with Idempotent-Replayed: true',
});

const ERRORS = applyDecorators(
  ApiResponse({
    status: 400,
    type: MedusaError,
    description: 'Invalid request, or not allowed',
  }),
  ApiResponse({ status: 404, type: MedusaError, description: 'Not found' }),
);

/** Swagger for a Store API route that writes. */
export function MedusaStoreRoute(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(MedusaStoreRead(summary, shape), IDEMPOTENCY_KEY);
}

/** Swagger for a Store API route that reads. */
export function MedusaStoreRead(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, type: shape }),
    ApiSecurity({ 'medusa-key': [] }),
    ApiSecurity({ 'medusa-key': [], 'customer-jwt': [] }),
    ApiHeader({ name: 'x-medusa-locale', required: false, description: 'Language of the response' }),
    ApiHeader({
      name: 'x-spree-order-token',
      required: false,
      description:
        'Token of a guest’s order. Needed unless the order was created as a Medusa cart; without it, an imported order can only be paid',
    }),
    ERRORS,
  );
}

const UNAUTHORIZED = ApiResponse({
  status: 401,
  type: MedusaUnauthorized,
  description: 'Unauthorized',
});

/** Swagger for a customer route that writes, or one that creates the account. */
export function MedusaCustomerRoute(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(MedusaCustomerRead(summary, shape), IDEMPOTENCY_KEY);
}

/** Swagger for a customer route that reads. */
export function MedusaCustomerRead(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, type: shape }),
    UNAUTHORIZED,
    ApiSecurity({ 'medusa-key': [], 'customer-jwt': [] }),
    ERRORS,
  );
}

/** Swagger for a route without authentication; it takes no idempotency key, which would need an owner. */
export function MedusaOpenRoute(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, type: shape }),
    ApiResponse({ status: 401, type: MedusaError, description: 'Wrong credentials, or email taken' }),
    ApiSecurity({}),
    ApiSecurity({ 'medusa-key': [] }),
    ERRORS,
  );
}

/** Swagger for a route with any token or cookie. Repeating such a request is harmless. */
export function MedusaTokenRoute(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, type: shape }),
    UNAUTHORIZED,
    ApiSecurity({ 'customer-jwt': [] }),
    ApiSecurity({ 'admin-jwt': [] }),
  );
}

/** Swagger for an admin route that writes. */
export function MedusaAdminRoute(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(MedusaAdminRead(summary, shape), IDEMPOTENCY_KEY);
}

/** Swagger for an admin route that reads. */
export function MedusaAdminRead(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, type: shape }),
    UNAUTHORIZED,
    ApiResponse({
      status: 403,
      type: MedusaError,
      description: 'The secret key lacks the route’s scope (x-required-scope)',
    }),
    ApiSecurity({ 'admin-jwt': [] }),
    ApiSecurity({ 'secret-key-basic': [] }),
    ERRORS,
  );
}

/** Medusa's response to a deletion. */
export class MedusaDeleted {
  @ApiProperty({ example: 'refr_01M7XQXQQW6JS0JE9GPSQ967H0' })
  id!: string;

  @ApiProperty({ example: 'refund_reason' })
  object!: string;

  @ApiProperty({ example: true })
  deleted!: boolean;
}

/** Swagger for a webhook of gateways. */
export function MedusaHookRoute(summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, security: [] }),
    ApiBody({ schema: { type: 'object', example: { id: 'evt_1', type: 'payment_intent.succeeded' } } }),
    ApiResponse({ status: 200, description: 'OK', content: { 'text/plain': { example: 'OK' } } }),
    ApiResponse({ status: 413, type: MedusaError, description: 'More than 100 KiB' }),
    ApiResponse({ status: 429, type: MedusaError, description: 'Too many requests from one address' }),
  );
}
