import { applyDecorators, type Type } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProperty, ApiResponse, ApiSecurity } from '@nestjs/swagger';

/** Spree's error. */
export class SpreeError {
  @ApiProperty({
    example: { code: 'record_not_found', message: 'Payment method not found' },
    description: 'A stable code, a sentence, and for validation_error the messages of each field in details',
  })
  error!: { code: string; message: string; details?: Record<string, string[]> };
}

const IDEMPOTENCY_KEY = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description:
    'At most 255 characters. A repeat of the request gets the first answer, with Idempotent-Replayed: true',
});

const ERRORS = applyDecorators(
  ApiResponse({ status: 401, type: SpreeError, description: 'No valid API key' }),
  ApiResponse({ status: 404, type: SpreeError, description: 'Not there, or not yours' }),
  ApiResponse({ status: 422, type: SpreeError, description: 'What was asked cannot be done' }),
);

/** Swagger of a Store API route that changes something. */
export function SpreeStoreRoute(summary: string, status: number, shape: Type): MethodDecorator {
  return applyDecorators(storeRoute(summary, status, shape), IDEMPOTENCY_KEY);
}

/** Swagger of a Store API route that reads. */
export function SpreeStoreRead(summary: string, shape: Type): MethodDecorator {
  return storeRoute(summary, 200, shape);
}

/** Swagger of an admin route in Spree's dialect that changes something. */
export function SpreeAdminRoute(summary: string, status: number, shape: Type): MethodDecorator {
  return applyDecorators(adminRoute(summary, status, shape), IDEMPOTENCY_KEY);
}

/** Swagger of an admin route in Spree's dialect that reads. */
export function SpreeAdminRead(summary: string, shape: Type): MethodDecorator {
  return adminRoute(summary, 200, shape);
}

function storeRoute(summary: string, status: number, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status, type: shape }),
    ApiSecurity({ 'spree-key': [] }),
    ApiSecurity({ 'spree-key': [], 'customer-jwt': [] }),
    ApiSecurity({ 'spree-key': [], 'order-token': [] }),
    ERRORS,
  );
}

function adminRoute(summary: string, status: number, shape: Type): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status, type: shape }),
    ApiSecurity({ 'secret-key': [] }),
    ApiSecurity({ 'admin-jwt': [] }),
    ERRORS,
  );
}
