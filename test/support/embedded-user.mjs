// A process that only uses a folder's embedded Postgres, to avoid a server's slow start.
import { createRequire } from 'node:module';

const { startEmbeddedPostgres } = createRequire(import.meta.url)(
  '../../dist/libs/platform/database/src/embedded/embedded-postgres',
);

const postgres = await startEmbeddedPostgres(process.argv[2], console.log);
process.once('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
console.log(`listening on http://${new URL(postgres.url).host}`);
setInterval(() => undefined, 60_000);
