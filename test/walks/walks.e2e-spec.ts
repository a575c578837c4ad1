import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { anOrder, asGuest, asOrderSystem, call, methodOf, sessionsPath, type Reply } from '../support/http';
import { spreeIdOf } from '../support/ids';
import { placed } from '../support/medusa-admin';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, type StoreMade } from '../support/tandem';
import { watchDatabase, type WatchedDatabase } from '../support/watched-database';
import { decidingFiles, type Coverage } from './deciding-files';

// The core's files and the statements of a request, from start to response, match the diagrams in docs/architecture.md, so that
// neither grows unnoticed.

let store: StoreMade;
let watched: WatchedDatabase;
let server: Server;

beforeAll(async () => {
  store = await aStore();
  watched = await watchDatabase();
  const main = resolve('test/walks/server-with-coverage.mjs');
  server = await anotherServer({ DATABASE_URL: watched.url }, { main });
});
afterAll(async () => {
  await server.stop();
  await watched.close();
});

interface Walk {
  readonly files: readonly string[];
  readonly statements: readonly string[];
}

async function walk(request: () => Promise<Reply>): Promise<Walk> {
  watched.takeStatements();
  await control('/start');
  const { status, text } = await request();
  const coverage = JSON.parse(await control('/stop')) as Coverage[];
  if (status >= 300) throw new Error(text);
  return { files: decidingFiles(coverage), statements: watched.takeStatements().filter(isNoGateway) };
}

async function control(path: string): Promise<string> {
  const [, url] = /coverage on (http:\S+)/.exec(server.output()) ?? [];
  return (await fetch(`${url}${path}`, { method: 'POST' })).text();
}

// The bogus gateway's tables are in the same database.
const isNoGateway = (statement: string): boolean => !statement.startsWith('bogus ');

/** The diagram in the document: its participants are the files, its messages to Postgres the statements. */
function drawn(title: string): Walk {
  const document = readFileSync('docs/architecture.md', 'utf8');
  const diagram = document.slice(document.indexOf(`### ${title}`)).split('```')[1] ?? '';
  const matches = (pattern: RegExp): string[] =>
    [...diagram.matchAll(pattern)].map(([, found]) => found ?? '');
  return {
    files: matches(/participant \w+ as (\S+\.ts)/g).sort(),
    statements: matches(/->>Postgres: (.*)/g),
  };
}

const named = ({ files, statements }: Walk): Walk => ({
  files: files.map((path) => basename(path)).sort(),
  statements,
});

async function create(key: string): Promise<Walk> {
  const order = await anOrder(store);
  const body = { payment_method_id: methodOf(store), amount: '110.00' };
  return walk(() =>
    call('POST', sessionsPath(order), { headers: asGuest(store, order, key), body, server: server.url }),
  );
}

async function capture(key: string): Promise<Walk> {
  const order = await anOrder(store);
  const payment = spreeIdOf('py', await placed(store, order));
  const path = `/api/v3/admin/orders/${order.id}/payments/${payment}/capture`;
  return walk(() =>
    call('PATCH', path, { headers: asOrderSystem(store, key), body: {}, server: server.url }),
  );
}

it.each([
  ['Create a payment session', create, { files: 6, statements: 1 }],
  ['Capture a payment', capture, { files: 10, statements: 11 }],
])('%s: runs the files and statements in docs/architecture.md, and no more', async (title, request, max) => {
  await request(`${title}, to warm up`);
  const walked = await request(`${title}, to look at`);
  expect(named(walked)).toEqual(drawn(title));
  expect(walked.files.length).toBeLessThanOrEqual(max.files);
  expect(walked.statements.length).toBeLessThanOrEqual(max.statements);
});
