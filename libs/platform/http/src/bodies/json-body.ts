import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { MalformedJson } from '../errors/http.errors';

const JSON_TYPE = /^\s*application\/(?:[\w!#$&^.+-]+\+)?json\s*(?=;|$)/i;
// RFC 9110, 5.6.6: a parameter may be missing after its semicolon.
const PARAMETER = /;\s*(?:([\w!#$%&'*+.^`|~-]+)=([\w!#$%&'*+.^`|~-]+|"(?:[^"\\]|\\.)*"))?\s*/y;
const UTF8 = /^"?utf-?8"?$/i;

/** RFC 9112, 6.3: a positive length or a transfer coding announces a body, for any method. */
export function hasBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** No length, not even zero: nothing to read. */
export function announcesNoBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['transfer-encoding'] === undefined && headers['content-length'] === undefined;
}

/** Exactly one Content-Type, `application/json` or `application/…+json`, in UTF-8 (RFC 8259, 8.1) or without a charset. */
export function isJson({ headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>): boolean {
  const [type = '', ...more] = headersDistinct['content-type'] ?? [];
  const start = JSON_TYPE.exec(type)?.[0].length;
  return more.length === 0 && start !== undefined && hasOnlyUtf8(type, start);
}

function hasOnlyUtf8(type: string, start: number): boolean {
  for (let at = start; at < type.length; at = PARAMETER.lastIndex) {
    PARAMETER.lastIndex = at;
    const parameter = PARAMETER.exec(type);
    if (!parameter) return false;
    if (parameter[1]?.toLowerCase() === 'charset' && !UTF8.test(parameter[2] ?? '')) return false;
  }
  return true;
}

/** An empty body is an empty object: SDKs send JSON's content type with it. @throws MalformedJson */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  // Decoding replaces invalid bytes, so two different bodies could read the same.
  if (!isUtf8(bytes)) throw new MalformedJson('The request body is not UTF-8');
  const text = bytes.toString().replace(/^\uFEFF/, '');
  const body = parsed(text);
  if (hasDuplicateKey(text)) throw new MalformedJson('The request body names a property twice');
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MalformedJson(error instanceof SyntaxError ? withoutQuote(error.message) : undefined);
  }
}

/** Removes the parser's quote of the body, which may contain a secret. */
function withoutQuote(message: string): string {
  return message.replace(/,? *(\.\.\.)?"[^]*$/, '');
}

const STRING_OR_BRACE = /"[^"\\]*(?:\\.[^"\\]*)*"(?=(\s*:)?)|[{}]/gs;

/** Whether an object of valid JSON has a duplicate name: JSON.parse takes the last, so a check of the first could be bypassed. */
function hasDuplicateKey(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, colon] of text.matchAll(STRING_OR_BRACE)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon !== undefined && isRepeated(open.at(-1), String(JSON.parse(token)))) return true;
  }
  return false;
}

/** Adds the name if it is new. */
function isRepeated(names: Set<string> | undefined, name: string): boolean {
  if (names?.has(name)) return true;
  names?.add(name);
  return false;
}
