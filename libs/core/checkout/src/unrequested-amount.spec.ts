import fc from 'fast-check';
import { Money } from '@tandem/money';
import { unrequestedAmount } from './unrequested-amount';

const usd = (minor: number): Money => Money.of(BigInt(minor), 'USD');
const zero = usd(0);
const order = {
  ...{ state: 'completed' as const, total: usd(100), creditLines: [] },
  ...{ storeCreditTotal: zero, giftCardTotal: zero },
};

const collection = (id: string, { amount = 0, authorized = 0, captured = 0 }) => ({
  ...{ id, orderId: 'order', amount: usd(amount), authorized: usd(authorized), captured: usd(captured) },
  ...{ refunded: zero, canceled: zero, reserved: zero },
});

it.each([
  ['nothing is paid', [collection('order', { amount: 100 })], 100],
  ['a part is captured', [collection('order', { authorized: 60, captured: 60 })], 40],
  ['a part is authorized, which can still be released', [collection('order', { authorized: 60 })], 100],
  ['another asks for a part', [collection('order', {}), collection('second', { amount: 70 })], 30],
  [
    'another that asked for a part has it authorized',
    [collection('order', {}), collection('second', { amount: 70, authorized: 70 })],
    100,
  ],
  [
    'another that asked for a part has it captured',
    [collection('order', {}), collection('second', { amount: 70, authorized: 70, captured: 70 })],
    30,
  ],
])('what a further collection may ask for: %s', (_, all, expected) => {
  expect(unrequestedAmount(order, all).minor).toBe(BigInt(expected));
});

it('further collections within this limit never exceed the total of the order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1.5, noNaN: true }), { maxLength: 5 }), (parts) => {
      const all = [collection('order', { amount: 100 })];
      for (const [i, part] of parts.entries()) {
        const max = Number(unrequestedAmount(order, all).minor);
        const amount = Math.floor(max * part);
        if (amount <= max) all.push(collection(`further ${i}`, { amount }));
      }
      const requested = all.slice(1).reduce((sum, { amount }) => sum.plus(amount), zero);
      expect(requested.plus(unrequestedAmount(order, all)).minor).toBe(100n);
    }),
  );
});
