import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { totalsOf } from '../../support/event-gateway';
import { scriptOf } from '../../support/guide';
import { anOrder, asGuest, call, sessionsPath } from '../../support/http';
import { SECRET_KEY } from '../../support/stripe/stand-in';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import { until } from '../../support/target-server';

// The commands of docs/stripe.md set up a store, and Stripe's events arrive at the webhook URL that they print.

const run = promisify(execFile);
let world: StripeWorld;
let own: StripeWorld['own'];
let gateway: StripeWorld['gateway'];
let server: StripeWorld['server'];

beforeAll(async () => {
  world = await stripeWorld();
  ({ own, gateway, server } = world);
});
afterAll(() => world.close());

it('the page’s commands set up a store, and the webhook URL that they print accepts Stripe’s events', async () => {
  const store = await own.store();
  const env = {
    ...process.env,
    TANDEM: server.url,
    SECRET_KEY: store.secret_key,
    STRIPE_KEY: SECRET_KEY,
    STRIPE_PUBLISHABLE_KEY: 'pk_test_x',
    STRIPE_WEBHOOK_SECRET: 'whsec_x',
  };
  const { stdout } = await run('bash', ['-euc', scriptOf('docs/stripe.md')], { env });
  const hook = stdout.trim().replace(`the webhook: ${server.url}`, '');
  expect(hook).toMatch(/^\/api\/v3\/webhooks\/payments\/pm_/);

  const order = await anOrder(store, {}, server.url);
  const headers = asGuest(store, order);
  const body = { payment_method_id: hook.split('/').pop() };
  const session = await call('POST', sessionsPath(order), { headers, body, server: server.url });
  expect(session.body.external_data).toMatchObject({ publishable_key: 'pk_test_x' });
  gateway.account.confirm(session.body.external_id as string, { payment_method: 'pm_card_visa' });
  for (const event of gateway.events) {
    const { body: payload, signature } = gateway.signed(event, 'whsec_x');
    const sent = { headers: { 'stripe-signature': signature }, body: payload, server: server.url };
    expect((await call('POST', hook, sent)).status).toBe(200);
  }
  await until(async () => (await totalsOf(order, own.pool))[0]?.authorized === 11_000, 10_000);
});
