import { asOrderSystem, call, methodOf, sessionsPath, type Json, type Reply } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { randomFrom } from '../../support/random';
import { aGiftCard, aVariant, asStaff, issueStoreCredit } from '../../support/spree';
import { aStore, type StoreMade } from '../../support/tandem';

// A customer with many tabs changes credit, gift card, lines and sessions of one cart at once, at random. In any order of
// events, no cent is spent twice or lost, and every placed order is covered.

const SEED = Number(process.env['SPLIT_TENDER_SEED'] ?? Date.now() % 1_000_000);
const ORDERS = 6;
const ACTIONS = 40;
const AT_ONCE = 6;

let store: StoreMade;
let variant: string;

beforeAll(async () => {
  store = await aStore();
  variant = await aVariant(store, { prices: [{ currency: 'USD', amount: '10.00' }] });
  for (const amount of ['15', '25', '35']) await issueStoreCredit(store, amount);
});

const headers = (): Record<string, string> => ({
  'x-spree-api-key': store.publishable_key,
  authorization: `Bearer ${store.customer.jwt}`,
});
const shop = (method: string, path: string, body?: Json): Promise<Reply> =>
  call(method, path, { headers: headers(), body });

/** One random change that a tab makes to the cart. */
async function changeCart(order: Json, random: (below: number) => number, card: Json): Promise<Reply> {
  const path = `/api/v3/store/orders/${order.id as string}`;
  const cart = `/api/v3/store/carts/cart_${(order.id as string).slice(3)}`;
  const shown = (await shop('GET', path)).body;
  const line = shown.line_items[0]?.id as string | undefined;
  switch (random(9)) {
    case 0:
      return shop('POST', `${path}/line_items`, { variant_id: variant, quantity: 1 + random(3) });
    case 1:
      return shop('PATCH', `${path}/line_items/${line ?? 'none'}`, { quantity: 1 + random(5) });
    case 2:
      return shop('POST', `${path}/store_credits`, random(2) ? { amount: String(1 + random(40)) } : {});
    case 3:
      return shop('DELETE', `${path}/store_credits`);
    case 4:
      return shop('POST', `${cart}/gift_cards`, { code: card.code as string });
    case 5:
      return shop('DELETE', `${cart}/gift_cards/${card.id as string}`);
    default:
      return pay(order, random);
  }
}

async function pay(order: Json, random: (below: number) => number): Promise<Reply> {
  const amount = random(3) ? {} : { amount: String(1 + random(15)) };
  const made = await shop('POST', sessionsPath(order as { id: string }), {
    payment_method_id: methodOf(store),
    ...amount,
    external_data: random(5) ? {} : { bogus_card: 'card_declined' },
  });
  if (made.status !== 201 || random(4) === 0) return made;
  return shop('PATCH', sessionsPath(order as { id: string }, `/${made.body.id as string}/complete`), {});
}

it(`no cent is lost or spent twice in ${ORDERS} carts with ${ACTIONS} changes each, ${AT_ONCE} at once (SPLIT_TENDER_SEED=${SEED})`, async () => {
  const random = randomFrom(SEED);
  const card = await aGiftCard(store, { amount: '60' });
  const carts: Json[] = [];
  for (let i = 0; i < ORDERS; i++) {
    const items = [{ variant_id: variant, quantity: 3 }];
    carts.push((await shop('POST', '/api/v3/store/cart', { items })).body);
  }
  const statuses: number[] = [];
  for (let done = 0; done < ACTIONS; done += AT_ONCE) {
    const batch = carts.flatMap((cart) =>
      Array.from({ length: AT_ONCE }, () => changeCart(cart, random, card)),
    );
    statuses.push(...(await Promise.all(batch)).map(({ status }) => status));
  }
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  const placed = await Promise.all(
    carts.flatMap((cart) =>
      [1, 2].map(() => shop('PATCH', `/api/v3/store/orders/${cart.id as string}/complete`)),
    ),
  );
  for (const { status, body } of placed) {
    if (status === 200) expect(body).toMatchObject({ state: 'complete', amount_due: '0.0' });
    else expect([status, body.error.code]).toEqual([422, 'order_already_completed']);
  }
  await expectInvariants(...(carts as { id: string }[]));
  await cancelAll(carts);
  await expectInvariants(...(carts as { id: string }[]));
});

/** Cancels all orders: all credit is the customer's again, and nothing stays paid. */
async function cancelAll(carts: readonly Json[]): Promise<void> {
  for (const { id } of carts) {
    const path = `/api/v3/admin/orders/${id as string}`;
    const { body } = await call('PATCH', `${path}/cancel`, { headers: asOrderSystem(store) });
    expect(body).toMatchObject({ state: 'canceled', payment_state: 'void' });
  }
  const { data } = await asStaff(store, 'GET', `/customers/${store.customer.id}/store_credits`);
  expect(data.map(({ amount_remaining }: Json) => amount_remaining as string).sort()).toEqual([
    '15.0',
    '25.0',
    '35.0',
  ]);
}
