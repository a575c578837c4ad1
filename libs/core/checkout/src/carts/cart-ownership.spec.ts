import type { CoreError } from '@tandem/context';
import type { Order } from '@tandem/orders';
import { cartToClaim, refuseUnlessClaimable } from './cart-ownership';

const spree = { scope: { guestCarts: false } };
const medusa = { scope: { guestCarts: true } };

function codeOf(work: () => unknown): unknown {
  try {
    return work() ?? 'allowed';
  } catch (error) {
    return (error as CoreError).code;
  }
}

const spreeWith = (tokenOrderId: string | null) => ({ ...spree, tokenOrderId });
const medusaWith = (tokenOrderId: string | null) => ({ ...medusa, tokenOrderId });

it.each([
  ['the token’s, if the path names none', spreeWith('A'), undefined, 'A'],
  ['the token’s, if the path names the same', spreeWith('A'), { id: 'A' }, 'A'],
  ['none, if the path names another', spreeWith('A'), { id: 'B' }, 'order_not_found'],
  ['none, if the path names one by number', spreeWith('A'), { number: 'A' }, 'order_not_found'],
  ['none without a token', spreeWith(null), { id: 'A' }, 'order_not_found'],
  ['the one in the path, if its id is enough', medusaWith(null), { id: 'A' }, 'A'],
  ['the one in the path, despite another’s token', medusaWith('B'), { id: 'A' }, 'A'],
  ['none, if the path names none and there is no token', medusaWith(null), undefined, 'order_not_found'],
] as const)('the cart that a customer may claim: %s', (_, caller, ref, expected) => {
  expect(codeOf(() => cartToClaim(caller, ref))).toBe(expected);
});

const guests = { id: 'A', customerId: null, state: 'open', idAccess: 'none' } as const;
type ClaimedOrder = Pick<Order, 'id' | 'customerId' | 'state' | 'idAccess'>;

type ClaimingCaller = Parameters<typeof cartToClaim>[0];

it.each<[string, ClaimedOrder, ClaimingCaller, string]>([
  ['a guest’s by its token', guests, spreeWith('A'), 'allowed'],
  ['a guest’s without its token', guests, spreeWith(null), 'order_not_found'],
  ['a guest’s by another’s token', guests, spreeWith('B'), 'order_not_found'],
  ['a guest’s whose id gives full access', { ...guests, idAccess: 'full' }, medusaWith(null), 'allowed'],
  [
    'a guest’s whose id only allows payment',
    { ...guests, idAccess: 'pay' },
    medusaWith(null),
    'order_not_found',
  ],
  ['their own', { ...guests, customerId: 'me' }, spreeWith(null), 'allowed'],
  ['another’s, by its token', { ...guests, customerId: 'other' }, spreeWith('A'), 'order_not_found'],
  [
    'another’s whose id gives full access',
    { ...guests, customerId: 'other', idAccess: 'full' },
    medusaWith(null),
    'order_not_found',
  ],
  ['a placed one, in Spree', { ...guests, state: 'completed' }, spreeWith('A'), 'order_not_found'],
  [
    'a placed one, in Medusa',
    { ...guests, state: 'completed', idAccess: 'full' },
    medusaWith(null),
    'order_not_open',
  ],
])('whether a customer may claim it: %s', (_, order, caller, expected) => {
  expect(codeOf(() => refuseUnlessClaimable(order, 'me', caller))).toBe(expected);
});
