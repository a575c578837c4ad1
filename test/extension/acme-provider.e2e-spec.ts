import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { stateOf, totalsOf } from '../support/event-gateway';
import { filesOf, scriptOf } from '../support/guide';
import {
  anOrder,
  asAdmin,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  collectionPath,
  paymentOf,
  sessionsPath,
  type Reply,
} from '../support/http';
import { expectInvariants } from '../support/invariants';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, type StoreMade } from '../support/tandem';
import { until } from '../support/target-server';

// Follows the guide as an outsider would: its files and commands in an empty folder, the packed kit, the unchanged server.

const GUIDE = 'docs/guide-a-payment-provider.md';
const EXAMPLE = 'examples/acme-provider';
/** The guide’s first provider, which exists only in the guide. */
const CASH = ['cash.mjs', 'cash.test.mjs'];
const run = promisify(execFile);

const folder = mkdtempSync(join(tmpdir(), 'tandem-outsider-'));
const shop = join(folder, 'my-shop');
const acme = join(folder, 'acme-provider');

let printed = '';
let gateway: ChildProcess | undefined;
let gatewayUrl: string;
let server: Server;
let store: StoreMade;
let methodId: string;

const PLUGIN = { TANDEM_PLUGINS: 'acme-provider', ACME_KEY: 'acme-test-key-8f3c1d' };

const SIGNING_SECRET = 'acme-signing-secret-of-this-shop';

beforeAll(async () => {
  const env = { ...process.env, TANDEM: process.cwd() };
  const { stdout } = await run('bash', ['-euc', scriptOf(GUIDE)], {
    cwd: folder,
    env,
    maxBuffer: 10_000_000,
  });
  printed = stdout;
  gateway = spawn(process.execPath, ['test/gateway.js'], { cwd: acme, stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = (await once(gateway.stdout ?? gateway, 'data')) as [Buffer];
  gatewayUrl = url.toString().trim();
  server = await anotherServer(
    { ...PLUGIN, ACME_URL: gatewayUrl, TANDEM_PLUGINS: 'acme-provider,../cash-provider/cash.mjs' },
    { cwd: shop },
  );
  store = await aStore();
  const made = await call('POST', '/api/v3/admin/payment_methods', {
    headers: asOrderSystem(store),
    body: { type: 'pp_acme_default', name: 'Acme', preferences: { signing_secret: SIGNING_SECRET } },
    server: server.url,
  });
  methodId = made.body.id as string;
}, 240_000);

afterAll(async () => {
  await server?.stop();
  gateway?.kill();
  rmSync(folder, { recursive: true, force: true });
});

it('the guide shows exactly the files of the example', () => {
  const shown = filesOf(GUIDE);
  expect(shown.map(({ file }) => file).sort()).toEqual([
    ...CASH,
    'package.json',
    'src/acme-client.js',
    'src/acme-events.js',
    'src/acme-money.js',
    'src/acme-provider.js',
    'src/acme-words.js',
    'src/index.js',
    'test/acme.test.js',
    'test/gateway.js',
  ]);
  for (const { file, text } of shown.filter(({ file }) => !CASH.includes(file)))
    expect(text).toBe(readFileSync(join(EXAMPLE, file), 'utf8'));
});

it('the smallest provider passes the kit, which names the skipped gateway tests', () => {
  const [ofCash = ''] = printed.split(/[#ℹ] duration_ms/);
  expect(ofCash).toMatch(/[#ℹ] fail 0\b/);
  expect(Number(/[#ℹ] pass (\d+)/.exec(ofCash)?.[1])).toBeGreaterThan(10);
  expect(ofCash).toContain('(skipped: it has no gateway that tracks the remaining amount)');
});

it('passes the kit from the packed tarball, which names the skipped tests', () => {
  const [, ofAcme = ''] = printed.split(/[#ℹ] duration_ms/);
  expect(ofAcme).toMatch(/[#ℹ] fail 0\b/);
  expect(Number(/[#ℹ] pass (\d+)/.exec(ofAcme)?.[1])).toBeGreaterThan(80);
  expect(printed).toContain('(skipped: capabilities.supports.savedMethods is false)');
});

it('both match the kit’s types', async () => {
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const strict = ['--noEmit', '--strict', '--allowJs', '--checkJs', '--skipLibCheck', '--target', 'es2023'];
  const types = ['--module', 'nodenext', '--typeRoots', resolve('node_modules/@types'), '--types', 'node'];
  const files = ['src/index.js', '../cash-provider/cash.mjs'];
  await expect(run(process.execPath, [tsc, ...strict, ...types, ...files], { cwd: acme })).resolves.toEqual({
    stdout: '',
    stderr: '',
  });
});

it('takes a payment through Spree’s API and captures it in part', async () => {
  const order = await anOrder(store);
  const shopper = { headers: asGuest(store, order), server: server.url };
  const made = await call('POST', sessionsPath(order), { ...shopper, body: { payment_method_id: methodId } });
  expect([made.status, made.body.external_id]).toEqual([201, expect.stringMatching(/^acme_intent_/)]);
  const done = await call('PATCH', sessionsPath(order, `/${made.body.id as string}/complete`), {
    ...shopper,
    body: { external_data: { card: 'tok_good' } },
  });
  expect(done.body).toMatchObject({ status: 'completed', payment: { amount: '110.0' } });
  const staff = { headers: asOrderSystem(store), server: server.url };
  const path = `/api/v3/admin/orders/${order.id}/payments/${done.body.payment.id as string}`;
  const captured = await call('PATCH', `${path}/capture`, { ...staff, body: { amount: '40.00' } });
  expect(captured.status).toBe(200);
  await expectInvariants(order);
});

it('takes a payment through Medusa’s API, captures it and refunds it', async () => {
  const order = await anOrder(store);
  const shopper = { headers: asShopper(store), server: server.url };
  const body = { provider_id: 'pp_acme_default', data: { card: 'tok_good' } };
  expect((await call('POST', collectionPath(order), { ...shopper, body })).status).toBe(200);
  expect((await call('POST', `/store/carts/${order.cart_id}/complete`, shopper)).body.type).toBe('order');
  const path = `/admin/payments/${await paymentOf(store, order, server.url)}`;
  const staff = { headers: asAdmin(store), server: server.url };
  expect((await call('POST', `${path}/capture`, { ...staff, body: {} })).status).toBe(200);
  const refunded = await call('POST', `${path}/refund`, { ...staff, body: { amount: 10 } });
  expect([refunded.status, refunded.body.payment.refunds.length]).toEqual([200, 1]);
  await expectInvariants(order);
});

it('the smallest provider takes a payment, captures it and refunds it', async () => {
  const staff = { headers: asOrderSystem(store), server: server.url };
  const method = await call('POST', '/api/v3/admin/payment_methods', {
    ...staff,
    body: { type: 'pp_cash_default', name: 'Cash', capture_method: 'automatic' },
  });
  const order = await anOrder(store);
  const shopper = { headers: asGuest(store, order), server: server.url };
  const made = await call('POST', sessionsPath(order), {
    ...shopper,
    body: { payment_method_id: method.body.id },
  });
  const done = await call('PATCH', sessionsPath(order, `/${made.body.id as string}/complete`), shopper);
  expect(done.body).toMatchObject({ status: 'completed', payment: { amount: '110.0' } });
  const refunded = await call('POST', `/api/v3/admin/orders/${order.id}/refunds`, {
    ...staff,
    body: { payment_id: done.body.payment.id, amount: '10.00' },
  });
  expect([refunded.status, refunded.body.amount]).toEqual([201, '10.0']);
  await expectInvariants(order);
});

it('a declined shopper sees the decline, and the order stays payable', async () => {
  const order = await anOrder(store);
  const shopper = { headers: asGuest(store, order), server: server.url };
  const made = await call('POST', sessionsPath(order), { ...shopper, body: { payment_method_id: methodId } });
  const refused = await call('PATCH', sessionsPath(order, `/${made.body.id as string}/complete`), {
    ...shopper,
    body: { external_data: { card: 'tok_refused' } },
  });
  expect([refused.status, refused.body.status]).toEqual([200, 'failed']);
  expect(
    (await call('POST', sessionsPath(order), { ...shopper, body: { payment_method_id: methodId } })).status,
  ).toBe(201);
  await expectInvariants(order);
});

/** Sends an event to the method's webhook as Acme does. */
function sendEvent(event: object, secret = SIGNING_SECRET): Promise<Reply> {
  const body = JSON.stringify(event);
  const seconds = Math.floor(Date.now() / 1000);
  const hash = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  const headers = { 'acme-signature': `t=${seconds},s=${hash}` };
  return call('POST', `/api/v3/webhooks/payments/${methodId}`, { headers, body, server: server.url });
}

it('a shopper who pays on Acme’s page and never returns gets an order; an event with a bad signature is 401', async () => {
  const order = await anOrder(store);
  const shopper = { headers: asGuest(store, order), server: server.url };
  const made = await call('POST', sessionsPath(order), { ...shopper, body: { payment_method_id: methodId } });
  const intent = made.body.external_id as string;
  const page = await call('POST', `/page/${intent}`, { server: gatewayUrl, body: { card: 'tok_good' } });
  expect(page.body).toMatchObject({ state: 'held' });
  const event = { id: `acme_event_${intent}`, type: 'intent.paid', intent };
  const forged = await sendEvent(event, 'another secret');
  expect([forged.status, forged.body.error.code]).toEqual([401, 'invalid_signature']);
  expect(await totalsOf(order)).toEqual([]);
  expect((await sendEvent(event)).status).toBe(200);
  await until(async () => (await stateOf(order)) === 'completed', 20_000);
  expect((await sendEvent(event)).status).toBe(200);
  expect(await totalsOf(order)).toEqual([{ authorized: 11_000, captured: 0, refunded: 0, canceled: 0 }]);
  await expectInvariants(order);
});

it.each([
  [{ ...PLUGIN }, 'tandem: plugin acme-provider: ACME_URL is not set\n'],
  [
    { ...PLUGIN, ACME_URL: 'http://x', TANDEM_PLUGINS: 'acme-provider,acme-provider' },
    'tandem: plugin acme-provider: payment provider "pp_acme_default" is registered twice\n',
  ],
  [{ TANDEM_PLUGINS: 'acme-provder' }, 'tandem: plugin acme-provder: '],
])('%j stops the start with a one-line error that names the package', async (env, line) => {
  const message = await anotherServer(env as Record<string, string>, { cwd: shop }).then(
    () => 'it started',
    (error: Error) => error.message,
  );
  const [, ...lines] = message.split('\n');
  expect(lines.filter((each) => each !== '')).toEqual([
    'tandem: starting',
    expect.stringContaining(line.trimEnd()),
  ]);
});
