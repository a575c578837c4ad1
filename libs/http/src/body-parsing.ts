import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, raw, type NextFunction, type Request, type Response } from 'express';
import { checkBody, checkText } from './body-checks';
import { BodyTooLarge, MalformedJson } from './http.errors';
import { hasRawBody } from './raw-body';

// Spree's limit (its middleware), and ours for both dialects.
const LIMIT_BYTES = 102_400;

const parse = json({ limit: LIMIT_BYTES, strict: false });
const keep = raw({ limit: LIMIT_BYTES, type: () => true });

/** Reads JSON bodies within their limits; what is wrong with one is answered in the dialect of its path. */
export function configureBodyParsing(app: NestExpressApplication): void {
  app.set('query parser', 'extended');
  app.use((request: Request, response: Response, next: NextFunction) => {
    const read = hasRawBody(request) ? keep : parse;
    read(request, response, (error?: unknown) => next(error ? parseError(error) : checked(request)));
  });
}

function checked(request: Request): unknown {
  try {
    checkText(decodeLoosely(request.url));
    // A body that is not JSON at all stays unread: for a DTO it is an empty one. (JSON's null is no object.)
    if (request.body === undefined) request.body = {};
    if (Buffer.isBuffer(request.body)) return undefined;
    checkBody(request.body);
    const isObject =
      typeof request.body === 'object' && request.body !== null && !Array.isArray(request.body);
    return isObject ? undefined : new MalformedJson('The request body must be a JSON object');
  } catch (error) {
    return error;
  }
}

function parseError(error: unknown): Error {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : '';
  if (type === 'entity.too.large') return new BodyTooLarge();
  return new MalformedJson(error instanceof SyntaxError ? withoutQuote(error.message) : undefined);
}

/** The parser quotes the body it could not read, which may hold what an error must not show. */
function withoutQuote(message: string): string {
  return message.replace(/,? *(\.\.\.)?"[^]*$/, '');
}

function decodeLoosely(url: string): string {
  return url.replaceAll('%00', '\0');
}
