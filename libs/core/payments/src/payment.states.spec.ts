import { PAYMENT } from './payment.states';

it('a canceled payment is neither captured nor refunded', () => {
  expect(PAYMENT.table.canceled).toEqual({});
});

it('nothing is refunded before it is captured, and nothing canceled after', () => {
  expect(PAYMENT.statesThat('refund')).toEqual(['captured']);
  expect(PAYMENT.statesThat('cancel')).toEqual(['authorized']);
});
