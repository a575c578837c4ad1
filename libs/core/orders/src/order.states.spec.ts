import { ORDER, type OrderState } from './order.states';

it.each([
  ['open', { complete: 'completed', cancel: 'canceled' }],
  ['completed', { cancel: 'canceled' }],
  ['canceled', {}],
] as const)('an order that is %s', (state, events) => {
  expect(ORDER.table[state]).toEqual(events);
});

it('no order is reopened, and canceled is final', () => {
  const states = Object.keys(ORDER.table) as OrderState[];
  const targets = states.flatMap((state) => Object.values(ORDER.table[state]));
  expect(targets).not.toContain('open');
  expect(ORDER.table.canceled).toEqual({});
});
