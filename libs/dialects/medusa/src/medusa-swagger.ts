import { applyDecorators, type Type } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiProperty, ApiResponse, ApiSecurity } from '@nestjs/swagger';

/** Medusa's error. */
export class MedusaError {
  @ApiProperty({ example: 'invalid_data' })
  type!: string;

  @ApiProperty({ example: "Invalid request: Field 'provider_id' is required" })
  message!: string;
}

/** Medusa's answer to whoever is not known. */
export class MedusaUnauthorized {
  @ApiProperty({ example: 'Unauthorized' })
  message!: string;
}

const IDEMPOTENCY_KEY = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description:
    'At most 255 characters. A repeat of the request gets the first answer, with Idempotent-Replayed: true',
});

const ERRORS = applyDecorators(
  ApiResponse({
    status: 400,
    type: MedusaError,
    description: 'What was asked cannot be right, or is not allowed',
  }),
  ApiResponse({ status: 404, type: MedusaError, description: 'Not there, or not yours' }),
);

/** Swagger of a Store API route that changes something. */
export function MedusaStoreRoute(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(MedusaStoreRead(summary, shape), IDEMPOTENCY_KEY);
}

/** Swagger of a Store API route that reads. */
export function MedusaStoreRead(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, type: shape }),
    ApiSecurity({ 'medusa-key': [] }),
    ApiSecurity({ 'medusa-key': [], 'customer-jwt': [] }),
    ApiHeader({ name: 'x-medusa-locale', required: false, description: 'Language of what is shown' }),
    ApiHeader({
      name: 'x-spree-order-token',
      required: false,
      description:
        'Token of a guest’s order that was not made as a Medusa cart. Without it, one handed over can only be paid',
    }),
    ERRORS,
  );
}

const UNAUTHORIZED = ApiResponse({
  status: 401,
  type: MedusaUnauthorized,
  description: 'Nobody who may, by token, key or cookie',
});

/** Swagger of a customer's own route that changes something, or of one that opens their account. */
export function MedusaCustomerRoute(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(MedusaCustomerRead(summary, shape), IDEMPOTENCY_KEY);
}

/** Swagger of a customer's own route that reads. */
export function MedusaCustomerRead(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, type: shape }),
    UNAUTHORIZED,
    ApiSecurity({ 'medusa-key': [], 'customer-jwt': [] }),
    ERRORS,
  );
}

/** Swagger of a route for whoever is nobody yet; a key of idempotency needs somebody who owns it. */
export function MedusaOpenRoute(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, type: shape }),
    ApiResponse({ status: 401, type: MedusaError, description: 'Wrong, or taken' }),
    ApiSecurity({}),
    ApiSecurity({ 'medusa-key': [] }),
    ERRORS,
  );
}

/** Swagger of a route for whoever has a token or a cookie, of either kind. A repeat of it does no harm. */
export function MedusaTokenRoute(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, type: shape }),
    UNAUTHORIZED,
    ApiSecurity({ 'customer-jwt': [] }),
    ApiSecurity({ 'admin-jwt': [] }),
  );
}

/** Swagger of an admin route in Medusa's dialect that changes something. */
export function MedusaAdminRoute(summary: string, shape: Type): MethodDecorator {
  return applyDecorators(MedusaAdminRead(summary, shape), IDEMPOTENCY_KEY);
}

/** Swagger of an admin route in Medusa's dialect that reads. */
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

/** Medusa's answer to every deletion. */
export class MedusaDeleted {
  @ApiProperty({ example: 'refr_01M7XQXQQW6JS0JE9GPSQ967H0' })
  id!: string;

  @ApiProperty({ example: 'refund_reason' })
  object!: string;

  @ApiProperty({ example: true })
  deleted!: boolean;
}

/** Swagger of a route that gateways call. */
export function MedusaHookRoute(summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, security: [] }),
    ApiBody({ schema: { type: 'object', example: { id: 'evt_1', type: 'payment_intent.succeeded' } } }),
    ApiResponse({ status: 200, description: 'OK', content: { 'text/plain': { example: 'OK' } } }),
    ApiResponse({ status: 413, type: MedusaError, description: 'More than 100 KiB' }),
    ApiResponse({ status: 429, type: MedusaError, description: 'Too many from one address' }),
  );
}
