import { listensTo } from './endpoint';

it.each([
  ['*', 'refund.created', true],
  ['payment.*', 'payment.captured', true],
  ['payment.*', 'payment_session.completed', false],
  ['payment.captured', 'payment.captured', true],
  ['payment.captured', 'payment.voided', false],
  ['payment*', 'payment.captured', true],
  ['payment*', 'payment_session.completed', true],
  ['*.captured', 'payment.captured', true],
  ['*.captured', 'payment.voided', false],
  ['pay*.cap*ed', 'payment.captured', true],
  ['*payment*', 'payment.captured', true],
  ['*.*', 'payment.captured', true],
  ['**', 'payment.captured', true],
  ['payment.captured*', 'payment.captured', true],
  ['payment.captured*d', 'payment.captured', false],
  ['payment', 'payment.captured', false],
  ['', 'payment.captured', false],
  ['payment.?aptured', 'payment.captured', false],
  ['paymentxcaptured', 'payment.captured', false],
  ['Payment.*', 'payment.captured', false],
] as const)('%s matches %s: %s', (glob, type, matches) => {
  expect(listensTo([glob], type)).toBe(matches);
});

it('one matching pattern is enough', () => {
  expect(listensTo(['order.*', 'refund.created'], 'refund.created')).toBe(true);
});

it('a pattern of many stars is as fast as any', () => {
  expect(listensTo(['*a'.repeat(120)], `${'a'.repeat(119)}b`)).toBe(false);
});
