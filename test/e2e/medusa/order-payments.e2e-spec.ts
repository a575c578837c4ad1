import { anOrder, asOrderSystem, call, type Json } from '../../support/http';
import { medusaIdOf, uuidOf, uuidOfMedusa } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import {
  aCart,
  placeNewOrder,
  aSession,
  cartOf,
  completed,
  orderOf,
  placed,
  refusal,
  type Shop,
  TIME,
  withMedusaStore,
} from '../../support/medusa';
import { aGiftCard, issueStoreCredit } from '../../support/spree';
import type { StoreMade } from '../../support/tandem';

let store: StoreMade;
let variant: string;
let guest: Shop;
let customer: Shop;
let office: Shop;

withMedusaStore((made) => ({ store, variant, guest, customer, office } = made));

const STATUS = '?fields=status,payment_status,summary';
const PAYMENT = '?fields=*payment_collections.payments';

const statusOf = async (id: string): Promise<string> =>
  (await orderOf(office('GET', `/orders/${id}${STATUS}`))).payment_status;

async function move(id: string, verb: 'capture' | 'refund', amount: number): Promise<void> {
  const shown = await orderOf(office('GET', `/orders/${id}${PAYMENT}`));
  const payment = shown.payment_collections[0].payments[0].id as string;
  expect((await office('POST', `/payments/${payment}/${verb}`, { amount })).status).toBe(200);
}

const raw = (value: string): Json => ({ value, precision: 20 });

it('shows Medusa’s payment statuses as payments are captured and refunded', async () => {
  const { id } = await placeNewOrder(guest, variant);
  const seen = [await statusOf(id)];
  await move(id, 'capture', 40);
  seen.push(await statusOf(id));
  await move(id, 'capture', 70);
  seen.push(await statusOf(id));
  await move(id, 'refund', 10);
  seen.push(await statusOf(id));
  const { summary } = await orderOf(office('GET', `/orders/${id as string}${STATUS}`));
  expect(summary).toMatchObject({
    paid_total: 110,
    refunded_total: 10,
    transaction_total: 100,
    pending_difference: 0,
    raw_pending_difference: raw('0'),
    current_order_total: 100,
    credit_line_total: 10,
  });
  await move(id, 'refund', 100);
  seen.push(await statusOf(id));
  expect(seen).toEqual(['authorized', 'partially_captured', 'captured', 'partially_refunded', 'refunded']);
});

describe('an order is canceled', () => {
  it('and its authorization is voided, once, however often the request is sent', async () => {
    const { id } = await placeNewOrder(guest, variant);
    const ask = (key?: string): Promise<Json> =>
      office('POST', `/orders/${id as string}/cancel`, undefined, key);
    const first = await Promise.all([ask('cancel'), ask('cancel'), ask()]);
    // Without the key it is a separate request: the later one may be refused because the first is in progress.
    for (const { status } of first) expect([200, 400, 503]).toContain(status);
    expect(first.map(({ status }) => status)).toContain(200);
    const replies = [await ask('cancel'), await ask('cancel')];
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(replies[0]?.body).toEqual(replies[1]?.body);
    expect(refusal(await ask())).toEqual([
      400,
      'invalid_data',
      `Order with id ${id as string} has been canceled.`,
    ]);
    const order = await orderOf(office('GET', `/orders/${id as string}`));
    expect(order).toMatchObject({ status: 'canceled', version: 2, total: 110 });
    expect(order.payment_collections[0]).toMatchObject({
      status: 'canceled',
      payments: [{ canceled_at: TIME }],
    });
    expect(await statusOf(id)).toBe('canceled');
    expect((await orderOf(guest('GET', `/orders/${id as string}`))).status).toBe('canceled');
  });

  it('and its captured payment is refunded', async () => {
    const { id } = await placeNewOrder(guest, variant);
    await move(id, 'capture', 110);
    await orderOf(office('POST', `/orders/${id as string}/cancel`));
    expect(await statusOf(id)).toBe('refunded');
  });

  it('and a cart canceled before it is paid takes no payment', async () => {
    const made = await anOrder(store);
    const id = medusaIdOf('order', uuidOf(made.id));
    await aSession(guest, made.cart_id);
    await orderOf(office('POST', `/orders/${id}/cancel`));
    const reply = await completed(guest, made.cart_id);
    expect(refusal(reply)).toEqual([400, 'invalid_data', `Cart ${made.cart_id} is already canceled.`]);
    await expectInvariants(made);
  });
});

it('shows store credit and a gift card as credit lines, and the remainder as the total', async () => {
  await issueStoreCredit(store, '20.00');
  const card = await aGiftCard(store, { amount: '30.00' });
  const cart = await aCart(customer, variant);
  const spree = medusaToSpree(cart.id);
  const headers = { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${store.customer.jwt}` };
  await call('POST', `/api/v3/store/carts/${spree}/gift_cards`, { headers, body: { code: card.code } });
  await call('POST', `/api/v3/store/carts/${spree}/store_credits`, { headers, body: { amount: '20.00' } });
  const shown = await cartOf(customer('GET', `/carts/${cart.id as string}`));
  expect(shown).toMatchObject({
    total: 60,
    subtotal: 110,
    original_total: 110,
    credit_line_total: 50,
    credit_lines: [
      { id: expect.stringMatching(/^cacl_/), reference: 'gift_card', amount: 30, raw_amount: raw('30') },
      { reference: 'store_credit', amount: 20 },
    ],
  });
  const order = await placed(customer, cart.id);
  expect(order).toMatchObject({
    total: 60,
    credit_line_total: 50,
    summary: { current_order_total: 60, pending_difference: 60, credit_line_total: 50 },
    credit_lines: [{ amount: 30, order_id: order.id, version: 1 }, { amount: 20 }],
    payment_collections: [{ amount: 60 }],
  });
});

it('an order paid fully by credit is captured', async () => {
  await issueStoreCredit(store, '110.00');
  const cart = await aCart(customer, variant);
  const headers = { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${store.customer.jwt}` };
  const path = `/api/v3/store/carts/${medusaToSpree(cart.id)}/store_credits`;
  await call('POST', path, { headers, body: { amount: '110.00' } });
  const { body } = await completed(customer, cart.id);
  expect(body).toMatchObject({ type: 'order', order: { total: 0, credit_line_total: 110 } });
  expect(await statusOf(body.order.id)).toBe('captured');
});

/** A Medusa cart id as Spree's API writes it. */
function medusaToSpree(id: string): string {
  return `cart_${base58(BigInt(`0x${uuidOfMedusa(id).replaceAll('-', '')}`))}`;
}

function base58(bits: bigint): string {
  const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let text = '';
  for (let rest = bits; text.length < 22; rest /= 58n) text = digits.charAt(Number(rest % 58n)) + text;
  return text;
}

it('Spree’s and Medusa’s admin APIs show the same order', async () => {
  const { id } = await placeNewOrder(guest, variant);
  const spree = `or_${medusaToSpree(id).slice('cart_'.length)}`;
  const reply = await call('GET', `/api/v3/admin/orders/${spree}`, { headers: asOrderSystem(store) });
  expect(reply.status).toBe(200);
  expect((await orderOf(office('GET', `/orders/${id as string}`))).custom_display_id).toBe(reply.body.number);
});
