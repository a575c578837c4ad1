import { setTimeout as pause } from 'node:timers/promises';
import { asOrderSystem } from '../support/http';
import { expectInvariantsIn } from '../support/invariants';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { Random } from '../support/random';
import type { Fault } from '../support/stripe/faults';
import { SECRET_KEY, StripeStandIn } from '../support/stripe/stand-in';
import type { OrderMade, StoreMade } from '../support/tandem';
import { differences, eventsNotHandledOnce, ledgerOf, unsettled } from './storm/both-sides';
import { EventSender } from './storm/event-sender';
import { medusaShop, spreeShop, type Shop } from './storm/shops';
import { TargetServer } from './storm/target-server';

// Random payments through both APIs on a server that is killed repeatedly, with broken gateway connections and events that
// come late, twice and in any order. TANDEM_STORM_SEED repeats a run; TANDEM_STORM_PAYMENTS=300 is the full size.
const PAYMENTS = Number(process.env['TANDEM_STORM_PAYMENTS'] ?? 120);
const KILLS = Math.ceil(PAYMENTS / 15);
const AT_ONCE = 8;
const SEED = Number(process.env['TANDEM_STORM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const WEBHOOK_SECRET = 'whsec_storm';

// By then the resolver has abandoned what never reached the gateway, and late events have been retried.
const SETTLED_WITHIN_MS = 240_000;

const FAULTS: readonly [Fault, ...Fault[]] = [
  { does: 'wait', ms: 300 },
  { does: 'cut before' },
  { does: 'cut after' },
  { does: 'answer before', status: 409 },
  { does: 'answer before', status: 429 },
  { does: 'answer before', status: 500 },
  { does: 'answer after', status: 500 },
  { does: 'empty answer' },
  { does: 'truncated answer' },
];

let own: OwnDatabase;
let gateway: StripeStandIn;
let target: TargetServer;
let store: StoreMade;
let method: string;
const orders: OrderMade[] = [];

beforeAll(async () => {
  process.stdout.write(`storm: TANDEM_STORM_SEED=${SEED}\n`);
  gateway = await StripeStandIn.start();
  own = await ownDatabase();
  const env = { STRIPE_API_URL: gateway.url };
  target = new TargetServer(() => own.server(env));
  await target.start();
  store = await own.store();
  const preferences = { secret_key: SECRET_KEY, webhook_secret: WEBHOOK_SECRET };
  const body = { type: 'pp_stripe_stripe', name: 'Card', preferences };
  const headers = asOrderSystem(store);
  const made = await target.ask('POST', '/api/v3/admin/payment_methods', { headers, body });
  if (made.status !== 201) throw new Error(made.text);
  method = made.body.id as string;
  await each(Array.from({ length: PAYMENTS }), async () => orders.push(await target.order(store)));
}, 60_000);
afterAll(async () => {
  await target.stop();
  await gateway.stop();
  await own.drop();
});

/** One order’s payment: created, paid or not, completed or abandoned, partly captured and refunded, sometimes in the dashboard. */
async function pay(order: OrderMade, number: number): Promise<void> {
  const random = new Random(SEED + number);
  const before = (): void => {
    if (random.chance(20)) gateway.faults.add({ fault: random.one(FAULTS) });
  };
  const shop = random.one([spreeShop, medusaShop])({ target, store, method, order, before });
  const intent = await shop.open();
  if (intent === null) return;
  shopperPays(intent, random);
  // One in four closes the page; the gateway’s event completes the order, if it was paid.
  const payment = random.chance(75) ? await shop.complete() : null;
  if (payment !== null) await moveMoney(shop, { payment, intent }, random);
}

/** On the shopper's own page, which talks to the gateway directly. */
function shopperPays(intent: string, random: Random): void {
  const { account } = gateway;
  const confirm = (card: string): void => void account.confirm(intent, { payment_method: card });
  const does = random.whole(1, 10);
  if (does <= 2) expect(() => confirm('pm_card_chargeDeclined')).toThrow();
  if (does === 1) return;
  if (does > 8) confirm('pm_card_authenticationRequired');
  if (does > 8) account.resolve(intent, random.chance(80));
  else confirm('pm_card_visa');
}

async function moveMoney(
  shop: Shop,
  { payment, intent }: { payment: string; intent: string },
  random: Random,
): Promise<void> {
  const isCaptured = await shop.capture(payment, random.whole(20, 110));
  if (isCaptured && random.chance(50)) await shop.refund(payment, random.whole(1, 10));
  const { account } = gateway;
  if (!isCaptured || !random.chance(30)) return;
  const { id } = account.refund({ payment_intent: intent, amount: String(random.whole(1, 1000)) });
  if (random.chance(50)) account.failRefund(id);
}

/** `AT_ONCE` at a time. */
async function each<T>(all: readonly T[], work: (one: T, number: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < all.length) {
      const number = next++;
      await work(all[number] as T, number);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The resolver abandons after two minutes what never reached the gateway. Nothing is being sent now, so they need not be waited for. */
const TWO_MINUTES_LATER = `UPDATE provider_operations SET sent_at = sent_at - interval '2 minutes', lease_until = now()
  WHERE state = 'requested'`;

async function untilSettled(): Promise<void> {
  for (const until = Date.now() + SETTLED_WITHIN_MS; Date.now() < until; await pause(500)) {
    if ((await unsettled(own.pool)) === 0) return;
  }
  throw new Error('operations or events stayed open');
}

it('each charge has one payment and each payment one charge, after broken connections and many kills', async () => {
  const hook = { path: `/api/v3/webhooks/payments/${method}`, secret: WEBHOOK_SECRET };
  const eventSender = new EventSender(gateway, target, hook, new Random(SEED));
  const delivered = eventSender.run();
  const killing = target.killRepeatedly(KILLS, new Random(SEED));
  await each(orders, pay);
  await killing;
  gateway.faults.clear();
  await own.pool.query(TWO_MINUTES_LATER);
  // Abandoned and canceled sessions are reported too.
  await untilSettled();
  eventSender.stop();
  await delivered;
  await untilSettled();
  const ledger = await ledgerOf(own.pool);
  process.stdout.write(
    `storm: ${ledger.size} payments, ${gateway.account.refunds.size} refunds, ${gateway.events.length} events\n`,
  );
  expect(differences(ledger, gateway)).toEqual([]);
  expect(await eventsNotHandledOnce(own.pool, gateway)).toEqual([]);
  expect(target.kills).toBe(KILLS);
  expect(ledger.size).toBeGreaterThan(PAYMENTS / 2);
  await expectInvariantsIn(own.pool, ...orders);
}, 900_000);
