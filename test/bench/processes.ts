import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// A start takes about a second; a process not ready by then has failed.
const START_MS = 30_000;

export type Environment = Record<string, string>;

/** A running server process. */
export interface Listening {
  readonly url: string;
  readonly child: ChildProcess;
  /** Time from its start until it responded. */
  readonly readyMs: number;
}

/** Starts a built script, and waits until it prints "listening on" and responds there. */
export async function start(
  script: string,
  env: Environment,
  args: readonly string[] = [],
): Promise<Listening> {
  const began = performance.now();
  // With the same options as `npm start`.
  const child = spawn(process.execPath, ['--max-old-space-size=384', script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((found, failed) => {
    let printed = '';
    child.once('exit', (code) => failed(new Error(`${script} ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [, address] = /listening on (http:\S+)/.exec(printed) ?? [];
      if (address) found(address);
    });
  });
  while (!(await isReady(url))) {
    if (performance.now() - began > START_MS) throw new Error(`${script} responds, but is never ready`);
    await new Promise((later) => setTimeout(later, 5));
  }
  return { url, child, readyMs: performance.now() - began };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`).then(
    ({ status }) => status === 200 || status === 201,
    () => false,
  );
}

export async function stop({ child }: Listening): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((end) => child.once('exit', end));
  child.kill('SIGTERM');
  await ended;
}

/** Resident memory of a process, MB, from /proc. */
export function memoryOf({ child }: Listening): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** Runs a command of a checkout's CLI; returns the JSON it prints. */
export function tandem(args: readonly string[], env: Environment, dir = '.'): unknown {
  const script = join(dir, 'dist/apps/cli/src/main.js');
  const printed = execFileSync(process.execPath, [script, ...args, '--json'], {
    env: { ...process.env, ...env },
  });
  return JSON.parse(printed.toString());
}
