import { listensTo } from './endpoint';

it.each([
  ['*', 'refund.created', true],
  ['payment.*', 'payment.captured', true],
  ['payment.*', 'payment_session.completed', false],
  ['payment.captured', 'payment.captured', true],
  ['payment.captured', 'payment.voided', false],
  ['payment*', 'payment.captured', false],
  ['*.captured', 'payment.captured', false],
] as const)('%s hears %s: %s', (glob, type, heard) => {
  expect(listensTo([glob], type)).toBe(heard);
});

it('one glob of many is enough', () => {
  expect(listensTo(['order.*', 'refund.created'], 'refund.created')).toBe(true);
});
