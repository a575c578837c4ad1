import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Gateways sign what they send byte by byte, so it is kept as it came. */
const RAW_PATHS = /^\/(hooks|api\/v3\/webhooks)\//i;

/** A request as it came: what a signature is checked against. */
export interface RawBody {
  /** Names in lower case; a header that was sent twice has its values joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function hasRawBody({ path }: Request): boolean {
  return RAW_PATHS.test(path);
}

/** The request's headers and unread body, on a path of gateways. */
export const RawRequest = createParamDecorator((_: unknown, execution: ExecutionContext): RawBody => {
  const request = execution.switchToHttp().getRequest<Request>();
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    [value].flat().join(', '),
  ]);
  const body: unknown = request.body;
  return {
    headers: Object.fromEntries(headers),
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
  };
});
