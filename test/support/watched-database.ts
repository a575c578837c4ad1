import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { resolve } from 'node:path';
import type { Server } from './server-process';
import { anotherServer, serverEnv } from './tandem';

// Lookups once a second for all requests. Unnamed statements are not ours.
const LOOKED_UP = /^($|find payment methods of store|find api key)/;

/** Options for a server whose statements are counted: no workers, whatever the test's data. */
export const WITHOUT_WORKERS = { main: resolve('test/setup/without-workers.mjs') };

/** The run's database behind a proxy that records the statements. */
export interface WatchedDatabase {
  readonly url: string;
  /** Names of the statements that requests ran since the last call, in order. */
  takeStatements(): string[];
  /** How often a connection sent something and then waited for Postgres, since the last call. */
  takeRoundTrips(): number;
  close(): Promise<void>;
}

const BIND = 'B';

export async function watchDatabase(): Promise<WatchedDatabase> {
  const url = new URL(serverEnv['DATABASE_URL'] ?? '');
  const names: string[] = [];
  let roundTrips = 0;
  const sockets = new Set<Socket>();
  const entry = createServer((client) => {
    const database = connect(Number(url.port), url.hostname);
    const hear = listener((name) => names.push(name));
    let isWaiting = false;
    client.on('data', () => {
      if (!isWaiting) roundTrips++;
      isWaiting = true;
    });
    database.on('data', () => (isWaiting = false));
    client.on('data', hear).pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
  });
  await new Promise<void>((listening) => entry.listen(0, '127.0.0.1', listening));
  const watched = new URL(url);
  watched.host = `127.0.0.1:${(entry.address() as AddressInfo).port}`;
  return {
    url: watched.href,
    takeStatements: () => names.splice(0).filter((name) => !LOOKED_UP.test(name)),
    takeRoundTrips: () => {
      const taken = roundTrips;
      roundTrips = 0;
      return taken;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => entry.close(closed));
    },
  };
}

/** Parses the messages of a Postgres client: the first has no type, the others a letter; then the length. */
function listener(onBind: (statement: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let typeBytes = 0;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= typeBytes + 4) {
      const length = rest.readInt32BE(typeBytes) + typeBytes;
      if (rest.length < length) return;
      // A Bind contains its portal and then its statement, each ended by a zero.
      const [, statement = ''] = rest
        .subarray(typeBytes + 4, length)
        .toString('latin1')
        .split('\0');
      if (typeBytes === 1 && rest.toString('latin1', 0, 1) === BIND) onBind(statement);
      rest = rest.subarray(length);
      typeBytes = 1;
    }
  };
}

interface WatchedServer {
  readonly watched: WatchedDatabase;
  readonly server: Server;
}

/** Before a file's tests starts a server without workers whose statements are recorded; stops it after them. */
export function withWatchedServer(use: (made: WatchedServer) => void): void {
  let made: WatchedServer;
  beforeAll(async () => {
    const watched = await watchDatabase();
    made = { watched, server: await anotherServer({ DATABASE_URL: watched.url }, WITHOUT_WORKERS) };
    use(made);
  });
  afterAll(async () => {
    await made.server.stop();
    await made.watched.close();
  });
}
