import type { LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { propertiesOf } from '@tandem/objects';
import { lookUp } from './look-up';
import { hostOf, isPublicAddress } from './public-address';

const TIME_LIMIT_MS = 10_000;

// What is kept of an answer: enough to see what the receiver's framework had to say.
const MOST_BODY_BYTES = 1024;

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostLimits {
  readonly allowPrivate: boolean;
  readonly timeLimitMs?: number;
}

/** What came of it: an answer, or the reason why there was none. */
export type Posted =
  | { readonly is: 'answered'; readonly status: number; readonly body: string }
  | { readonly is: 'unanswered'; readonly error: string };

class PrivateAddress extends Error {
  override readonly message = 'the address is not public';
}

/**
 * One POST with a time limit for all of it. A redirect is an answer like any other. The address that a name resolves to
 * is judged by the very look-up that connects, so that no second look-up can give another one.
 */
export async function postOnce(post: Post, limits: PostLimits): Promise<Posted> {
  try {
    return await answerOf(post, limits);
  } catch (error) {
    return { is: 'unanswered', error: reasonOf(error) };
  }
}

async function answerOf({ url, headers, body }: Post, limits: PostLimits): Promise<Posted> {
  const target = new URL(url);
  const host = hostOf(target);
  // A literal address is connected to without any look-up.
  if (!limits.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress();
  const send = target.protocol === 'http:' ? requestHttp : requestHttps;
  const signal = AbortSignal.timeout(limits.timeLimitMs ?? TIME_LIMIT_MS);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sending = send(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal,
      // A connection of its own: a kept one was judged for another delivery.
      agent: false,
      ...(!limits.allowPrivate && { lookup: lookUpPublic }),
    });
    // An error after the answer ends its body; without a listener it would end the process.
    sending.on('response', resolve).on('error', reject);
    // A receiver that wants to switch protocols (101) gets its connection closed, and this is then the only event.
    sending.on('close', () => reject(new Error('closed without an answer'))).end(body);
  });
  return { is: 'answered', status: answer.statusCode ?? 0, body: await beginningOf(answer) };
}

/** What came of the body counts however it ended: the status is the answer. */
async function beginningOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    const body: AsyncIterable<Buffer> = answer;
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= MOST_BODY_BYTES) break;
    }
  } catch {
    // Cut off, or too slow.
  }
  answer.destroy();
  // Postgres keeps no NUL in text.
  return Buffer.concat(chunks).subarray(0, MOST_BODY_BYTES).toString('utf8').replaceAll('\0', '');
}

const lookUpPublic: LookupFunction = (host, options, done) => {
  publicAddressesOf(host).then(
    ([first, ...others]) =>
      options.all ? done(null, [first, ...others]) : done(null, first.address, first.family),
    (error: Error) => done(error, '', 0),
  );
};

/** @throws PrivateAddress where one among them is: which is taken is not ours to choose */
async function publicAddressesOf(host: string): Promise<[LookupAddress, ...LookupAddress[]]> {
  const [first, ...others] = await lookUp(host);
  if (!first || ![first, ...others].every(({ address }) => isPublicAddress(address)))
    throw new PrivateAddress();
  return [first, ...others];
}

/** In words that tell nothing of what stands behind an address. */
function reasonOf(error: unknown): string {
  if (error instanceof PrivateAddress) return error.message;
  const { name, code } = propertiesOf(error);
  if (name === 'AbortError' || name === 'TimeoutError') return 'no answer in time';
  return typeof code === 'string' ? code : 'no answer';
}
