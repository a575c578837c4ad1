import type { NestExpressApplication } from '@nestjs/platform-express';
import { raw, type NextFunction, type Request, type Response } from 'express';
import { checkBody, checkQuery, checkText } from './body-checks';
import { BodyNotJson, BodyTooLarge, MalformedJson } from '../errors/http.errors';
import { announcesNoBody, hasBody, isJson, parseJson } from './json-body';
import { hasRawBody } from './raw-body';
import { closeAfterResponse, onceTooLarge } from './too-large';

// 100 KiB: far more than any request of the APIs needs, and more than gateway events have.
const LIMIT_BYTES = 102_400;

const readBytes = raw({ limit: LIMIT_BYTES, type: () => true });

/**
 * For every route: a body that is not JSON is refused before anything runs, in the dialect of its path. Gateway events are left
 * as bytes.
 */
export function configureBodyParsing(app: NestExpressApplication): void {
  app.set('query parser', 'extended');
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (announcesNoBody(request)) return next(parse(request));
    if (hasBody(request) && !hasRawBody(request) && !isJson(request)) return next(new BodyNotJson());
    let isResponded = false;
    const proceed = (error?: unknown): void => {
      if (!isResponded) next(error);
      isResponded = true;
    };
    onceTooLarge(request, LIMIT_BYTES, () => {
      closeAfterResponse(request, response);
      proceed(new BodyTooLarge());
    });
    if (!isResponded)
      readBytes(request, response, (error?: unknown) => proceed(error ? readError(error) : parse(request)));
  });
}

/** Replaces the raw bytes with the parsed body; an empty body becomes an empty object. */
function parse(request: Request): unknown {
  try {
    checkText(decodeNul(request.url));
    if (hasRawBody(request)) return undefined;
    checkQuery(request.query);
    request.body = Buffer.isBuffer(request.body) ? parseJson(request.body) : {};
    checkBody(request.body);
    const isObject =
      typeof request.body === 'object' && request.body !== null && !Array.isArray(request.body);
    return isObject ? undefined : new MalformedJson('The request body must be a JSON object');
  } catch (error) {
    return error;
  }
}

function readError(error: unknown): Error {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : '';
  if (type === 'entity.too.large') return new BodyTooLarge();
  if (type === 'encoding.unsupported') return new BodyNotJson('The content encoding is not supported');
  return new MalformedJson();
}

function decodeNul(url: string): string {
  return url.replaceAll('%00', '\0');
}
