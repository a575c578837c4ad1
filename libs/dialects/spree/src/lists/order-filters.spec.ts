import { newId } from '@tandem/ids';
import { orderFilters } from './order-filters';
import { spreeId } from '../ids/spree-ids';

it('reads the supported predicates', () => {
  const customerId = newId();
  const q = {
    state_eq: 'complete',
    number_eq: 'R1',
    email_eq: 'a@b.c',
    customer_id_eq: spreeId('customer', customerId),
    completed_at_gte: '2026-01-01',
    completed_at_lte: '2026-01-31',
  };
  expect(orderFilters({ q, search: 'x' })).toEqual({
    states: ['completed'],
    customerId,
    number: 'R1',
    email: 'a@b.c',
    search: 'x',
    completedFrom: new Date('2026-01-01'),
    completedTo: new Date('2026-01-31T23:59:59.999Z'),
  });
});

it.each(['__proto__', 'constructor', 'nothing'])('finds no orders in the state %s', (state_eq) => {
  expect(orderFilters({ q: { state_eq } }).states).toEqual([]);
});

it('finds no orders for a malformed customer id', () => {
  expect(orderFilters({ q: { customer_id_eq: 'or_x' } }).customerId).toMatch(/^0{8}-/);
});

it.each(['yesterday', '20260101', '-005000-01-01T00:00:00Z', '2026-02-30'])(
  '%s is refused, not ignored',
  (at) => {
    for (const name of ['completed_at_gte', 'completed_at_lte']) {
      expect(() => orderFilters({ q: { [name]: at } })).toThrow('is not a date');
    }
  },
);

it('a search given twice is refused, not half ignored', () => {
  expect(() => orderFilters({ q: { search: 'a' }, search: 'b' })).toThrow('Search is given twice');
});

it('uses the defaults for filters that are not given', () => {
  const placed = { states: ['completed'] as const, completedFrom: new Date(0) };
  expect(orderFilters({ q: 'text' }, placed)).toMatchObject(placed);
  expect(orderFilters({ q: { state_eq: 'canceled' } }, placed).states).toEqual(['canceled']);
});
