// An installation of another commit, built in a tree of its own: its Postgres, its server, its command line.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Written down, so that whoever carries the database on reads what it sealed and signed. */
export const SECRETS = {
  JWT_SECRET: 'the secret of the tokens of an old installation',
  ORDER_TOKEN_SECRET: 'the secret of the order tokens of an old installation',
};

export async function install(tree, dataDir) {
  const { startEmbeddedPostgres } = createRequire(`${tree}/package.json`)('./dist/libs/database/src');
  const postgres = await startEmbeddedPostgres(dataDir);
  const env = {
    PATH: process.env.PATH,
    ...SECRETS,
    DATABASE_URL: postgres.url,
    PORT: '0',
    LOG_LEVEL: 'warn',
    TANDEM_RATE_LIMIT: '0',
    TANDEM_WEBHOOKS_ALLOW_PRIVATE: '1',
    TANDEM_PLUGINS: fileURLToPath(new URL('../gateway.js', import.meta.url)),
    UPGRADE_LOSES: '1',
    STRIPE_API_URL: 'http://127.0.0.1:1',
  };
  const cli = (...args) =>
    JSON.parse(
      execFileSync(process.execPath, ['dist/apps/cli/src/main.js', ...args, '--json'], { cwd: tree, env }),
    );
  return { url: postgres.url, cli, start: () => start(tree, env), stop: () => postgres.stop() };
}

async function start(cwd, env) {
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], { cwd, env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  let url;
  while (!url && child.exitCode === null) {
    await pause(50);
    url = /listening on (http:\S+)/.exec(printed)?.[1];
  }
  if (!url) throw new Error(printed);
  return {
    url,
    output: () => printed,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

export async function until(what, isSo) {
  for (const end = Date.now() + 90_000; Date.now() < end; await pause(200)) {
    if (await isSo()) return;
  }
  throw new Error(`it did not come about: ${what}`);
}
