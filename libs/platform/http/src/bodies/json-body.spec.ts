import * as fc from 'fast-check';
import { MalformedJson } from '../errors/http.errors';
import { hasBody, isJson, parseJson } from './json-body';

const typed = (...types: string[]): boolean => isJson({ headersDistinct: { 'content-type': types } });

it.each([
  'application/json',
  'Application/JSON',
  ' application/json ',
  'application/json;',
  'application/json; charset=utf-8',
  'application/json;charset=UTF8',
  'application/json; charset="utf-8"',
  'application/json ; odata=verbose ; Charset=Utf-8;',
  'application/json; x="a;charset=latin1"',
  'application/vnd.api+json',
  'application/merge-patch+json; charset=utf8',
  'APPLICATION/PROBLEM+JSON',
])('%s is JSON', (type) => {
  expect(typed(type)).toBe(true);
});

it.each([
  '',
  'json',
  'text/json',
  'text/plain',
  'application/x-json',
  'application/json+xml',
  'application/jsonp',
  'application/+json',
  'application/a b+json',
  'application/json, text/plain',
  'application/json, application/json',
  'application/json charset=utf-8',
  'application/json; charset',
  'application/json; charset=',
  'application/json; charset=latin1',
  'application/json; charset=utf-16',
  'application/json; charset=us-ascii',
  'application/json; charset="utf-8',
  'application/json; charset=utf-8; charset=utf-16',
  'text/plain; x=application/json',
])('%j is not JSON', (type) => {
  expect(typed(type)).toBe(false);
});

it('no type, or several, is not JSON', () => {
  expect([typed(), typed('application/json', 'application/json')]).toEqual([false, false]);
});

it('reads a long list of parameters in linear time', () => {
  expect(typed(`application/json${'; '.repeat(100_000)}x`)).toBe(false);
  expect(typed(`application/json; ${'a'.repeat(100_000)}`)).toBe(false);
});

it.each([
  [{}, false],
  [{ 'content-length': '0' }, false],
  [{ 'content-length': '0', 'content-type': 'text/plain' }, false],
  [{ 'content-type': 'text/plain' }, false],
  [{ 'content-length': '1' }, true],
  [{ 'transfer-encoding': 'chunked' }, true],
])('headers %j announce a body: %s', (headers, expected) => {
  expect(hasBody({ headers })).toBe(expected);
});

it('reads an empty body as an empty object, and ignores a byte order mark', () => {
  expect(parseJson(Buffer.alloc(0))).toEqual({});
  expect(parseJson(Buffer.from('\uFEFF{"a":"é"}'))).toEqual({ a: 'é' });
});

it.each([
  [Buffer.from('{"a":"\u00e9"}', 'latin1'), 'The request body is not UTF-8'],
  [Buffer.from('{"a":1}', 'utf16le'), /JSON/],
  [Buffer.from('{"secret":hunter2}'), /^(?!.*hunter2)/],
])('refuses %s without quoting it', (bytes, message) => {
  expect(() => parseJson(bytes)).toThrow(MalformedJson);
  expect(() => parseJson(bytes)).toThrow(message);
});

it.each([
  '{"amount":"1","amount":"100"}',
  '{"amount":1,"\\u0061mount":100}',
  '{"a":{"b":1,"b" : 1}}',
  '{"items":[{"a":1},{"a":1,"c":{},"a":2}]}',
  '{"":1,"":2}',
  '{"\\"":1,"\\"":2}',
])('a body with a duplicate property is refused: %s', (text) => {
  expect(() => parseJson(Buffer.from(text))).toThrow('The request body names a property twice');
});

it.each([
  '{"a":{"a":{"a":1}},"b":{"a":1}}',
  '[{"a":1},{"a":2}]',
  '{"a":"\\"a\\":","b":"a"}',
  '{"a":"{","b":"}","c":["a","a"]}',
])('the same name in another object, or inside a text, is not a duplicate: %s', (text) => {
  expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
});

it('any serialized JSON is read unchanged', () => {
  const value = fc.jsonValue().filter((written) => !JSON.stringify(written).includes('__proto__'));
  fc.assert(
    fc.property(value, (written) => {
      const text = JSON.stringify(written);
      expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
    }),
  );
});
