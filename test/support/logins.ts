import { asShopper, call, type Json, type Reply } from './http';
import type { StoreMade } from './tandem';
import { until } from './target-server';

export const PASSWORD = 'correct horse battery';

let count = 0;
export const anEmail = (): string => `medusa-${process.pid}-${Date.now()}-${++count}@example.com`;

/** Calls one of Medusa's auth routes; with a store, using its publishable key. */
export function auth(path: string, body: Json, store?: StoreMade): Promise<Reply> {
  const headers: Record<string, string> = store ? { 'x-publishable-api-key': store.publishable_key } : {};
  return call('POST', `/auth/${path}`, { headers, body });
}

/** A registration's token. */
export async function registered(store: StoreMade, email: string, password = PASSWORD): Promise<string> {
  const reply = await auth('customer/emailpass/register', { email, password }, store);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.token as string;
}

/** A customer with an account, and their token. */
export async function createAccount(store: StoreMade): Promise<{ id: string; email: string; token: string }> {
  const email = anEmail();
  const registration = await registered(store, email);
  const headers = asShopper(store, undefined, registration);
  const made = await call('POST', '/store/customers', { headers, body: { email } });
  const { body } = await auth('customer/emailpass', { email, password: PASSWORD }, store);
  return { id: made.body.customer.id, email, token: body.token };
}

/** A user invited to the store's staff (by its first admin by default), with an account and token. */
export async function inviteUser(
  store: StoreMade,
  inviter = store.admin.jwt,
): Promise<{ id: string; email: string; token: string }> {
  const email = anEmail();
  const headers = bearer(inviter);
  const { body: invited } = await call('POST', '/admin/invites', { headers, body: { email } });
  const { body: early } = await auth('user/emailpass/register', { email, password: PASSWORD }, store);
  const accepted = await call('POST', `/admin/invites/accept?token=${invited.invite.token as string}`, {
    headers: { authorization: `Bearer ${early.token as string}` },
    body: { email },
  });
  if (accepted.status !== 200) throw new Error(accepted.text);
  const { body } = await auth('user/emailpass', { email, password: PASSWORD }, store);
  return { id: accepted.body.user.id, email, token: body.token };
}

/** The cookie of a session created with a token. */
export async function createCookie(token: string, server?: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const reply = await call('POST', '/auth/session', { headers, server });
  if (reply.status !== 200) throw new Error(reply.text);
  return /^connect\.sid=[^;]+/.exec(reply.headers.get('set-cookie') ?? '')?.[0] ?? '';
}

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** A repeatable request. */
export type Ask = () => Promise<Reply>;

/** Waits until an ended login is refused: logins are cached for up to a second. */
export function refused(ask: Ask): Promise<void> {
  return until(async () => (await ask()).status === 401, 5_000);
}

/** Checks that a login is accepted, and refused once it has ended. */
export async function ends(ask: Ask, end: () => Promise<unknown>): Promise<void> {
  expect((await ask()).status).toBeLessThan(300);
  await end();
  await refused(ask);
}
