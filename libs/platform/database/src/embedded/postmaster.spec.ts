import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeStrayPidFile } from './postmaster';

const cluster = mkdtempSync(join(tmpdir(), 'tandem-pid-file-'));
const file = join(cluster, 'postmaster.pid');
afterAll(() => rmSync(cluster, { recursive: true, force: true }));

const { pid: ended } = spawnSync('true');

// PostgreSQL 18, miscinit.c, CreateLockFile: an empty file, one without a pid, or a live pid prevent a start.
it.each<[string, string, 'stays' | 'goes']>([
  ['of another running program', `${process.pid}\n${cluster}\n`, 'goes'],
  ['of an ended process, which Postgres checks against its shared memory', `${ended}\n${cluster}\n`, 'stays'],
  ['of Postgres’ single-user mode', `-${process.pid}\n${cluster}\n`, 'stays'],
  ['without a pid', 'rubbish\n', 'goes'],
  ['that is empty', '', 'goes'],
])('a postmaster.pid %s', async (_, text, fate) => {
  writeFileSync(file, text);
  await removeStrayPidFile(cluster);
  expect(existsSync(file)).toBe(fate === 'stays');
});
