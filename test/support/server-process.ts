import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';

/** A server in its own process, as in production. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  /** Its output so far. */
  output(): string;
  /** Like Ctrl-C in a terminal: signals its whole process group. Resolves with its exit code. */
  interrupt(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Stops it and waits until it has exited. */
  stop(): Promise<void>;
}

const SERVER = resolve('dist/apps/api/src/main.js');

const START_MS = 30_000;

export interface How {
  /** Default: the server's own entry point. */
  readonly main?: string;
  readonly args?: readonly string[];
  /** Where it looks for plugins. */
  readonly cwd?: string;
  /** In its own process group, so that the whole group can be signaled. */
  readonly inOwnGroup?: boolean;
}

export function spawnServer(
  env: Record<string, string>,
  { main = SERVER, args = [], cwd = process.cwd(), inOwnGroup = false }: How = {},
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env, PORT: env['PORT'] ?? '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: inOwnGroup,
  });
}

export async function startServer(env: Record<string, string>, how: How = {}): Promise<Server> {
  const child = spawnServer(env, how);
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const output = (): string => printed.join('');
  const url = await addressOf(child, output);
  return {
    url,
    pid: child.pid ?? 0,
    output,
    async interrupt() {
      process.kill(-(child.pid ?? 0), 'SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
      return child.exitCode;
    },
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

async function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  for (const until = Date.now() + START_MS; Date.now() < until;) {
    const [, url] = /listening on (http:\S+)/.exec(output()) ?? [];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(`the server did not start:\n${output()}`);
    await new Promise((later) => setTimeout(later, 20));
  }
  child.kill('SIGKILL');
  throw new Error(`the server took too long to start:\n${output()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
