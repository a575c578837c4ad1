import { readdirSync, readFileSync } from 'node:fs';

// Linux reports CPU time in hundredths of a second (USER_HZ) on every machine.
const TICK_MS = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** User and system time since its start, including ended children. */
  readonly cpuMs: number;
}

/** CPU time used so far by these processes and their children, ms. */
export function cpuOf(pids: readonly number[]): number {
  return processes()
    .filter(({ pid, parent }) => pids.includes(pid) || pids.includes(parent))
    .reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** The process that started this one. @throws Error if there is none */
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

/** Null if it has ended. proc(5): a name in brackets, then fields; ppid is the 4th, the times are the 14th to 17th. */
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
