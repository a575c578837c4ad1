import { PAYMENT, type PaymentState } from './payment.states';

it.each([
  ['authorized', { capture: 'captured', cancel: 'canceled' }],
  ['captured', { capture: 'captured', refund: 'captured', release: 'captured' }],
  ['canceled', {}],
] as const)('the events that are possible for a payment that is %s', (state, events) => {
  expect(PAYMENT.table[state]).toEqual(events);
});

it('a canceled payment is neither captured nor refunded', () => {
  expect(PAYMENT.table.canceled).toEqual({});
});

it('nothing is refunded before it is captured, and nothing canceled after', () => {
  expect(PAYMENT.statesThat('refund')).toEqual(['captured']);
  expect(PAYMENT.statesThat('cancel')).toEqual(['authorized']);
});

it('a captured or canceled payment never becomes authorized again', () => {
  const states = Object.keys(PAYMENT.table) as PaymentState[];
  expect(states.flatMap((state) => Object.values(PAYMENT.table[state]))).not.toContain('authorized');
});
