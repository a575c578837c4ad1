import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { CREATE_SESSION, REPLACE_SESSION } from '../../libs/payment-sessions/src/create-session.statement';

// What no framework can beat: bare node:http and pg, with the very statements of a session's creation and nothing else.
// One process, like the server; no guard, no validation, no presenter. Argument: a JSON of what to insert.

interface Target {
  readonly storeId: string;
  readonly methodId: string;
  readonly orderIds: readonly string[];
}

const target = JSON.parse(process.argv[2] ?? '{}') as Target;
const pool = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 16,
  options: '-c plan_cache_mode=force_generic_plan',
});

let next = 0;

function values(): unknown[] {
  const orderId = target.orderIds[next++ % target.orderIds.length] ?? '';
  const id = randomUUID();
  const externalId = `bogus_${randomBytes(12).toString('hex')}`;
  const known = JSON.stringify({ id, storeId: target.storeId, orderId, externalId, data: {} });
  const key = [`order:${orderId}`, randomBytes(32), randomBytes(32), 201];
  return [
    target.storeId,
    orderId,
    false,
    orderId,
    null,
    false,
    id,
    target.methodId,
    null,
    externalId,
    '{}',
    null,
    ...key,
    known,
    null,
    '{}',
  ];
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  request.resume();
  await once(request, 'end');
  const isReplace = request.url === '/replace';
  const statement = isReplace
    ? { ...REPLACE_SESSION, values: [...values(), true] }
    : { ...CREATE_SESSION, values: values() };
  const { rows } = await pool.query<{ snapshot: string }>(statement);
  response.writeHead(201, { 'content-type': 'application/json' });
  response.end(rows[0]?.snapshot);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.writeHead(500);
    response.end(String(error));
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening on http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});
