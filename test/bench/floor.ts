import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool, type QueryResult } from 'pg';
import {
  CREATE_SESSION,
  REPLACE_SESSION,
} from '../../libs/core/payment-sessions/src/create/create-session.statement';

// The upper bound for any framework: plain node:http and pg, running only the statements that create a session.
// One process, like the server; no guards, validation or serializers. Argument: the ids to insert, as JSON.

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

const LOCK_COLLECTION = {
  name: 'hold',
  text: 'SELECT 1 FROM payment_collections WHERE store_id = $1 AND id = $2 FOR NO KEY UPDATE',
};

let next = 0;

function values(orderId = target.orderIds[next++ % target.orderIds.length] ?? ''): unknown[] {
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

interface Stored {
  readonly snapshot: string;
}

/** Replaces sessions of one collection, one after the other: each locks its row, as a caller must to avoid a conflict. */
async function replaceOnOne(): Promise<QueryResult<Stored>> {
  const client = await pool.connect();
  try {
    const orderId = target.orderIds[0] ?? '';
    await client.query('BEGIN');
    await client.query({ ...LOCK_COLLECTION, values: [target.storeId, orderId] });
    const result = await client.query<Stored>({ ...REPLACE_SESSION, values: [...values(orderId), true] });
    await client.query('COMMIT');
    return result;
  } finally {
    client.release();
  }
}

const WORK: Readonly<Record<string, () => Promise<QueryResult<Stored>>>> = {
  '/create': () => pool.query<Stored>({ ...CREATE_SESSION, values: values() }),
  '/replace': () => pool.query<Stored>({ ...REPLACE_SESSION, values: [...values(), true] }),
  '/replace-on-one': replaceOnOne,
};

async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
  request.resume();
  await once(request, 'end');
  const work = WORK[request.url ?? ''] ?? WORK['/create'];
  const { rows } = (await work?.()) ?? { rows: [] };
  response.writeHead(201, { 'content-type': 'application/json' });
  response.end(rows[0]?.snapshot);
}

const server = createServer((request, response) => {
  reply(request, response).catch((error: unknown) => {
    response.writeHead(500);
    response.end(String(error));
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening on http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});
