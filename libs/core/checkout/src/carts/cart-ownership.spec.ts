import type { CoreError } from '@tandem/context';
import type { Order } from '@tandem/orders';
import { cartToTake, refuseUnlessGiven } from './cart-ownership';

const spree = { reach: { guestCarts: false } };
const medusa = { reach: { guestCarts: true } };

function codeOf(work: () => unknown): unknown {
  try {
    return work() ?? 'given';
  } catch (error) {
    return (error as CoreError).code;
  }
}

it.each([
  ['the token’s, where none is named', spree, 'A', undefined, 'A'],
  ['the token’s, where the same is named', spree, 'A', { id: 'A' }, 'A'],
  ['none, where another is named', spree, 'A', { id: 'B' }, 'order_not_found'],
  ['none, where one is named by its number', spree, 'A', { number: 'A' }, 'order_not_found'],
  ['none without a token', spree, null, { id: 'A' }, 'order_not_found'],
  ['the one that is named, where its id opens it', medusa, null, { id: 'A' }, 'A'],
  ['the one that is named beside another’s token', medusa, 'B', { id: 'A' }, 'A'],
  ['none, where none is named and there is no token', medusa, null, undefined, 'order_not_found'],
] as const)('the cart a customer may take: %s', (_, dialect, heldOrderId, ref, expected) => {
  expect(codeOf(() => cartToTake({ ...dialect, heldOrderId }, ref))).toBe(expected);
});

const guests = { id: 'A', customerId: null, state: 'open', idAccess: 'none' } as const;
type Given = Pick<Order, 'id' | 'customerId' | 'state' | 'idAccess'>;

it.each<[string, Given, typeof spree, string | null, string]>([
  ['a guest’s by its token', guests, spree, 'A', 'given'],
  ['a guest’s without its token', guests, spree, null, 'order_not_found'],
  ['a guest’s by another’s token', guests, spree, 'B', 'order_not_found'],
  ['a guest’s that its id opens', { ...guests, idAccess: 'full' }, medusa, null, 'given'],
  ['a guest’s that its id only pays', { ...guests, idAccess: 'pay' }, medusa, null, 'order_not_found'],
  ['their own', { ...guests, customerId: 'me' }, spree, null, 'given'],
  ['another customer’s, by its token', { ...guests, customerId: 'other' }, spree, 'A', 'order_not_found'],
  [
    'another’s that its id opens',
    { ...guests, customerId: 'other', idAccess: 'full' },
    medusa,
    null,
    'order_not_found',
  ],
  ['a placed one, in Spree', { ...guests, state: 'completed' }, spree, 'A', 'order_not_found'],
  [
    'a placed one, in Medusa',
    { ...guests, state: 'completed', idAccess: 'full' },
    medusa,
    null,
    'order_not_open',
  ],
])('whether it is given: %s', (_, order, dialect, heldOrderId, expected) => {
  expect(codeOf(() => refuseUnlessGiven(order, 'me', { ...dialect, heldOrderId }))).toBe(expected);
});
