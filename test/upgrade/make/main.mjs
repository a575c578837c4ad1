// Makes database.sql and made.json: node test/upgrade/make/main.mjs <a built worktree of 865a1d2>
import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Caller } from './caller.mjs';
import { dump } from './dump.mjs';
import { install, SECRETS } from './installation.mjs';
import { goods, keys, logins } from './people.mjs';
import { leaveOpen, openAtGateway } from './left-open.mjs';
import { payments } from './payments.mjs';
import { paidNeverPlaced, sessions, Shops } from './shops.mjs';

const tree = resolve(process.argv[2]);
const { Client } = createRequire(`${tree}/package.json`)('pg');
const dataDir = mkdtempSync(join(tmpdir(), 'tandem-upgrade-'));
chmodSync(dataDir, 0o755);

const old = await install(tree, dataDir);
const client = new Client({ connectionString: old.url });
try {
  const server = await old.start();
  await client.connect();
  const demo = old.cli('demo');
  const store = old.cli('store', 'Upgrade');
  const caller = new Caller(server, store);
  const shops = new Shops(caller, client);
  const people = await logins(shops);
  const made = { keys: await keys(shops), goods: await goods(shops, people.ada.jwt) };
  await sessions(shops, people.ada.jwt);
  await payments(shops);
  await paidNeverPlaced(shops);
  const gateway = await openAtGateway(shops);
  const { endpoints, open } = await leaveOpen(shops, server, gateway);
  const dumpedAt = (await client.query('SELECT now() AS at')).rows[0].at;
  const sql = await dump(tree, client);
  const record = {
    dumpedAt,
    env: SECRETS,
    demo,
    store,
    people,
    ...made,
    endpoints,
    gateway,
    open,
    orders: shops.orders,
    payments: shops.payments,
    responses: caller.answers,
  };
  const here = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
  writeFileSync(here('database.sql'), sql);
  writeFileSync(here('made.json'), `${JSON.stringify(record, null, 1)}\n`);
} finally {
  await client.end();
  await old.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);
