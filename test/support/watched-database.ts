import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { serverEnv } from './tandem';

// What a server does by itself, whoever asks, and what it looks up once a second. What has no name is no statement of ours.
const BACKGROUND =
  /^($|lease due|take |expire|sweep|delete expired|endpoints with due webhook deliveries|settle webhook delivery|give up webhook deliveries|(lock|set) breaker of webhook endpoint|find webhook endpoint|switch webhook endpoint off|payment methods of store|find api key)/;

/** The run's database behind a door that hears which statements are run through it. */
export interface WatchedDatabase {
  readonly url: string;
  /** Names of the statements that requests ran since it was last asked, in order. */
  heard(): string[];
  close(): Promise<void>;
}

const BIND = 'B';

export async function watchDatabase(): Promise<WatchedDatabase> {
  const url = new URL(serverEnv['DATABASE_URL'] ?? '');
  const names: string[] = [];
  const sockets = new Set<Socket>();
  const door = createServer((client) => {
    const database = connect(Number(url.port), url.hostname);
    const hear = listener((name) => names.push(name));
    client.on('data', hear).pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
  });
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
  const watched = new URL(url);
  watched.host = `127.0.0.1:${(door.address() as AddressInfo).port}`;
  return {
    url: watched.href,
    heard: () => names.splice(0).filter((name) => !BACKGROUND.test(name)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => door.close(closed));
    },
  };
}

/** Reads the messages a client of Postgres sends: the first has no type, each other a letter; then its length. */
function listener(onBind: (statement: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let typeBytes = 0;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= typeBytes + 4) {
      const length = rest.readInt32BE(typeBytes) + typeBytes;
      if (rest.length < length) return;
      // A Bind names its portal and then its statement, each ended by a zero.
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
