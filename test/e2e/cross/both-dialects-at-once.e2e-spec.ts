import {
  anOrder,
  asOrderSystem,
  asShopper,
  call,
  cartIdOf,
  collectionPath,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { spreeIdOf, uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asBackOffice, medusaOrder } from '../../support/medusa-admin';
import { randomFrom } from '../../support/random';
import { aGiftCard, issueStoreCredit } from '../../support/spree';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';
import { until } from '../../support/target-server';

// Sixteen connections send random requests about one order through both dialects: a shopper with tabs in two storefronts, and
// two back offices. No deadlock becomes a 500, no money is lost or moved twice, and both dialects show the same at the end.

const SEED = Number(process.env['BOTH_DIALECTS_SEED'] ?? Date.now() % 1_000_000);
const CONNECTIONS = 16;
const ORDERS = 8;
const DURATION_MS = 2500;

type Random = (below: number) => number;

/** An order's ids that requests use; refreshed often, because the other connections create more. */
interface Targets {
  readonly order: OrderMade;
  readonly card: Json;
  /** Canceled near the end of the run; other orders are not. */
  readonly isCanceled: boolean;
  sessions: string[];
  collections: string[];
  payments: string[];
}

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
});

const cards = ['success', 'success', 'card_declined', 'requires_action', 'refund_refused'];
const oneOf = <T>(random: Random, of: readonly T[], otherwise: T): T =>
  of[random(of.length || 1)] ?? otherwise;
/** Undefined (the whole remaining amount) or a part of it. */
const partOrAll = (random: Random): number | undefined => (random(2) ? undefined : 1 + random(60));

const asCustomer = (key?: string): Record<string, string> => ({
  'x-spree-api-key': store.publishable_key,
  authorization: `Bearer ${store.customer.jwt}`,
  ...(key && { 'idempotency-key': key }),
});

/** One request in three has one of a few keys, so that keys repeat, with the same or another body. */
const keyIn = (random: Random, path: string): string | undefined =>
  random(3) ? undefined : `${random(4)} of ${path}`;

type Act = (at: Targets, random: Random) => Promise<Reply>;

const spree = (method: string, path: string, random: Random, body: Json = {}): Promise<Reply> =>
  call(method, path, { headers: asCustomer(keyIn(random, path)), body });
const medusa = (path: string, random: Random, body: Json = {}): Promise<Reply> =>
  call('POST', path, { headers: asShopper(store, keyIn(random, path), store.customer.jwt), body });
const office = (method: string, path: string, random: Random, body: Json = {}): Promise<Reply> =>
  asBackOffice(store, method, path, { key: keyIn(random, path), ...(method !== 'DELETE' && { body }) });
const staff = (method: string, path: string, random: Random, body: Json = {}): Promise<Reply> =>
  call(method, `/api/v3/admin/orders/${path}`, { headers: asOrderSystem(store, keyIn(random, path)), body });

const cartOf = ({ id }: OrderMade): string => `/api/v3/store/carts/cart_${id.slice(3)}`;
const data = (random: Random): Json => ({ bogus_card: oneOf(random, cards, 'success') });
const pay = (id: string): string => spreeIdOf('py', id);

const SHOPPERS: readonly Act[] = [
  ({ order }, random) =>
    spree('POST', sessionsPath(order), random, {
      payment_method_id: methodOf(store),
      amount: partOrAll(random)?.toString(),
      external_data: data(random),
    }),
  ({ order, sessions }, random) =>
    spree('PATCH', sessionsPath(order, `/${oneOf(random, sessions, 'ps_x')}/complete`), random),
  ({ order, sessions }, random) =>
    spree('PATCH', sessionsPath(order, `/${oneOf(random, sessions, 'ps_x')}`), random, {
      amount: partOrAll(random)?.toString(),
    }),
  ({ order }, random) => spree('POST', `${cartOf(order)}/store_credits`, random, {}),
  ({ order }, random) => spree('DELETE', `${cartOf(order)}/store_credits`, random),
  ({ order, card }, random) =>
    spree('POST', `${cartOf(order)}/gift_cards`, random, { code: card.code as string }),
  ({ order, card }, random) => spree('DELETE', `${cartOf(order)}/gift_cards/${card.id as string}`, random),
  ({ order }, random) => medusa('/store/payment-collections', random, { cart_id: order.cart_id }),
  ({ order }, random) =>
    medusa(collectionPath(order), random, { provider_id: 'pp_bogus_default', data: data(random) }),
  ({ order }, random) => medusa(`/store/carts/${order.cart_id}/complete`, random),
];

const STAFF: readonly Act[] = [
  ({ payments }, random) =>
    office('POST', `/payments/${oneOf(random, payments, 'pay_x')}/capture`, random, {
      amount: partOrAll(random),
    }),
  ({ payments }, random) =>
    office('POST', `/payments/${oneOf(random, payments, 'pay_x')}/refund`, random, {
      amount: partOrAll(random),
    }),
  ({ payments }, random) => office('POST', `/payments/${oneOf(random, payments, 'pay_x')}/cancel`, random),
  ({ order }, random) =>
    office('POST', '/payment-collections', random, { order_id: medusaOrder(order), amount: 1 + random(40) }),
  ({ collections }, random) =>
    office('DELETE', `/payment-collections/${oneOf(random, collections, 'pay_col_x')}`, random),
  ({ order, collections }, random) =>
    office('POST', `/payment-collections/${oneOf(random, collections, 'pay_col_x')}/mark-as-paid`, random, {
      order_id: medusaOrder(order),
    }),
  ({ order, payments }, random) =>
    staff(
      'PATCH',
      `${order.id}/payments/${pay(oneOf(random, payments, cartIdOf(order.id, 'pay')))}/capture`,
      random,
    ),
  ({ order, payments }, random) =>
    staff(
      'PATCH',
      `${order.id}/payments/${pay(oneOf(random, payments, cartIdOf(order.id, 'pay')))}/void`,
      random,
    ),
  ({ order, payments }, random) =>
    staff('POST', `${order.id}/refunds`, random, {
      payment_id: pay(oneOf(random, payments, cartIdOf(order.id, 'pay'))),
      amount: partOrAll(random)?.toString(),
    }),
  ({ order }, random) =>
    staff('POST', `${order.id}/payments`, random, {
      payment_method_id: methodOf(store, 'pp_system_default'),
    }),
];

const CANCELS: readonly Act[] = [
  ({ order }, random) => office('POST', `/orders/${medusaOrder(order)}/cancel`, random),
  ({ order }, random) => staff('PATCH', `${order.id}/cancel`, random),
];

const FIELDS = 'summary,status,total,*credit_lines,payment_collections.id,payment_collections.payments.id';

async function look(at: Targets): Promise<Reply> {
  const path = `/orders/${medusaOrder(at.order)}?fields=${FIELDS},payment_collections.payment_sessions.id`;
  const reply = await asBackOffice(store, 'GET', path);
  const collections = reply.body.order.payment_collections as Json[];
  const idsIn = (of: 'payments' | 'payment_sessions'): string[] =>
    collections.flatMap((collection) => collection[of].map(({ id }: Json) => id as string));
  at.collections = collections.map(({ id }) => id as string);
  at.payments = idsIn('payments');
  at.sessions = idsIn('payment_sessions').map((id) => spreeIdOf('ps', id));
  return reply;
}

/** Each response is a success, a clear refusal, or a 503 with Retry-After because the order is locked. */
function expectClear(reply: Reply): void {
  const isClear = reply.status < 500 || (reply.status === 503 && reply.headers.get('retry-after') === '1');
  if (!isClear || reply.body === null) throw new Error(`seed ${SEED}: ${reply.status} ${reply.text}`);
}

async function oneConnection(at: Targets, random: Random, end: number): Promise<number> {
  let sent = 0;
  for (; Date.now() < end; sent++) {
    const isLate = at.isCanceled && end - Date.now() < DURATION_MS / 4;
    const acts = isLate && random(12) === 0 ? CANCELS : oneOf(random, [SHOPPERS, STAFF], STAFF);
    const act = oneOf(random, acts, look);
    expectClear(await act(at, random));
    if (random(4) === 0) expectClear(await look(at));
  }
  return sent;
}

const isSettled = async (order: OrderMade): Promise<boolean> =>
  (
    await database().query(`SELECT 1 FROM provider_operations WHERE order_id = $1 AND state = 'requested'`, [
      uuidOf(order.id),
    ])
  ).rows.length === 0;

const cents = (amount: string | number): number => Math.round(Number(amount) * 100);

/** Compares each dialect's totals with the other's and with the ledger's. */
async function expectSameMoney(at: Targets): Promise<void> {
  const { order: inMedusa } = (await look(at)).body;
  const path = `/api/v3/admin/orders/${at.order.id}`;
  const inSpree = (await call('GET', path, { headers: asOrderSystem(store) })).body;
  const { rows } = await database().query<{ captured: number; refunded: number; covered: number }>(
    `SELECT sum(captured)::int AS captured, sum(refunded)::int AS refunded,
       sum(authorized - canceled - refunded)::int AS covered FROM payment_collections WHERE order_id = $1`,
    [uuidOf(at.order.id)],
  );
  const { captured = 0, refunded = 0, covered = 0 } = rows[0] ?? {};
  const credit = cents(inSpree.store_credit_total as string) + cents(inSpree.gift_card_total as string);
  const lines = inMedusa.credit_lines
    .filter(({ reference }: Json) => !['store_credit', 'gift_card'].includes(reference as string))
    .reduce((sum: number, { amount }: Json) => sum + cents(amount as number), 0);
  const toPay = cents(inSpree.total as string) - credit - lines;
  const paid = captured - refunded;
  const isCanceled = inSpree.state === 'canceled';
  const { summary } = inMedusa;
  expect(
    [inMedusa.total, summary.paid_total, summary.refunded_total, summary.pending_difference].map(cents),
  ).toEqual([toPay, captured, refunded, (isCanceled ? 0 : toPay) - paid]);
  expect(cents(inSpree.amount_due as string)).toBe(isCanceled ? 0 : Math.max(0, toPay - covered));
  expect([inMedusa.status, inSpree.payment_state]).toEqual(statesOf(inSpree.state as string, paid, toPay));
}

function statesOf(state: string, paid: number, toPay: number): [string, string | null] {
  if (!['complete', 'canceled'].includes(state)) return ['draft', null];
  const status = state === 'complete' ? 'pending' : 'canceled';
  if (state === 'canceled') return [status, paid > 0 ? 'credit_owed' : 'void'];
  if (paid < toPay) return [status, 'balance_due'];
  return [status, paid > toPay ? 'credit_owed' : 'paid'];
}

const ORDERS_SEEDS = Array.from({ length: ORDERS }, (_, i) => SEED + 1000 * i);

it.each(ORDERS_SEEDS)('sixteen connections on one order through both dialects, seed %i', async (seed) => {
  const order = await anOrder(store, { customer_id: store.customer.id });
  await issueStoreCredit(store, '15.00');
  const card = await aGiftCard(store);
  const isCanceled = seed % 2000 === SEED % 2000;
  const at: Targets = { order, card, isCanceled, sessions: [], collections: [], payments: [] };
  const end = Date.now() + DURATION_MS;
  const connections = Array.from({ length: CONNECTIONS }, (_, i) =>
    oneConnection(at, randomFrom(seed + i), end),
  );
  const sent = await Promise.all(connections);
  expect(sent.every((count) => count > 0)).toBe(true);
  await until(() => isSettled(order), 30_000);
  await expectSameMoney(at);
  await expectInvariants(order);
});
