import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '@tandem/files';
import { accountFor, commandAs } from './account';
import { binary } from './binaries';
import { USER, type DataFolder } from './data-folder';
import { environment, lastLines } from './postgres-process';

/**
 * Creates the cluster in a temporary folder and renames it, so that a killed first start leaves a complete cluster or none. An
 * initdb that outlives its parent writes only to its own draft. @throws Error with the last lines of initdb
 */
export async function createCluster(folder: DataFolder, password: string): Promise<void> {
  removeDrafts(folder);
  const draft = `${folder.cluster}.new-${randomBytes(6).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  try {
    const account = accountFor(folder.cluster);
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
    const file = binary('initdb');
    await run(commandAs(account, file, argumentsFor(draft, passwordFile), [draft]));
    renameSync(draft, folder.cluster);
    syncFolder(folder.home);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

const argumentsFor = (draft: string, passwordFile: string): string[] => [
  `--pgdata=${draft}`,
  `--username=${USER}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
];

/** Removes drafts of killed first starts. A draft still being written is removed at the next start. */
function removeDrafts({ cluster, home }: DataFolder): void {
  const drafts = readdirSync(home).filter((name) => join(home, name).startsWith(`${cluster}.new-`));
  for (const name of drafts) {
    try {
      rmSync(join(home, name), { recursive: true, force: true });
    } catch {
      // Its initdb created a file in the meantime.
    }
  }
}

function run({ file, args, options }: ReturnType<typeof commandAs>): Promise<void> {
  const child = spawn(file, args, {
    ...options,
    cwd: '/',
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code, signal) => {
      if (code === 0) done();
      else failed(new Error(`initdb ended with ${code ?? signal}: ${lastLines(printed)}`));
    });
  });
}
