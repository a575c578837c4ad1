import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chmodSync } from 'node:fs';
import { launch, STATE_FILE, type TestRun } from '../support/launch';

declare global {
  // Jest passes nothing else from setup to teardown.
  var tandemTestRun: TestRun | undefined;
}

/** One Postgres and one server for the whole run; each test file creates its own stores. */
export default async function start(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-test-'));
  chmodSync(dataDir, 0o755);
  const run = await launch(dataDir);
  writeFileSync(
    STATE_FILE,
    JSON.stringify({ url: run.server.url, storeMaker: run.storeMaker.url, env: run.env }),
  );
  globalThis.tandemTestRun = run;
}
