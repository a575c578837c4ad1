import { canonicalJson, fingerprintOf } from './fingerprint';

const of = (more: object): string =>
  fingerprintOf({ method: 'POST', path: '/a', query: {}, body: { a: 1 }, ...more }).toString('hex');

it('is the same for the same meaning, whatever the order of keys', () => {
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
  expect(new Set([of({}), ...others.map(of)]).size).toBe(6);
});
