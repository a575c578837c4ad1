import * as fc from 'fast-check';
import { checkBody, checkQuery, checkText } from './body-checks';
import {
  BodyTooDeep,
  LoneSurrogate,
  InvalidRequest,
  MalformedJson,
  NulCharacter,
} from '../errors/http.errors';

const nested = (levels: number, open: string, close: string): unknown =>
  JSON.parse(`${open.repeat(levels)}1${close.repeat(levels)}`);

describe.each([
  ['objects', '{"a":', '}'],
  ['arrays', '[', ']'],
])('a body of nested %s', (_, open, close) => {
  it('is read down to 32 levels', () => {
    expect(() => checkBody(nested(32, open, close))).not.toThrow();
  });

  it('is refused below them at any depth, before any recursive code runs', () => {
    expect(() => checkBody(nested(33, open, close))).toThrow(BodyTooDeep);
    expect(() => checkBody(nested(9_000, open, close))).toThrow(BodyTooDeep);
  });
});

it.each([
  ['the body', 'a\0'],
  ['a value', { a: 'x\0y' }],
  ['a key', { 'a\0': 1 }],
  ['an item of a nested list', { a: [{ b: ['\0'] }] }],
])('a NUL character in %s never reaches the database', (_, body) => {
  expect(() => checkBody(body)).toThrow(NulCharacter);
});

it.each(['\ud800', 'a\udfff', { a: ['\ud83d'] }, { '\ude00\ud83d': 1 }])(
  'a lone surrogate in %j never reaches the database',
  (body) => {
    expect(() => checkBody(body)).toThrow(LoneSurrogate);
  },
);

it('a surrogate pair is accepted', () => {
  expect(() => checkBody({ '\u{1f600}': ['\ud83d\ude00'] })).not.toThrow();
});

it.each(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'])(
  'a property named %s is refused at any depth',
  (name) => {
    expect(() => checkBody(JSON.parse(`{"${name}":1}`))).toThrow(MalformedJson);
    expect(() => checkBody(JSON.parse(`{"a":[{"${name}":{"admin":true}}]}`))).toThrow(MalformedJson);
  },
);

it.each<unknown>([{ toString: '1' }, { q: { hasOwnProperty: '1' } }, { created_at: [{ valueOf: '1' }] }])(
  'a query like %j is refused: if it were dropped, the filter would be lost',
  (query) => {
    expect(() => checkQuery(query)).toThrow(InvalidRequest);
  },
);

it('any other query is accepted', () => {
  for (const query of [
    {},
    { q: { email_eq: 'toString' } },
    { id: ['a', 'b'] },
    { a: { b: { c: { d: {} } } } },
  ])
    expect(() => checkQuery(query)).not.toThrow();
});

it('any other JSON is accepted unchanged', () => {
  const names = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'].join('|');
  const prototypeKey = new RegExp(`\\\\u0000|"(?:${names})":`);
  const body = fc.jsonValue({ maxDepth: 8 }).filter((value) => !prototypeKey.test(JSON.stringify(value)));
  fc.assert(
    fc.property(body, (value) => {
      const before = JSON.stringify(value);
      expect(() => checkBody(value)).not.toThrow();
      expect(JSON.stringify(value)).toBe(before);
    }),
  );
});

it('text without a NUL character is accepted', () => {
  expect(() => checkText('\u0001 €')).not.toThrow();
  expect(() => checkText('\0')).toThrow(NulCharacter);
});
