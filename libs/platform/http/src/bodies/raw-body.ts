import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Gateways sign the exact bytes they send, so these bodies stay raw. */
const RAW_PATHS = /^\/(hooks|api\/v3\/webhooks)\//i;

/** A request as received: what a signature is checked against. */
export interface RawBody {
  /** Names in lower case; repeated headers are joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function hasRawBody({ path }: Request): boolean {
  return RAW_PATHS.test(path);
}

/** The headers and raw body of a gateway's request. */
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
