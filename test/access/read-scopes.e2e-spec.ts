import { asGuest, asOrderSystem, call, methodOf, type Json } from '../support/http';
import { uuidOf } from '../support/ids';
import { aGiftCard, asStaff } from '../support/spree';
import { aStore, database, type StoreMade } from '../support/tandem';
import { ADMIN_ROUTES } from './admin-routes';
import { fill, idsFor, type Ids } from './fixtures';
import { ScopedKeys } from './scoped-keys';

// Read-only keys get no secrets: no client secret, order token, gift card code, API key or invitation.

const READS = ADMIN_ROUTES.filter(
  ([method, , , , scope]) => method === 'GET' && typeof scope === 'string',
).map(([, path, , , scope]) => [path, scope as string] as const);

// Medusa's `fields` can request anything; each dialect ignores the other's.
const ALL_FIELDS =
  'fields=*payment_collections.payment_sessions,*payment_session,*payment_collection.payment_sessions,*';

let store: StoreMade;
let keys: ScopedKeys;
let ids: Ids;
let secrets: readonly string[];

/** Creates a record for every route, and notes the secrets. */
beforeAll(async () => {
  store = await aStore();
  keys = new ScopedKeys(store);
  ids = await idsFor(store, READS.map(([path]) => path).join(' '));
  const order = ids['order'] ?? '';
  const { code } = await aGiftCard(store);
  const { token } = await asStaff(store, 'GET', `/orders/${order}`);
  const { rows } = await database().query<{ secret: string }>(
    `SELECT data->>'client_secret' AS secret FROM payment_sessions WHERE order_id = $1`,
    [uuidOf(order)],
  );
  secrets = [code, token, store.secret_key, ...rows.map(({ secret }) => secret)] as string[];
  expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 10)).toBe(true);
  expect(secrets.length).toBeGreaterThan(3);
}, 60_000);

/** Properties named like a secret that have a value. */
function secretsIn(value: Json, path = ''): string[] {
  if (typeof value !== 'object' || value === null) {
    const isNamed = /(secret|token|ephemeral\w*)$/i.test(path) && typeof value === 'string';
    // Publishable keys are public.
    return isNamed && value !== '' && !/^(pk_|\*)/.test(value) ? [`${path}=${String(value)}`] : [];
  }
  return Object.entries(value as object).flatMap(([name, inner]) => secretsIn(inner, `${path}.${name}`));
}

describe.each(READS)('GET %s', (path, scope) => {
  it.each([[scope], ['read_all']])('shows no secrets to %s', async (granted) => {
    const headers = await keys.headers(path, granted);
    for (const query of ['', ALL_FIELDS]) {
      const requested = `${fill(path, ids)}${query && `?${query}`}`;
      const reply = await call('GET', requested, { headers });
      expect([reply.status, reply.text]).toEqual([200, reply.text]);
      expect(secrets.filter((secret) => reply.text.includes(secret))).toEqual([]);
      expect(secretsIn(reply.body)).toEqual([]);
    }
  });
});

describe('a key with write scope', () => {
  const order = (): string => ids['order'] ?? '';
  const requested = async (path: string, ...scopes: string[]): Promise<Json> =>
    (await call('GET', path, { headers: await keys.headers(path, ...scopes) })).body;

  it.each([
    ['read_orders', ''],
    ['write_orders', expect.stringMatching(/.{20,}/)],
  ])('reads an order’s token: %s', async (scope, token) => {
    expect((await requested(`/api/v3/admin/orders/${order()}`, scope)).token).toEqual(token);
  });

  it.each([
    ['read_gift_cards', /^\*{4}.{4}$/],
    ['write_gift_cards', /^\w{10,}$/],
  ])('reads a gift card’s code: %s', async (scope, code) => {
    const [card] = (await requested('/api/v3/admin/gift_cards', scope)).data;
    expect(card.code).toMatch(code);
  });

  it('gets a session’s client secret only when creating it; the shopper always does', async () => {
    const { order: open = '' } = await idsFor(store, '');
    const path = `/api/v3/admin/orders/${open}/payment_sessions`;
    const headers = asOrderSystem(store);
    const body = { payment_method_id: methodOf(store) };
    const session = (await call('POST', path, { headers, body })).body;
    const { client_secret } = session.external_data;
    expect(client_secret).toMatch(/^bogus_secret_/);
    for (const method of ['GET', 'PATCH']) {
      const shown = await call(method, `${path}/${session.id as string}`, {
        headers,
        ...(method === 'PATCH' && { body: {} }),
      });
      expect([shown.status, shown.body.external_data]).toEqual([200, {}]);
    }
    const { token } = await asStaff(store, 'GET', `/orders/${open}`);
    const shopper = asGuest(store, { token });
    const mine = await call('GET', `/api/v3/store/orders/${open}/payment_sessions/${session.id as string}`, {
      headers: { ...shopper, authorization: `Bearer ${store.customer.jwt}` },
    });
    expect(mine.body.external_data).toEqual({ client_secret });
  });
});
