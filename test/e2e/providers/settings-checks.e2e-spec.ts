import { asOrderSystem, call, type Json, type Reply } from '../../support/http';
import { distant } from '../../support/distant';
import type { Server } from '../../support/server-process';
import { aStore, type StoreMade } from '../../support/tandem';

// Outcomes of a provider's settings check: a refusal is 422 and nothing is saved; an inconclusive check saves with a warning.

const gateway = distant('settings');
let server: Server;
let store: StoreMade;

beforeAll(async () => {
  server = await gateway.server();
  store = await aStore();
});
afterAll(() => server.stop());

const ask = (verb: string, path: string, body?: Json): Promise<Reply> =>
  call(verb, `/api/v3/admin/payment_methods${path}`, {
    headers: asOrderSystem(store),
    body,
    server: server.url,
  });
const add = (signing_secret: string): Promise<Reply> =>
  ask('POST', '', { type: gateway.id, name: 'Distant', preferences: { signing_secret } });
const change = (method: Json, signing_secret: string): Promise<Reply> =>
  ask('PATCH', `/${method.id as string}`, { preferences: { signing_secret } });

const WARNING = ['The payment provider could not be reached: the preferences were saved unchecked'];

it('valid settings are saved without a warning', async () => {
  const added = await add('right');
  expect([added.status, added.body.warnings]).toEqual([201, undefined]);
});

it.each([
  'throws at once',
  'throws a string',
  'rejects',
  'says nothing',
  'says null',
  'says a word',
  'says what is not known',
  'is unreachable',
])('a check that %s saves with a warning, on creation and on update', async (secret) => {
  const added = await add(secret);
  expect([added.status, added.body.warnings]).toEqual([201, WARNING]);
  const { body: right } = await add('right');
  const changed = await change(right, secret);
  expect([changed.status, changed.body.warnings]).toEqual([200, WARNING]);
});

it.each([
  ['is wrong', { 'preferences.signing_secret': ['is not known'] }],
  ['is wrong without a reason', { 'preferences.settings': ['were refused by the payment provider'] }],
  ['is wrong, and names nothing', { 'preferences.settings': ['were refused by the payment provider'] }],
  ['is wrong in a number', { 'preferences.settings': ['were refused by the payment provider'] }],
])('a check that %s saves nothing', async (secret, details) => {
  const { body: right } = await add('right');
  const { body: before } = await ask('GET', '');
  for (const refused of [await add(secret), await change(right, secret)])
    expect([refused.status, refused.body.error]).toMatchObject([422, { code: 'validation_error', details }]);
  expect((await ask('GET', '')).body).toEqual(before);
});
