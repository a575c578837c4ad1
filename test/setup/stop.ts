import { rmSync } from 'node:fs';
import { STATE_FILE } from '../support/launch';

export default async function stop(): Promise<void> {
  const run = globalThis.tandemTestRun;
  await run?.stop();
  rmSync(STATE_FILE, { force: true });
}
