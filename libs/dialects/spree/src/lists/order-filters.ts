import { readTime, readTimeEnd } from '@tandem/http';
import type { OrderFilters, OrderState } from '@tandem/orders';
import { FieldInvalid } from '../errors/spree-errors';
import { uuidOf } from '../ids/spree-ids';
import { predicate, searchIn } from './spree-predicates';

const STATES: Readonly<Record<string, OrderState>> = {
  cart: 'open',
  payment: 'open',
  complete: 'completed',
  canceled: 'canceled',
};

// The nil UUID, which no customer has: filtering by it finds nothing.
const NO_CUSTOMER = '00000000-0000-0000-0000-000000000000';

/** The filters of order lists, for Swagger. */
export const ORDER_FILTERS = {
  'q[state_eq]': { example: 'complete' },
  'q[number_eq]': { example: 'R123456789' },
  'q[email_eq]': { example: 'guest@example.com' },
  'q[customer_id_eq]': { example: 'cus_1C5nQHTxNqcUU3WZ1J6bWb' },
  'q[completed_at_gte]': { example: '2026-01-01' },
  'q[completed_at_lte]': { example: '2026-12-31', description: 'A date includes the whole day' },
  'q[search]': { description: 'Part of the number or email' },
  search: { description: 'Same as q[search]' },
};

/** Spree's `q[…]` predicates for orders. @throws FieldInvalid for an invalid date */
export function orderFilters(
  query: Readonly<Record<string, unknown>>,
  defaults: OrderFilters = {},
): OrderFilters {
  const text = (name: string): string | undefined => predicate(query, name);
  return {
    states: statesIn(text('state_eq')) ?? defaults.states,
    customerId: customerIn(text('customer_id_eq')),
    number: text('number_eq'),
    email: text('email_eq'),
    search: searchIn(query),
    completedFrom: timeIn(text, 'completed_at_gte', readTime) ?? defaults.completedFrom,
    completedTo: timeIn(text, 'completed_at_lte', readTimeEnd),
  };
}

function statesIn(text: string | undefined): readonly OrderState[] | undefined {
  if (text === undefined) return undefined;
  const state = Object.hasOwn(STATES, text) ? STATES[text] : undefined;
  return state === undefined ? [] : [state];
}

function customerIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (uuidOf('customer', text) ?? NO_CUSTOMER);
}

/** @throws FieldInvalid */
function timeIn(
  text: (name: string) => string | undefined,
  name: string,
  read: (text: string) => Date | null,
): Date | undefined {
  const value = text(name);
  if (value === undefined) return undefined;
  const time = read(value);
  if (time === null) throw new FieldInvalid(name, 'is not a date');
  return time;
}
