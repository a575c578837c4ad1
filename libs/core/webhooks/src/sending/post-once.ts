import type { LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { propertiesOf } from '@tandem/objects';
import { lookUp } from './look-up';
import { hostOf, isPublicAddress } from './public-address';

const TIME_LIMIT_MS = 10_000;

// Stored part of a response: enough to see the receiver's error message.
const MAX_BODY_BYTES = 1024;

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostLimits {
  readonly allowPrivate: boolean;
  readonly timeLimitMs?: number;
}

/** The response, or why there was none. */
export type Posted =
  | { readonly is: 'answered'; readonly status: number; readonly body: string }
  | { readonly is: 'unanswered'; readonly error: string };

class PrivateAddress extends Error {
  override readonly message = 'the address is not public';
}

/**
 * Sends one POST with an overall timeout. A redirect counts as a response. The resolved address is checked in the same
 * lookup that connects, so that a second lookup cannot return another one.
 */
export async function postOnce(post: Post, limits: PostLimits): Promise<Posted> {
  try {
    return await responseOf(post, limits);
  } catch (error) {
    return { is: 'unanswered', error: reasonOf(error) };
  }
}

async function responseOf({ url, headers, body }: Post, limits: PostLimits): Promise<Posted> {
  const target = new URL(url);
  const host = hostOf(target);
  // A literal address is connected to without a lookup.
  if (!limits.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress();
  const send = target.protocol === 'http:' ? requestHttp : requestHttps;
  const signal = AbortSignal.timeout(limits.timeLimitMs ?? TIME_LIMIT_MS);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sending = send(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal,
      // A new connection: a pooled one was checked for another delivery.
      agent: false,
      ...(!limits.allowPrivate && { lookup: lookUpPublic }),
    });
    // An error after the response ends its body; without a listener it would crash the process.
    sending.on('response', resolve).on('error', reject);
    // If the receiver switches protocols (101), the connection is closed, and this is the only event.
    sending.on('close', () => reject(new Error('closed without a response'))).end(body);
  });
  return { is: 'answered', status: response.statusCode ?? 0, body: await readBeginning(response) };
}

/** Whatever part of the body arrived: the status alone decides. */
async function readBeginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    const body: AsyncIterable<Buffer> = response;
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= MAX_BODY_BYTES) break;
    }
  } catch {
    // Truncated or too slow.
  }
  response.destroy();
  // Postgres text cannot contain NUL.
  return Buffer.concat(chunks).subarray(0, MAX_BODY_BYTES).toString('utf8').replaceAll('\0', '');
}

const lookUpPublic: LookupFunction = (host, options, done) => {
  publicAddressesOf(host).then(
    ([first, ...others]) =>
      options.all ? done(null, [first, ...others]) : done(null, first.address, first.family),
    (error: Error) => done(error, '', 0),
  );
};

/** @throws PrivateAddress if any is private, because we do not choose which one is used */
async function publicAddressesOf(host: string): Promise<[LookupAddress, ...LookupAddress[]]> {
  const [first, ...others] = await lookUp(host);
  if (!first || ![first, ...others].every(({ address }) => isPublicAddress(address)))
    throw new PrivateAddress();
  return [first, ...others];
}

/** A reason that reveals nothing about the network behind an address. */
function reasonOf(error: unknown): string {
  if (error instanceof PrivateAddress) return error.message;
  const { name, code } = propertiesOf(error);
  if (name === 'AbortError' || name === 'TimeoutError') return 'no response in time';
  return typeof code === 'string' ? code : 'no response';
}
