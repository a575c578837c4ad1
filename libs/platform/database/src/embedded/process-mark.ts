import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { platform } from 'node:os';

const LIST = platform() === 'linux' ? '/proc' : 'ps';

/** Identifies a running process across pid reuse: its pid and start time. Null if it has ended. */
export function processMark(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const started = platform() === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid);
  return started && `${pid} ${started}`;
}

/**
 * This process's mark for a file in `folder`, which must exist; in a copy of the folder the mark is invalid. @throws Error if the
 * start time cannot be read
 */
export function ownMarkIn(folder: string): string {
  const mark = processMark(process.pid);
  if (mark === null)
    throw new Error(`${LIST} does not show when this process started: set DATABASE_URL to a database`);
  return `${mark} ${identityOf(folder)}`;
}

/** Whether the process that wrote `mark` in `folder` is still running. Any other text means no. */
export function isRunningIn(folder: string, mark: string): boolean {
  const end = mark.lastIndexOf(' ');
  return mark.slice(end + 1) === identityOf(folder) && isRunning(mark.slice(0, Math.max(0, end)));
}

function identityOf(folder: string): string {
  const { dev, ino } = statSync(folder);
  return `${dev}:${ino}`;
}

/** Whether the process of `mark` is still running. Any other text means no. */
export function isRunning(mark: string): boolean {
  return mark !== '' && processMark(Number(mark.split(' ', 1)[0])) === mark;
}

// proc(5): fields after the command, which is in parentheses and may contain any character.
const STATE = 0;
const START_TIME = 19;

/** In clock ticks since boot. A zombie counts as ended. */
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

/** The same text for every process, whatever its time zone and language. */
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
