import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import {
  PLAIN_CREATE,
  PLAIN_KEY,
  PLAIN_METHODS,
  PLAIN_ORDER,
  PLAIN_SESSION,
  PLAIN_TABLES,
} from './plain-tables';

// The plain floors: node:http and pg, one named statement a request, in one process like the server. No guards, no validation,
// no framework: what any honest server must do. Argument: a FloorTarget as JSON.

/** What the floor works on. */
export interface FloorTarget {
  readonly storeId: string;
  readonly methodId: string;
  /** An order with a session and one with a payment (UUIDs). */
  readonly sessionOrderId: string;
  readonly sessionId: string;
  readonly placedOrderId: string;
  /** The response of GET /health/live: names and values of its headers in turn, and its body. */
  readonly live: { readonly headers: readonly string[]; readonly body: string };
}

const target = JSON.parse(process.argv[2] ?? '{}') as FloorTarget;
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 16 });

interface Reply {
  readonly status: number;
  readonly body: string;
}

type Route = (orderId: string, sent: string, key: string) => Promise<Reply>;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

async function create(orderId: string, sent: string, key: string): Promise<Reply> {
  const { amount } = JSON.parse(sent) as { amount: string };
  const session = {
    id: randomUUID(),
    order_id: orderId,
    payment_method_id: target.methodId,
    status: 'pending',
    amount,
    external_id: `bogus_${randomBytes(12).toString('hex')}`,
    external_data: { client_secret: randomBytes(16).toString('hex') },
  };
  const body = JSON.stringify(session);
  const values = [
    ...[target.storeId, orderId, session.id, target.methodId, Math.round(Number(amount) * 100)],
    ...[session.external_id, JSON.stringify(session.external_data)],
    ...[`order:${orderId}`, sha256(key), sha256(sent), body],
  ];
  const { rows } = await pool.query({ ...PLAIN_CREATE, values });
  return rows.length === 1 ? { status: 201, body } : { status: 404, body: '{}' };
}

/** Creates with a key on the first request with it. */
async function replay(orderId: string, sent: string, key: string): Promise<Reply> {
  const values = [target.storeId, `order:${orderId}`, sha256(key)];
  const { rows } = await pool.query<Reply & { fingerprint: Buffer }>({ ...PLAIN_KEY, values });
  const [stored] = rows;
  if (!stored) return create(orderId, sent, key);
  return stored.fingerprint.equals(sha256(sent)) ? stored : { status: 422, body: '{}' };
}

function reading(statement: { name: string; text: string }, ...ids: string[]): Route {
  const values = [target.storeId, ...ids];
  return async () => {
    const { rows } = await pool.query({ ...statement, values });
    return { status: 200, body: JSON.stringify(rows) };
  };
}

const ROUTES: Readonly<Record<string, Route>> = {
  create,
  replay,
  session: reading(PLAIN_SESSION, target.sessionOrderId, target.sessionId),
  methods: reading(PLAIN_METHODS, target.sessionOrderId),
  order: reading(PLAIN_ORDER, target.placedOrderId),
  health: () => Promise.resolve({ status: 200, body: '{}' }),
};

function serve(request: IncomingMessage, response: ServerResponse): void {
  const { url = '' } = request;
  if (url === '/live') {
    response.writeHead(200, [...target.live.headers]);
    response.end(target.live.body);
    return;
  }
  let sent = '';
  request.setEncoding('utf8');
  request.on('data', (part: string) => (sent += part));
  request.on(
    'end',
    () => void route(url, { sent, key: String(request.headers['idempotency-key']) }, response),
  );
}

/** Paths are /<route>/<order>. */
async function route(
  url: string,
  { sent, key }: Record<'sent' | 'key', string>,
  response: ServerResponse,
): Promise<void> {
  const [, name = '', orderId = ''] = url.split('/');
  try {
    const { status, body } = (await ROUTES[name]?.(orderId, sent, key)) ?? { status: 404, body: '{}' };
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  } catch (error) {
    response.writeHead(500);
    response.end(String(error));
  }
}

async function main(): Promise<void> {
  await pool.query(PLAIN_TABLES);
  const server = createServer(serve);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.stdout.write(
      `listening on http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`,
    );
  });
}

void main();
