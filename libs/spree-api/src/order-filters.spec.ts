import { newId } from '@tandem/ids';
import { orderFilters } from './order-filters';
import { spreeId } from './spree-ids';

it('reads the predicates it knows, and no other', () => {
  const customerId = newId();
  const q = {
    state_eq: 'complete',
    number_eq: 'R1',
    email_eq: 'a@b.c',
    customer_id_eq: spreeId('customer', customerId),
    completed_at_gte: '2026-01-01',
    completed_at_lte: 'yesterday',
    total_gt: '5',
    'id; DROP': 'x',
  };
  expect(orderFilters({ q, search: 'x'.repeat(1000) })).toEqual({
    states: ['completed'],
    customerId,
    number: 'R1',
    email: 'a@b.c',
    search: 'x'.repeat(255),
    completedFrom: new Date('2026-01-01'),
    completedTo: undefined,
  });
});

it.each(['__proto__', 'constructor', 'nothing'])('finds nothing in the state %s', (state_eq) => {
  expect(orderFilters({ q: { state_eq } }).states).toEqual([]);
});

it('finds nobody’s orders for an id that is none', () => {
  expect(orderFilters({ q: { customer_id_eq: 'or_x' } }).customerId).toMatch(/^0{8}-/);
});

it('keeps to what is asked for otherwise', () => {
  const placed = { states: ['completed'] as const, completedFrom: new Date(0) };
  expect(orderFilters({ q: 'text' }, placed)).toMatchObject(placed);
  expect(orderFilters({ q: { state_eq: 'canceled' } }, placed).states).toEqual(['canceled']);
});
