import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { OrderFilters, OrderState } from '@tandem/orders';
import { uuidOf } from './spree-ids';
import { predicate, textIn } from './spree-predicates';

const STATES: Readonly<Record<string, OrderState>> = {
  cart: 'open',
  payment: 'open',
  complete: 'completed',
  canceled: 'canceled',
};

// A customer that is none of anybody: its filter finds nothing.
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Swagger of the filters below. */
export const SpreeFilteredOrders = (): MethodDecorator =>
  applyDecorators(
    ApiQuery({ name: 'q[state_eq]', required: false, example: 'complete' }),
    ApiQuery({ name: 'q[number_eq]', required: false, example: 'R123456789' }),
    ApiQuery({ name: 'q[email_eq]', required: false, example: 'guest@example.com' }),
    ApiQuery({ name: 'q[completed_at_gte]', required: false, example: '2026-01-01' }),
    ApiQuery({ name: 'q[completed_at_lte]', required: false, example: '2026-12-31' }),
    ApiQuery({ name: 'search', required: false, description: 'A part of number or email' }),
  );

/** Spree's `q[…]` for orders: an allow-list; a predicate that is not on it changes nothing (Ransack's rule). */
export function orderFilters(
  query: Readonly<Record<string, unknown>>,
  otherwise: OrderFilters = {},
): OrderFilters {
  const text = (name: string): string | undefined => predicate(query, name);
  return {
    states: statesIn(text('state_eq')) ?? otherwise.states,
    customerId: customerIn(text('customer_id_eq')),
    number: text('number_eq'),
    email: text('email_eq'),
    search: text('search') ?? textIn(query['search']),
    completedFrom: dateIn(text('completed_at_gte')) ?? otherwise.completedFrom,
    completedTo: dateIn(text('completed_at_lte')),
  };
}

function statesIn(text: string | undefined): readonly OrderState[] | undefined {
  if (text === undefined) return undefined;
  const state = Object.hasOwn(STATES, text) ? STATES[text] : undefined;
  return state === undefined ? [] : [state];
}

function customerIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (uuidOf('customer', text) ?? NOBODY);
}

function dateIn(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
