import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Json } from './http';
import { asStaff } from './spree';
import type { StoreMade } from './tandem';

// A test file that kills its server may kill it with another file's delivery: another server sends that after 30 seconds.
const MAX_WAIT_MS = 45_000;

/** A request received by a webhook receiver. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Json;
}

/** A subscriber's server: records requests, and responds 200 unless configured otherwise. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** The received events without repeats: an event that was sent but not recorded is sent again with the same id. */
  events(): Json[];
  /** Sets the response to the n-th request (from 0). */
  responses(how: (response: ServerResponse, nth: number) => void): void;
  /** Waits for that many requests. */
  until(count: number, withinMs?: number): Promise<Received[]>;
  stop(): Promise<void>;
}

export async function aReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let how: (response: ServerResponse, nth: number) => void = (response) => response.end('ok');
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const nth = received.push({ headers: request.headers, text, body: JSON.parse(text) }) - 1;
      how(response, nth);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    events: () => [...new Map(received.map(({ body }) => [body.id, body])).values()],
    responses: (next) => void (how = next),
    async until(count, withinMs = MAX_WAIT_MS) {
      await waitFor(
        async () => received.length >= count,
        withinMs,
        () => `${received.length} of ${count} came`,
      );
      return received;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Polls until the condition holds. */
export async function waitFor(
  what: () => Promise<boolean>,
  withinMs = MAX_WAIT_MS,
  otherwise: () => string = () => 'it did not come about in time',
): Promise<void> {
  for (
    const end = Date.now() + withinMs;
    Date.now() < end;
    await new Promise((later) => setTimeout(later, 50))
  ) {
    if (await what()) return;
  }
  throw new Error(otherwise());
}

/** A webhook endpoint of the store, with its secret. */
export function anEndpoint(
  store: StoreMade,
  receiver: Pick<Receiver, 'url'>,
  more: Record<string, unknown> = {},
): Promise<Json> {
  return asStaff(store, 'POST', '/webhook_endpoints', { url: receiver.url, ...more });
}

/** Deletes the endpoint, because another test may be given its port. */
export async function noEndpoints(store: StoreMade): Promise<void> {
  const { data } = await asStaff(store, 'GET', '/webhook_endpoints?limit=100');
  for (const { id } of data as Json[]) await asStaff(store, 'DELETE', `/webhook_endpoints/${id}`);
}

/** Newest first. */
export async function deliveriesOf(store: StoreMade, endpoint: Json): Promise<Json[]> {
  return (await asStaff(store, 'GET', `/webhook_endpoints/${endpoint.id}/deliveries?limit=100`))
    .data as Json[];
}

/** Verifies with the published package, as a receiver does; throws for an invalid signature. */
export function verified({ text, headers }: Received, secret: string): Json {
  return new Webhook(secret).verify(text, headers as Record<string, string>);
}
