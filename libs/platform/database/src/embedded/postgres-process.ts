import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { chownLike } from '@tandem/files';
import { accountFor, commandAs } from './account';
import { binary } from './binaries';
import type { DataFolder } from './data-folder';

const SETTINGS = {
  // Fits the hot indexes of a million sessions; Postgres's default of 128 MB is outdated.
  shared_buffers: '256MB',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // The log covers starts and crashes. The server logs failed statements itself, without their values.
  log_min_messages: 'log',
  log_checkpoints: 'off',
};

/** A Postgres that was just started. */
export interface StartedPostgres {
  /** Whether it has ended already. */
  hasEnded(): boolean;
  /** Its last log lines since the start, as one line. */
  logTail(): string;
}

/** Starts it in its own process session, so that Ctrl-C reaches only the server, which stops Postgres last. */
export function spawnPostgres({ home, cluster, log }: DataFolder, port: number): StartedPostgres {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', cluster, '-p', `${port}`, ...settings];
  const { file, options, ...command } = commandAs(accountFor(cluster), binary('postgres'), args, [cluster]);
  truncateLog(log);
  const output = openSync(log, 'a', 0o600);
  chownLike(log, home);
  const before = fstatSync(output).size;
  const child = spawn(file, command.args, {
    ...options,
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  let failure = '';
  child.once('error', (error) => (failure = error.message));
  return {
    hasEnded: () => failure !== '' || child.exitCode !== null || child.signalCode !== null,
    logTail: () => failure || lastLines(readFileSync(log).subarray(before).toString()),
  };
}

/** Passes only what a program needs: neither the server's secrets nor the user's PG* settings. */
export function environment(): NodeJS.ProcessEnv {
  const { PATH, TZ, LD_LIBRARY_PATH, SystemRoot } = process.env;
  return { PATH, TZ, LD_LIBRARY_PATH, SystemRoot, LC_ALL: 'C' };
}

const LINES = 3;

// Logged for each connection attempt during start.
const NOT_READY_LOG = /the database system is (starting up|not yet accepting connections)/;

/** The last log lines about an error, or the last lines if there are none, as one line without timestamps. */
export function lastLines(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^\S+ \S+ \S+ \[\d+\] /, '').trim());
  const logged = lines.filter((line) => line !== '' && !NOT_READY_LOG.test(line));
  const errors = logged.filter((line) => /FATAL|PANIC|ERROR|HINT|error|cannot|could not/.test(line));
  return (errors.length > 0 ? errors : logged).slice(-LINES).join(' ') || 'it logged nothing';
}

const LOG_BYTES = 1_000_000;

/** Keeps one older log. */
function truncateLog(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) renameSync(log, `${log}.1`);
}
