import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { platform } from 'node:os';

const LIST = platform() === 'linux' ? '/proc' : 'ps';

/** Tells a running process from a later one with the same pid: its pid and when it started. Null when it has ended. */
export function processMark(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const started = platform() === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid);
  return started && `${pid} ${started}`;
}

/**
 * This process, as it is written down in a folder: a copy of the folder has a copy of it, which means nothing there.
 * `folder` must be there. @throws Error where the machine does not show it
 */
export function ownMarkIn(folder: string): string {
  const mark = processMark(process.pid);
  if (mark === null)
    throw new Error(`${LIST} does not show when this process started: set DATABASE_URL to a database`);
  return `${mark} ${identityOf(folder)}`;
}

/** Whether the process that wrote `mark` down in `folder` still runs. Text of any other kind names no process. */
export function isRunningIn(folder: string, mark: string): boolean {
  const end = mark.lastIndexOf(' ');
  return mark.slice(end + 1) === identityOf(folder) && isRunning(mark.slice(0, Math.max(0, end)));
}

function identityOf(folder: string): string {
  const { dev, ino } = statSync(folder);
  return `${dev}:${ino}`;
}

/** Whether the process that `mark` was made of still runs. Text of any other kind names no process. */
export function isRunning(mark: string): boolean {
  return mark !== '' && processMark(Number(mark.split(' ', 1)[0])) === mark;
}

// proc(5): what follows the command, which is in brackets and may hold any character.
const STATE = 0;
const START_TIME = 19;

/** In ticks of this boot. A zombie has ended: only its parent has not asked yet. */
function startedOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if ('ZX'.includes(fields[STATE] ?? 'X')) return null;
    return `${fields[START_TIME]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    return null;
  }
}

/** The same text for every process that asks, whatever its own time zone and language. */
function startedElsewhere(pid: number): string | null {
  try {
    const printed = execFileSync('ps', ['-o', 'state=,lstart=', '-p', `${pid}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' },
    });
    const [state = 'Z', ...started] = printed.toString().trim().split(/\s+/);
    return state.startsWith('Z') ? null : started.join('_');
  } catch {
    return null;
  }
}
