import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../libs/platform/database/src';
import { Shutdown } from '../../libs/server/src/serve/shutdown';
import { measureGrowth } from './growth';
import { options } from './options';
import type { Environment } from './processes';
import { compareRatios, RATIO_ROWS, writeRatios } from './ratios';
import { report } from './report';
import { growthTable, table } from './table';

// npm run bench [-- --quick --rows 'session create; 16' --against ../other-checkout --json]; options.ts has all, docs/benchmark.md
// says what they mean.

/** Ctrl-C stops its Postgres and deletes its data. */
async function main(shutdown: Shutdown): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  chmodSync(dataDir, 0o755);
  shutdown.add(async () => rmSync(dataDir, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres(dataDir);
  shutdown.add(() => postgres.stop());
  await shutdown.started();
  process.stdout.write(await printed(environment(postgres.url)));
  return 0;
}

async function printed(env: Environment): Promise<string> {
  const { json, big, rows, effort } = options;
  if (big) {
    const growth = await measureGrowth(env, { seconds: effort.seconds, rows });
    return json ? `${JSON.stringify(growth)}\n` : growthTable(machine(), growth);
  }
  if (options.ratios) {
    const measured = await report(env, { ...options, rows: RATIO_ROWS });
    return options.write ? writeRatios(measured) : compareRatios(measured);
  }
  const measured = await report(env, options);
  return json ? `${JSON.stringify(measured)}\n` : table(machine(), measured);
}

const machine = (): string => `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`;

function environment(url: string): Environment {
  const secret = (): string => randomBytes(32).toString('hex');
  const secrets = { JWT_SECRET: secret(), ORDER_TOKEN_SECRET: secret() };
  return {
    ...secrets,
    DATABASE_URL: url,
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'error',
    TANDEM_RATE_LIMIT: '0',
  };
}

const shutdown = new Shutdown(130);
void main(shutdown)
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  })
  .then((exitCode) => shutdown.end(exitCode));
