import { medusaIdOf } from '../../support/ids';
import { anOrder, asAdmin, call, type Json, type Reply } from '../../support/http';
import {
  createCookie,
  inviteUser,
  anEmail,
  auth,
  bearer,
  ends,
  PASSWORD,
  refused,
  type Ask,
} from '../../support/logins';
import { placed } from '../../support/medusa-admin';
import type { Server } from '../../support/server-process';
import { anotherServer, aStore, baseUrl, database, type StoreMade } from '../../support/tandem';

// A deleted member of staff loses access within a second: in both dialects, by token and by cookie, on every server.

let store: StoreMade;
let second: Server;

beforeAll(async () => {
  store = await aStore();
  second = await anotherServer();
});

afterAll(() => second.stop());

type Headers = Record<string, string>;

const deleteUser = (id: string): Promise<Reply> =>
  call('DELETE', `/admin/users/${id}`, { headers: asAdmin(store) });

async function keys(): Promise<number> {
  const { rows } = await database().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM api_keys WHERE store_id = (SELECT store_id FROM api_keys WHERE token = $1)`,
    [store.publishable_key],
  );
  return rows[0]?.count ?? 0;
}

describe('a member of staff who was deleted', () => {
  it('has no access by token or cookie, in either dialect, on either server', async () => {
    const payment = await placed(store, await anOrder(store));
    const { id, token } = await inviteUser(store);
    const cookie = await createCookie(token);
    const credentials: Headers[] = [bearer(token), { cookie }];
    const requests: [method: string, path: string, headers: Headers, body?: Json][] = [
      [
        'POST',
        '/api/v3/admin/api_keys',
        bearer(token),
        { name: 'x', key_type: 'secret', scopes: ['write_all'] },
      ],
      ['GET', '/api/v3/admin/orders', bearer(token)],
      ['POST', '/auth/token/refresh', bearer(token)],
      ['POST', '/auth/session', bearer(token)],
      ['DELETE', '/auth/session', { cookie }],
      ['POST', '/admin/invites/accept?token=x', bearer(token), {}],
      ...credentials.flatMap((headers): typeof requests => [
        ['POST', '/admin/api-keys', headers, { title: 'x', type: 'secret' }],
        ['POST', `/admin/payments/${payment}/capture`, headers, { amount: 1 }],
        ['POST', `/admin/payments/${payment}/refund`, headers, { amount: 1 }],
        ['POST', `/admin/payments/${payment}/cancel`, headers],
        ['POST', '/admin/invites', headers, { email: anEmail() }],
        ['GET', '/admin/users/me', headers],
      ]),
    ];
    const me =
      (headers: Headers, server: string): Ask =>
      () =>
        call('GET', '/admin/users/me', { headers, server });
    for (const server of [baseUrl, second.url])
      for (const headers of credentials) expect((await me(headers, server)()).status).toBe(200);
    expect((await deleteUser(id)).body).toEqual({ id, object: 'user', deleted: true });
    const before = await keys();
    for (const server of [baseUrl, second.url]) {
      for (const headers of credentials) await refused(me(headers, server));
      for (const [method, path, headers, body] of requests) {
        const reply = await call(method, path, { headers, body, server });
        expect([method, path, reply.status]).toEqual([method, path, 401]);
      }
    }
    expect(await keys()).toBe(before);
    const { body } = await call('GET', `/admin/payments/${payment}`, { headers: asAdmin(store) });
    expect(body.payment.captured_at).toBeNull();
  });

  it('gets no replay of an earlier response, not even with the same Idempotency-Key', async () => {
    const { id, token } = await inviteUser(store);
    const ask: Ask = () =>
      call('POST', '/admin/refund-reasons', {
        headers: { ...bearer(token), 'idempotency-key': 'of a member' },
        body: { label: 'x', code: `of ${id}` },
      });
    await ends(ask, () => deleteUser(id));
  });

  it('cannot log in, and cannot return by an invitation that was still open', async () => {
    const { id, email } = await inviteUser(store);
    // An open invitation from before they became a user.
    await database().query(
      `INSERT INTO invites (store_id, id, email, token_hash, expires_at)
       SELECT store_id, gen_random_uuid(), $2, sha256('inv_open'), now() + interval '1 day' FROM api_keys WHERE token = $1`,
      [store.publishable_key, email],
    );
    expect((await deleteUser(id)).status).toBe(200);
    expect((await auth('user/emailpass', { email, password: PASSWORD }, store)).status).toBe(401);
    const { body } = await auth('user/emailpass/register', { email, password: PASSWORD }, store);
    const accepted = await call('POST', '/admin/invites/accept?token=inv_open', {
      headers: bearer(body.token),
      body: {},
    });
    expect(accepted.status).toBe(401);
  });

  /** Creates an open invitation as the given caller; with null, a row from before creators were stored. */
  const invited = async (headers: Headers | null, email = anEmail()): Promise<string> => {
    if (headers !== null) {
      const { body } = await call('POST', '/admin/invites', { headers, body: { email } });
      return body.invite.id as string;
    }
    const { rows } = await database().query<{ id: string }>(
      `INSERT INTO invites (store_id, id, email, token_hash, expires_at)
       SELECT store_id, gen_random_uuid(), $2::text, sha256(convert_to($2, 'UTF8')), now() + interval '1 day' FROM api_keys WHERE token = $1
       RETURNING id`,
      [store.publishable_key, email],
    );
    return medusaIdOf('invite', rows[0]?.id ?? '');
  };
  const openInvites = async (): Promise<string[]> => {
    const { body } = await call('GET', '/admin/invites?limit=1000', { headers: asAdmin(store) });
    return body.invites.filter(({ accepted }: Json) => accepted === false).map(({ id }: Json) => id);
  };

  it('loses the open invitations that they made or were sent, and no others', async () => {
    const { id, email, token } = await inviteUser(store);
    const other = await inviteUser(store);
    const accepted = await inviteUser(store, token);
    const remaining = [await invited(bearer(other.token)), await invited(asAdmin(store))];
    const removed = [await invited(bearer(token)), await invited({ cookie: await createCookie(token) })];
    removed.push(await invited(null), await invited(null, email));
    expect(await openInvites()).toEqual(expect.arrayContaining([...remaining, ...removed]));
    expect((await deleteUser(id)).status).toBe(200);
    const left = await openInvites();
    expect(left).toEqual(expect.arrayContaining(remaining));
    expect(removed.filter((invite) => left.includes(invite))).toEqual([]);
    expect((await call('GET', '/admin/users/me', { headers: bearer(accepted.token) })).status).toBe(200);
  });

  it('leaves no open invitation, not even one made while a server still caches the login', async () => {
    for (const server of [baseUrl, second.url]) {
      const { id, token } = await inviteUser(store);
      const invite = (): Promise<Reply> =>
        call('POST', '/admin/invites', { headers: bearer(token), body: { email: anEmail() }, server });
      expect((await invite()).status).toBe(200);
      const before = await openInvites();
      const replies = await Promise.all([invite(), deleteUser(id), invite(), invite()]);
      replies.push(await invite());
      expect(replies.filter(({ status }) => ![200, 401].includes(status))).toEqual([]);
      expect((await openInvites()).length).toBe(before.length - 1);
    }
  });

  it('can be invited again, as a new user: the old token stays invalid', async () => {
    const { id, email, token } = await inviteUser(store);
    await deleteUser(id);
    const headers = asAdmin(store);
    const { body: invited } = await call('POST', '/admin/invites', { headers, body: { email } });
    const { body: early } = await auth('user/emailpass/register', { email, password: PASSWORD }, store);
    const again = await call('POST', `/admin/invites/accept?token=${invited.invite.token as string}`, {
      headers: bearer(early.token),
      body: {},
    });
    expect([again.status, again.body.user.id === id]).toEqual([200, false]);
    const me: Ask = () => call('GET', '/admin/users/me', { headers: bearer(token) });
    await refused(me);
    expect((await call('POST', '/auth/token/refresh', { headers: bearer(early.token) })).status).toBe(200);
  });

  it('is deleted through Spree’s route as well', async () => {
    const { email, token } = await inviteUser(store);
    const headers = { 'x-spree-api-key': store.secret_key };
    const listed = await call('GET', '/api/v3/admin/admin_users', { headers });
    const { id } = listed.body.data.find((user: Json) => user.email === email);
    expect((await call('GET', `/api/v3/admin/admin_users/${id as string}`, { headers })).body).toMatchObject({
      id,
      email,
      full_name: '',
    });
    const me: Ask = () => call('GET', '/api/v3/admin/orders', { headers: bearer(token) });
    await ends(me, async () => {
      const gone = await call('DELETE', `/api/v3/admin/admin_users/${id as string}`, { headers });
      expect([gone.status, gone.text]).toEqual([204, '']);
    });
    expect((await call('DELETE', `/api/v3/admin/admin_users/${id as string}`, { headers })).status).toBe(404);
  });
});

describe('the deletion of a user', () => {
  it('is refused for oneself', async () => {
    const { id, token } = await inviteUser(store);
    const reply = await call('DELETE', `/admin/users/${id}`, { headers: bearer(token) });
    const words = 'A user cannot delete itself';
    expect([reply.status, reply.body]).toEqual([400, { type: 'not_allowed', message: words }]);
    expect((await call('GET', '/admin/users/me', { headers: bearer(token) })).status).toBe(200);
  });

  it('of another store or with an unknown id answers 404', async () => {
    const other = await aStore();
    const { id, token } = await inviteUser(other);
    for (const wrong of [id, 'user_01M7XQT4PBGPVYGE0K7KDVXY5H', 'x', store.customer.id])
      expect((await deleteUser(wrong)).status).toBe(404);
    expect((await call('GET', '/admin/users/me', { headers: bearer(token) })).status).toBe(200);
  });

  it('succeeds for only one of two who delete each other at once', async () => {
    const members = [await inviteUser(store), await inviteUser(store)];
    const replies = await Promise.all(
      members.map(({ token }, i) =>
        call('DELETE', `/admin/users/${members[1 - i]?.id ?? ''}`, { headers: bearer(token) }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401]);
  });
});
