import { createHash } from 'node:crypto';
import { DerivedKeys } from '@tandem/auth';
import { canonicalJson, Fingerprints } from './fingerprint';

const with_ = (settingsSecret: string, settingsSecretPrevious: string | null = null): Fingerprints =>
  new Fingerprints(
    new DerivedKeys({ jwtSecret: 'j', orderTokenSecret: 'o', settingsSecret, settingsSecretPrevious }),
  );
const SECRET = 'a secret of at least thirty-two characters';
const of = (more: object, secret = SECRET): string =>
  with_(secret)
    .calculate({ method: 'POST', path: '/a', query: {}, body: { a: 1 }, ...more })[0]
    .toString('hex');

it('ignores the order of keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":"x","d":null}]}',
  );
  expect(of({ body: { x: 1, y: 2 } })).toBe(of({ body: { y: 2, x: 1 } }));
});

it('differs by method, path, query and body', () => {
  const others = [
    { method: 'PATCH' },
    { path: '/b' },
    { query: { fields: 'id' } },
    { body: { a: 2 } },
    { body: {} },
  ];
  expect(new Set([of({}), ...others.map((more) => of(more))]).size).toBe(6);
});

it('is the same in every process that has the secret, and cannot be computed without it', () => {
  const login = { path: '/login', body: { password: 'hunter2' } };
  expect(of(login)).toBe(of(login));
  expect(of(login)).not.toBe(of(login, 'another secret of thirty-two characters'));
  const guessed = createHash('sha256').update('POST\n/login\n{}\n{"password":"hunter2"}').digest('hex');
  expect(of(login)).not.toBe(guessed);
});

it('matches one made with the previous secret, but is not stored with it', () => {
  const request = { method: 'POST', path: '/a', query: {}, body: { a: 1 } };
  const rotated = with_('another secret of thirty-two characters', SECRET).calculate(request);
  expect(rotated.map((one) => one.toString('hex'))).toEqual([
    of({}, 'another secret of thirty-two characters'),
    of({}),
  ]);
});
