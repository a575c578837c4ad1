import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { newId } from '@tandem/ids';
import type { Request } from 'express';
import { JwtTokens } from './jwt-tokens';

const SECRET = 'a secret of this server, long enough';
const tokens = new JwtTokens({ jwtSecret: SECRET, orderTokenSecret: '', settingsSecret: '' });
const owner = { id: newId(), storeId: newId(), passwordChangedAt: null, loginId: newId() };
const now = Math.floor(Date.now() / 1000);

const CLAIMS = {
  sub: owner.id,
  store_id: owner.storeId,
  login_id: owner.loginId,
  jti: newId(),
  iss: 'tandem',
  aud: 'store',
  iat: now,
  exp: now + 3600,
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token made by hand, as an attacker would who knows or guesses the secret. */
function forged(claims: object, { alg = 'HS256', hash = 'sha256', secret = SECRET } = {}): string {
  const signed = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}

const unsigned = (alg: string): string => `${part({ alg, typ: 'JWT' })}.${part(CLAIMS)}.`;
const without = (claim: keyof typeof CLAIMS): string => forged({ ...CLAIMS, [claim]: undefined });
const ownerOf = (
  authorization: string | undefined,
  audience: Parameters<JwtTokens['ownerOf']>[1] = 'store',
): Promise<unknown> => tokens.ownerOf({ headers: { authorization } } as Request, audience);

it('a token names the account it was issued to, for an hour', async () => {
  const token = tokens.issue('store', owner);
  expect(await ownerOf(`Bearer ${token}`)).toEqual(owner);
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  expect(claims).toMatchObject({ iss: 'tandem', aud: 'store', sub: owner.id, store_id: owner.storeId });
  expect(claims.exp - claims.iat).toBe(3600);
});

it('no two tokens are the same', () => {
  expect(tokens.issue('store', owner)).not.toBe(tokens.issue('store', owner));
});

it('a token with the claims that the tests below vary is valid', async () => {
  expect(await ownerOf(`Bearer ${forged(CLAIMS)}`)).toEqual(owner);
});

it('a customer’s token is invalid for the admin API, and an admin’s for the store API', async () => {
  expect(await ownerOf(`Bearer ${tokens.issue('store', owner)}`, 'admin')).toBeNull();
  expect(await ownerOf(`Bearer ${tokens.issue('admin', owner)}`, 'store')).toBeNull();
});

it('a token names the time of the last password change', async () => {
  const passwordChangedAt = new Date('2026-11-21T10:00:00.123Z');
  const token = tokens.issue('store', { ...owner, passwordChangedAt });
  expect(await ownerOf(`Bearer ${token}`)).toEqual({ ...owner, passwordChangedAt });
});

it('a first-version token counts as its own login, and a token of the command line has none', async () => {
  const old = forged({ ...CLAIMS, login_id: undefined });
  expect(await ownerOf(`Bearer ${old}`)).toEqual({ ...owner, loginId: CLAIMS.jti });
  const made = tokens.issue('store', { ...owner, loginId: null });
  expect(await ownerOf(`Bearer ${made}`)).toEqual({ ...owner, loginId: null });
});

describe('after a rotation of the secret', () => {
  const next = 'the next secret of this server, long too';
  const rotated = new JwtTokens({
    jwtSecret: next,
    jwtSecretPrevious: SECRET,
    orderTokenSecret: '',
    settingsSecret: '',
  });
  const after = (token: string): Promise<unknown> =>
    rotated.ownerOf({ headers: { authorization: `Bearer ${token}` } } as Request, 'store');

  it('a token of the previous secret is still valid, and new ones are signed with the current secret', async () => {
    expect(await after(tokens.issue('store', owner))).toEqual(owner);
    expect(await after(rotated.issue('store', owner))).toEqual(owner);
    expect(await ownerOf(`Bearer ${rotated.issue('store', owner)}`)).toBeNull();
  });

  it.each([
    ['has expired', forged({ ...CLAIMS, exp: now - 1 })],
    ['is for another audience', forged({ ...CLAIMS, aud: 'admin' })],
    ['was signed with a third secret', forged(CLAIMS, { secret: 'guessed' })],
  ])('a token of the previous secret that %s is invalid', async (_, token) => {
    expect(await after(token)).toBeNull();
  });
});

it('a token of a registration is invalid for accounts, and an account’s for registrations', async () => {
  const token = tokens.issue('customer registration', owner);
  for (const audience of ['store', 'admin', 'user registration'] as const)
    expect(await ownerOf(`Bearer ${token}`, audience)).toBeNull();
  expect(await ownerOf(`Bearer ${token}`, 'customer registration')).toEqual(owner);
  expect(await ownerOf(`Bearer ${tokens.issue('store', owner)}`, 'customer registration')).toBeNull();
});

it.each([
  ['signed with another secret', forged(CLAIMS, { secret: 'guessed' })],
  ['signed with no secret', forged(CLAIMS, { secret: '' })],
  ['unsigned, algorithm none', unsigned('none')],
  ['unsigned, algorithm HS256', unsigned('HS256')],
  ['of HS512', forged(CLAIMS, { alg: 'HS512', hash: 'sha512' })],
  ['that says RS256 over an HMAC', forged(CLAIMS, { alg: 'RS256' })],
  ['that has expired', forged({ ...CLAIMS, exp: now - 1 })],
  ['that never expires', without('exp')],
  ['whose expiry is text', forged({ ...CLAIMS, exp: `${now + 3600}` })],
  ['that is not valid yet', forged({ ...CLAIMS, nbf: now + 60 })],
  ['of another issuer', forged({ ...CLAIMS, iss: 'elsewhere' })],
  ['of no issuer', without('iss')],
  ['for no audience', without('aud')],
  ['without an owner', without('sub')],
  ['of no store', without('store_id')],
  ['whose owner is no id', forged({ ...CLAIMS, sub: "' OR 1=1" })],
  ['whose claims are changed', forged(CLAIMS).replace(part(CLAIMS), part({ ...CLAIMS, sub: newId() }))],
])('a token %s is invalid', async (_, token) => {
  expect(await ownerOf(`Bearer ${token}`)).toBeNull();
});

it.each([
  ['no header', undefined],
  ['an empty one', ''],
  ['Bearer alone', 'Bearer '],
  ['junk', 'Bearer x.y.z'],
  ['another scheme', `Basic ${tokens.issue('store', owner)}`],
  ['a secret key', `Bearer sk_${'a'.repeat(64)}`],
])('%s instead of a token names no owner', async (_, authorization) => {
  expect(await ownerOf(authorization)).toBeNull();
});
