import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { boundsOf } from './connections/bounds';
import { Connections } from './connections/connections';
import { sql, type Tx } from './connections/tx';
import { Database } from './database';

const READ = sql('read in a spec', 'SELECT 1');
const WRITE = sql('write in a spec', 'INSERT INTO nothing VALUES (1)');
const LOCK = sql('lock in a spec', 'SELECT 1 FOR UPDATE', 1);

/** A database whose connection answers late, and to BEGIN as the test says. */
function databaseWhere(begin: () => Promise<void>): { database: Database; sent: string[] } {
  const sent: string[] = [];
  const query = async (statement: string | { text: string }): Promise<unknown> => {
    const text = typeof statement === 'string' ? statement : statement.text;
    sent.push(text);
    await pause(5);
    if (text === 'BEGIN') await begin();
    return { rows: [], command: text };
  };
  const stream = { cork: () => undefined, uncork: () => undefined, destroy: () => undefined };
  const client = Object.assign(new EventEmitter(), {
    query,
    connection: { stream },
    release: () => undefined,
  });
  const bounds = boundsOf(1000);
  const connections = new Connections({}, bounds);
  jest.spyOn(connections, 'acquire').mockImplementation(() => Promise.resolve(client as never));
  const sessions = { begin: 'BEGIN', preparesStatements: true, pipelinesBegin: true };
  return { database: new Database({ connections, sessions, bounds, poolSize: 1 }), sent };
}

it('a transaction’s first read is sent before the response to BEGIN', async () => {
  const { database, sent } = databaseWhere(() => new Promise(() => undefined));
  void database.transaction((tx) => tx.query(READ, []));
  await pause(20);
  expect(sent).toEqual(['BEGIN', 'SELECT 1']);
});

it('a write is not sent if BEGIN failed: it would commit by itself', async () => {
  const { database, sent } = databaseWhere(() => Promise.reject(new Error('canceled')));
  await expect(database.transaction((tx) => tx.query(WRITE, []))).rejects.toThrow('canceled');
  expect(sent).toEqual(['BEGIN', 'ROLLBACK']);
});

it('nor is one after a read', async () => {
  const { database, sent } = databaseWhere(() => Promise.reject(new Error('canceled')));
  const work = database.transaction(async (tx) => {
    await tx.query(READ, []);
    await tx.query(WRITE, []);
  });
  await expect(work).rejects.toThrow('canceled');
  expect(sent).toEqual(['BEGIN', 'SELECT 1', 'ROLLBACK']);
});

it('a transaction that only reads fails too if BEGIN failed', async () => {
  const { database } = databaseWhere(() => Promise.reject(new Error('canceled')));
  await expect(database.transaction((tx) => tx.query(READ, []))).rejects.toThrow('canceled');
});

it('statements are executed in the order of their calls, whatever they wait for', async () => {
  const { database, sent } = databaseWhere(() => Promise.resolve());
  await database.transaction((tx) =>
    Promise.all([tx.query(READ, []), tx.query(WRITE, []), tx.query(READ, [])]),
  );
  expect(sent).toEqual(['BEGIN', 'SELECT 1', 'INSERT INTO nothing VALUES (1)', 'SELECT 1', 'COMMIT']);
});

it('of two statements sent together, the second is not sent after the first has failed', async () => {
  const { database, sent } = databaseWhere(() => Promise.resolve());
  const work = database.transaction((tx) =>
    Promise.all([Promise.reject(new Error('refused')), tx.query(WRITE, [])]),
  );
  await expect(work).rejects.toThrow('refused');
  await pause(20);
  expect(sent).toEqual(['BEGIN', 'ROLLBACK']);
});

it('nor is what its branch sends later', async () => {
  const { database, sent } = databaseWhere(() => Promise.resolve());
  const readTwice = async (read: () => Promise<unknown>): Promise<void> => {
    await read();
    await read();
  };
  const work = database.transaction((tx) =>
    Promise.all([
      readTwice(() => tx.query(READ, [])),
      pause(2).then(() => Promise.reject(new Error('refused'))),
    ]),
  );
  await expect(work).rejects.toThrow('refused');
  await pause(30);
  expect(sent).toEqual(['BEGIN', 'SELECT 1', 'ROLLBACK']);
});

it('without a place in the row’s queue, nothing of the attempt is sent', async () => {
  const { database, sent } = databaseWhere(() => Promise.resolve());
  const first = database.transaction((tx) => tx.query(LOCK, ['a row']).then(() => pause(60)));
  await pause(20);
  // The first statement's error takes longer to be seen than the second one's.
  const lock = async (tx: Tx): Promise<unknown> =>
    Promise.resolve(tx.query(LOCK, ['a row']).then((rows) => rows));
  const second = database.transaction((tx) => Promise.all([lock(tx), tx.query(READ, [])]));
  await pause(20);
  expect(sent).toEqual(['BEGIN', 'SELECT 1 FOR UPDATE', 'BEGIN', 'ROLLBACK']);
  await Promise.all([first, second]);
  expect(sent.slice(4)).toEqual(['COMMIT', 'BEGIN', 'SELECT 1 FOR UPDATE', 'SELECT 1', 'COMMIT']);
});
