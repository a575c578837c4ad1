import type { CoreError } from '@tandem/context';
import type { Order } from '@tandem/orders';
import { cartToTake, refuseUnlessGiven } from './cart-ownership';

const spree = { scope: { guestCarts: false } };
const medusa = { scope: { guestCarts: true } };

function codeOf(work: () => unknown): unknown {
  try {
    return work() ?? 'given';
  } catch (error) {
    return (error as CoreError).code;
  }
}

const spreeWith = (tokenOrderId: string | null) => ({ ...spree, tokenOrderId });
const medusaWith = (tokenOrderId: string | null) => ({ ...medusa, tokenOrderId });

it.each([
  ['the token’s, where none is named', spreeWith('A'), undefined, 'A'],
  ['the token’s, where the same is named', spreeWith('A'), { id: 'A' }, 'A'],
  ['none, where another is named', spreeWith('A'), { id: 'B' }, 'order_not_found'],
  ['none, where one is named by its number', spreeWith('A'), { number: 'A' }, 'order_not_found'],
  ['none without a token', spreeWith(null), { id: 'A' }, 'order_not_found'],
  ['the one that is named, where its id opens it', medusaWith(null), { id: 'A' }, 'A'],
  ['the one that is named beside another’s token', medusaWith('B'), { id: 'A' }, 'A'],
  ['none, where none is named and there is no token', medusaWith(null), undefined, 'order_not_found'],
] as const)('the cart a customer may take: %s', (_, caller, ref, expected) => {
  expect(codeOf(() => cartToTake(caller, ref))).toBe(expected);
});

const guests = { id: 'A', customerId: null, state: 'open', idAccess: 'none' } as const;
type Given = Pick<Order, 'id' | 'customerId' | 'state' | 'idAccess'>;

type TakingCaller = Parameters<typeof cartToTake>[0];

it.each<[string, Given, TakingCaller, string]>([
  ['a guest’s by its token', guests, spreeWith('A'), 'given'],
  ['a guest’s without its token', guests, spreeWith(null), 'order_not_found'],
  ['a guest’s by another’s token', guests, spreeWith('B'), 'order_not_found'],
  ['a guest’s that its id opens', { ...guests, idAccess: 'full' }, medusaWith(null), 'given'],
  ['a guest’s that its id only pays', { ...guests, idAccess: 'pay' }, medusaWith(null), 'order_not_found'],
  ['their own', { ...guests, customerId: 'me' }, spreeWith(null), 'given'],
  ['another’s, by its token', { ...guests, customerId: 'other' }, spreeWith('A'), 'order_not_found'],
  [
    'another’s that its id opens',
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
])('whether it is given: %s', (_, order, caller, expected) => {
  expect(codeOf(() => refuseUnlessGiven(order, 'me', caller))).toBe(expected);
});
