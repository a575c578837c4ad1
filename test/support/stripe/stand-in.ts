import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import qs from 'qs';
import { Account } from './account';
import { ERRORS, Faults, type Fault } from './faults';
import { IdempotencyKeys, type StoredResponse } from './idempotency';
import { authorizeKey, OTHER_SECRET_KEY } from './keys';
import { idOf, missing, now, StripeRefusal, type StripeObject } from './objects';
import { routeOf } from './routes';

export { SECRET_KEY } from './keys';

/** A recorded event, to be sent once, twice, late or out of order. */
export type StripeEvent = StripeObject & { readonly type: string };

interface RequestSeen {
  readonly route: string;
  readonly key: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A fake Stripe: responds like the part of Stripe's API that is used, according to Stripe's documentation. */
export class StripeStandIn {
  readonly faults = new Faults();
  readonly events: StripeEvent[] = [];
  /** Every POST request received, in order. */
  readonly requests: RequestSeen[] = [];
  readonly account = new Account((type, object) => this.record(type, object));
  readonly keys = new IdempotencyKeys();
  /** Revoked keys. */
  readonly revoked = new Set<string>();
  /** Another account: it shares no objects and no idempotency keys with the first. */
  readonly other = { account: new Account(() => undefined), keys: new IdempotencyKeys() };
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.handle(request, response));
  }

  static async start(): Promise<StripeStandIn> {
    const standIn = new StripeStandIn();
    standIn.server.listen(0, '127.0.0.1');
    await once(standIn.server, 'listening');
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** An event's body and its signature, as Stripe sends them (https://docs.stripe.com/webhooks). */
  signed(event: StripeEvent, secret: string, at = now()): { body: string; signature: string } {
    const body = JSON.stringify(event);
    return { body, signature: this.signatureOf(body, secret, at) };
  }

  signatureOf(body: string, secret: string, at: number): string {
    const hash = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
    return `t=${at},v1=${hash}`;
  }

  /** The newest event of a type about an object, signed as it is sent. */
  said(type: string, id: string): string {
    const found = this.events.findLast((event) => event.type === type && aboutOf(event) === id);
    if (!found) throw new Error(`no event about ${id}: ${type}`);
    return JSON.stringify(found);
  }

  private record(type: string, object: StripeObject): void {
    this.events.push({
      id: idOf('evt'),
      object: 'event',
      api_version: '2026-10-28.endive',
      created: now(),
      livemode: false,
      type,
      // A snapshot, because the object may change later.
      data: { object: structuredClone(object) },
    });
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stripe');
    const { method = 'GET' } = request;
    const route = `${method} ${pathname}`;
    const key = request.headers['idempotency-key'] as string | undefined;
    const params = qs.parse(method === 'GET' ? searchParams.toString() : body);
    if (method !== 'GET') this.requests.push({ route, key, params });
    const fault = this.faults.take(route);
    if (await failsBefore(fault, response)) return;
    const reply = await this.responseTo({ method, path: pathname, body }, params, request, key);
    if (await failsAfter(fault, response, reply)) return;
    response.writeHead(reply.status, { 'content-type': 'application/json', ...identityOf(reply) });
    response.end(reply.body);
  }

  private async responseTo(
    requested: { method: string; path: string; body: string },
    params: Record<string, unknown>,
    { headers }: IncomingMessage,
    key: string | undefined,
  ): Promise<StoredResponse & { replayed: boolean }> {
    try {
      const secret = authorizeKey(headers.authorization, requested, this.revoked);
      const { account, keys } = secret === OTHER_SECRET_KEY ? this.other : this;
      return await keys.response(key, requested, () =>
        Promise.resolve(this.work(account, requested, params)),
      );
    } catch (error) {
      if (!(error instanceof StripeRefusal)) throw error;
      return { ...refused(error), replayed: false };
    }
  }

  private work(
    account: Account,
    { method, path }: { method: string; path: string },
    params: Record<string, unknown>,
  ): StoredResponse {
    const found = routeOf(method, path);
    if (!found) return refused(missing('route', path));
    try {
      const body = JSON.stringify(found.act(account, found.id, params));
      return { status: 200, body, isSavedForReuse: true, request: idOf('req') };
    } catch (error) {
      if (error instanceof StripeRefusal) return refused(error);
      throw error;
    }
  }
}

function identityOf({ replayed, request }: StoredResponse & { replayed: boolean }): Record<string, string> {
  if (!replayed) return { 'request-id': request };
  return { 'request-id': idOf('req'), 'idempotent-replayed': 'true', 'original-request': request };
}

function refused({ status, error, isSavedForReuse }: StripeRefusal): StoredResponse {
  return { status, body: JSON.stringify({ error }), isSavedForReuse, request: idOf('req') };
}

function aboutOf({ data }: StripeEvent): unknown {
  return (data as { object: StripeObject }).object.id;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function failsBefore(fault: Fault | null, response: ServerResponse): Promise<boolean> {
  switch (fault?.does) {
    case 'wait':
      await pause(fault.ms);
      return false;
    case 'cut before':
      response.destroy();
      return true;
    case 'answer before':
      response.writeHead(fault.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: ERRORS[fault.status] }));
      return true;
    default:
      return false;
  }
}

function failsAfter(
  fault: Fault | null,
  response: ServerResponse,
  { body }: StoredResponse,
): Promise<boolean> {
  switch (fault?.does) {
    case 'cut after':
      response.destroy();
      return Promise.resolve(true);
    case 'answer after':
      response.writeHead(fault.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: ERRORS[fault.status] }));
      return Promise.resolve(true);
    case 'empty answer':
      response.writeHead(200, { 'content-type': 'application/json' }).end();
      return Promise.resolve(true);
    case 'no json':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
      return Promise.resolve(true);
    case 'truncated answer':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
      response.write(body.slice(0, body.length / 2));
      response.destroy();
      return Promise.resolve(true);
    default:
      return Promise.resolve(false);
  }
}
