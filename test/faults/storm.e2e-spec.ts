import { setTimeout as pause } from 'node:timers/promises';
import { anOrder, asGuest, asOrderSystem, sessionsPath, type Json, type Reply } from '../support/http';
import { expectInvariants } from '../support/invariants';
import type { Fault } from '../support/stripe/faults';
import { SECRET_KEY, StripeStandIn } from '../support/stripe/stand-in';
import { aStore, type OrderMade, type StoreMade } from '../support/tandem';
import { differences, ledgerOf, openOperations } from './storm/both-sides';
import { Random } from './storm/random';
import { Victim } from './storm/victim';

// Payments at random over a gateway whose line breaks, through a server that is killed. TANDEM_STORM_SEED has one again.
const PAYMENTS = 300;
const KILLS = 20;
const AT_ONCE = 8;
const SEED = Number(process.env['TANDEM_STORM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

// Past this the resolver has given up what never reached the gateway.
const SETTLED_WITHIN_MS = 200_000;

const FAULTS: readonly [Fault, ...Fault[]] = [
  { does: 'wait', ms: 300 },
  { does: 'cut before' },
  { does: 'cut after' },
  { does: 'answer before', status: 429 },
  { does: 'answer before', status: 500 },
  { does: 'answer after', status: 500 },
  { does: 'empty answer' },
  { does: 'truncated answer' },
];

const random = new Random(SEED);
let gateway: StripeStandIn;
let victim: Victim;
let store: StoreMade;
let method: string;

beforeAll(async () => {
  process.stdout.write(`storm: TANDEM_STORM_SEED=${SEED}\n`);
  gateway = await StripeStandIn.start();
  victim = new Victim({ STRIPE_API_URL: gateway.url });
  await victim.start();
  store = await aStore();
  const body = { type: 'pp_stripe_stripe', name: 'Card', preferences: { secret_key: SECRET_KEY } };
  const made = await victim.ask('POST', '/api/v3/admin/payment_methods', {
    headers: asOrderSystem(store),
    body,
  });
  if (made.status !== 201) throw new Error(made.text);
  method = made.body.id as string;
});
afterAll(async () => {
  await victim.stop();
  await gateway.stop();
});

function breakSomething(): void {
  if (random.chance(0.2)) gateway.faults.add({ fault: random.one(FAULTS) });
}

/** One order: opened, paid or not, captured and given back in part, each step until there is an answer. */
async function onePayment(number: number): Promise<OrderMade> {
  const order = await anOrder(store);
  const headers = (step: string): Record<string, string> => asGuest(store, order, `${number} ${step}`);
  const session = await asked('POST', sessionsPath(order), headers('open'), { payment_method_id: method });
  if (session.status !== 201) return order;
  shopperPays(session.body);
  const path = sessionsPath(order, `/${session.body.id as string}/complete`);
  const completed = await asked('PATCH', path, headers('complete'), {});
  if (completed.body?.payment) await moveMoney(order, completed.body.payment, number);
  return order;
}

function asked(verb: string, path: string, headers: Record<string, string>, body: Json): Promise<Reply> {
  breakSomething();
  return victim.ask(verb, path, { headers, body });
}

/** On the shopper's own page, which talks to the gateway without us. */
function shopperPays({ external_id }: Json): void {
  const card = random.chance(0.85) ? 'pm_card_visa' : 'pm_card_chargeDeclined';
  try {
    gateway.account.confirm(external_id as string, { payment_method: card });
  } catch {
    // Declined: what becomes of the session is the gateway's to say.
  }
}

async function moveMoney(order: OrderMade, payment: Json, number: number): Promise<void> {
  const staff = (step: string): Record<string, string> => asOrderSystem(store, `${number} ${step}`);
  const orders = `/api/v3/admin/orders/${order.id}`;
  const amount = String(random.whole(10, 110));
  const path = `${orders}/payments/${payment.id as string}/capture`;
  const captured = await asked('PATCH', path, staff('capture'), { amount });
  if (captured.status !== 200 || random.chance(0.5)) return;
  const refund = { payment_id: payment.id, amount: String(random.whole(1, 10)) };
  await asked('POST', `${orders}/refunds`, staff('refund'), refund);
}

async function allPayments(): Promise<OrderMade[]> {
  const orders: OrderMade[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < PAYMENTS) orders.push(await onePayment(next++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return orders;
}

async function untilSettled(orders: readonly OrderMade[]): Promise<void> {
  for (const until = Date.now() + SETTLED_WITHIN_MS; Date.now() < until; await pause(500)) {
    if ((await openOperations(orders)) === 0) return;
  }
  throw new Error('operations stayed open');
}

it('no charge without a payment, no payment without a charge, none twice, through broken lines and twenty kills', async () => {
  const suffering = victim.suffer(KILLS, random);
  const orders = await allPayments();
  await suffering;
  gateway.faults.clear();
  await untilSettled(orders);
  expect(differences(await ledgerOf(orders), gateway)).toEqual([]);
  expect([orders.length, victim.kills]).toEqual([PAYMENTS, KILLS]);
  await expectInvariants(...orders);
}, 600_000);
