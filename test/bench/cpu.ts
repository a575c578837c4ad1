import { readdirSync, readFileSync } from 'node:fs';

// Linux counts a process' time in hundredths of a second (USER_HZ), whatever the machine.
const TICK_MS = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** User and system time since its start, and that of its children that ended. */
  readonly cpuMs: number;
}

/** What these processes and their children have used of the CPU until now, ms. */
export function cpuOf(pids: readonly number[]): number {
  return processes()
    .filter(({ pid, parent }) => pids.includes(pid) || pids.includes(parent))
    .reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** The process that started this one. @throws Error where there is none */
export function parentOf(pid: number): number {
  const found = read(pid);
  if (!found) throw new Error(`there is no process ${pid}`);
  return found.parent;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(Number(name)) ?? []);
}

/** None where it ended meanwhile. proc(5): a name in brackets, then fields; ppid is the 4th, the times are the 14th to 17th. */
function read(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, parent: Number(fields[1]), cpuMs: ticks * TICK_MS };
  } catch {
    return null;
  }
}
