import { createHmac } from 'node:crypto';
import { anOrder, asGuest, byKey, call, type Json } from '../support/http';
import { aStore, database, serverEnv, type StoreMade } from '../support/tandem';

/**
 * Callers of a store API. anonymous: no key · wrong: a key that never existed · revoked · other store: another store's
 * publishable key · pk: only the store's own key · other token: the token of another order · other customer: their JWT ·
 * expired, none, HS512: the owner's JWT, but expired, unsigned, or signed with another algorithm ·
 * owner: the resource's owner
 */
export const SHOPPERS = [
  'anonymous',
  'wrong',
  'revoked',
  'other store',
  'pk',
  'other token',
  'other customer',
  'expired',
  'none',
  'HS512',
  'owner',
] as const;

/** Callers of an admin API. secret: a secret key · admin: an admin's JWT · other admin: another store's admin */
export const STAFF = [
  'anonymous',
  'wrong',
  'pk',
  'customer',
  'expired',
  'none',
  'HS512',
  'other admin',
  'secret',
  'admin',
] as const;

/** A route, its request, and the status for each caller, in the order of the lists above. */
export type Row = readonly [method: string, path: string, body: Json, statuses: readonly number[]];

export interface Stores {
  readonly store: StoreMade;
  readonly other: StoreMade;
  readonly revoked: string;
}

export async function threeStores(): Promise<Stores> {
  const [store, other, third] = [await aStore(), await aStore(), await aStore()];
  await database().query('UPDATE api_keys SET revoked_at = now() WHERE token = $1', [third.publishable_key]);
  await database().query(
    `INSERT INTO customers (store_id, id, email)
     SELECT store_id, $2, 'another@example.com' FROM api_keys WHERE token = $1`,
    [store.publishable_key, ANOTHER],
  );
  return { store, other, revoked: third.publishable_key };
}

export const bearer = (jwt: string): Record<string, string> => ({ authorization: `Bearer ${jwt}` });

/** A valid token's claims, except for `change`. */
function forged(
  jwt: string,
  change: (claims: Json) => Json,
  header: Json = { alg: 'HS256', typ: 'JWT' },
  secret = 'not the secret',
): string {
  const claims = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
  const encode = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode(header)}.${encode(change(claims))}`;
  if (header.alg === 'none') return `${signed}.`;
  const hash = header.alg === 'HS512' ? 'sha512' : 'sha256';
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}

const { JWT_SECRET = '' } = serverEnv;
const same = (claims: Json): Json => claims;
const expired = (jwt: string): string =>
  forged(jwt, (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 1 }), undefined, JWT_SECRET);
const unsigned = (jwt: string): string => forged(jwt, same, { alg: 'none', typ: 'JWT' });
const otherAlgorithm = (jwt: string): string => forged(jwt, same, { alg: 'HS512', typ: 'JWT' }, JWT_SECRET);

// An ordinary customer of the store, except for the id.
const ANOTHER = '01a1fc02-0000-7000-8000-000000000001';

/** A valid token of another customer of the same store. */
const another = (jwt: string): string =>
  forged(jwt, (claims) => ({ ...claims, sub: ANOTHER }), undefined, JWT_SECRET);

export async function shopperHeaders(
  caller: (typeof SHOPPERS)[number],
  { store, other, revoked }: Stores,
  keyHeader: 'x-spree-api-key' | 'x-publishable-api-key',
): Promise<Record<string, string>> {
  const key = { [keyHeader]: store.publishable_key };
  const own = store.customer.jwt;
  switch (caller) {
    case 'anonymous':
      return {};
    case 'wrong':
      return { ...bearer(own), [keyHeader]: `pk_${'0'.repeat(64)}` };
    case 'revoked':
      return { ...bearer(own), [keyHeader]: revoked };
    case 'other store':
      return { ...bearer(own), [keyHeader]: other.publishable_key };
    case 'pk':
      return key;
    case 'other token':
      return { ...key, ...(keyHeader === 'x-spree-api-key' && asGuest(store, await anOrder(store))) };
    case 'other customer':
      return { ...key, ...bearer(another(own)) };
    case 'expired':
      return { ...key, ...bearer(expired(own)) };
    case 'none':
      return { ...key, ...bearer(unsigned(own)) };
    case 'HS512':
      return { ...key, ...bearer(otherAlgorithm(own)) };
    case 'owner':
      return { ...key, ...bearer(own) };
  }
}

export function staffHeaders(
  caller: (typeof STAFF)[number],
  { store, other }: Stores,
  inSpree: boolean,
): Record<string, string> {
  const key = (token: string): Record<string, string> => byKey(token, inSpree ? '/api/v3' : '');
  switch (caller) {
    case 'anonymous':
      return {};
    case 'wrong':
      return key(`sk_${'0'.repeat(64)}`);
    case 'pk':
      return key(store.publishable_key);
    case 'customer':
      return bearer(store.customer.jwt);
    case 'expired':
      return bearer(expired(store.admin.jwt));
    case 'none':
      return bearer(unsigned(store.admin.jwt));
    case 'HS512':
      return bearer(otherAlgorithm(store.admin.jwt));
    case 'other admin':
      return bearer(other.admin.jwt);
    case 'secret':
      return key(store.secret_key);
    case 'admin':
      return bearer(store.admin.jwt);
  }
}

export const shape = (route: string): string =>
  route
    .replace(/\?.*/, '')
    .replace(/\{\w+\}|:\w+/g, '*')
    .replace(/^(\w+ \/auth\/)(customer|user)(?=\/emailpass)/, '$1*')
    .replace(/(\/webhooks\/providers\/)stripe$/, '$1*');

/** Compares a Swagger document with a table of tested routes: a route in only one of them fails. */
export async function expectWhole(
  document: string,
  rows: readonly (readonly [method: string, path: string, ...unknown[]])[],
): Promise<void> {
  const { body } = await call('GET', `/docs/${document}/openapi.json`);
  const served = Object.entries(body.paths as Record<string, Json>).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => shape(`${verb.toUpperCase()} ${path}`)),
  );
  expect(served.sort()).toEqual(rows.map(([method, path]) => shape(`${method} ${path}`)).sort());
}
