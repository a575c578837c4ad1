import { execFileSync, spawnSync, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

/** The user of the machine that Postgres runs as where this process is root, which Postgres refuses to be. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

// Of Debian, Red Hat and their kin; of Alpine.
const MAKE_ACCOUNT = [
  `groupadd --system ${NAME} ; useradd --system --gid ${NAME} --no-create-home ${NAME}`,
  `addgroup -S ${NAME} ; adduser -S -D -H -G ${NAME} ${NAME}`,
];

/** Null: as this process. Data that is there keeps its owner; else it is the user "postgres", made where it is missing. @throws Error */
export function accountFor(cluster: string): Account | null {
  if (userInfo().uid !== 0) return null;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  for (const make of ['true', ...MAKE_ACCOUNT]) {
    spawnSync('sh', ['-c', make], { stdio: 'ignore' });
    const account = find();
    if (account) return account;
  }
  throw new Error(
    `Postgres does not run as root, and no user "${NAME}" could be made to run it as: ` +
      `run as another user, make that user, or set DATABASE_URL to a database`,
  );
}

function find(): Account | null {
  try {
    const [uid, gid] = ['-u', '-g'].map((which) =>
      Number(execFileSync('id', [which, NAME], { stdio: 'pipe' })),
    );
    return uid && gid ? { uid, gid } : null;
  } catch {
    return null;
  }
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: SpawnOptions;
}

/**
 * How to run a program as the account. Below a folder that only root may enter (/root, say) it could reach neither its own
 * files nor its data: there it keeps one right of root's, to read and search whatever the modes say. @throws Error
 */
export function commandAs(
  account: Account | null,
  file: string,
  args: readonly string[],
  paths: readonly string[],
): Command {
  if (account === null) return { file, args, options: {} };
  const closed = new Set([file, ...paths].flatMap((path) => closedFolders(path, account)));
  if (closed.size === 0) return { file, args, options: { uid: account.uid, gid: account.gid } };
  const right = rightToEnter();
  if (right === null || spawnSync('setpriv', ['--version']).status !== 0) {
    throw new Error(
      `Postgres runs as its own user (uid ${account.uid}), which may not enter ${[...closed].join(' and ')}. ` +
        `"chmod o+x ${[...closed].join(' ')}" lets it; or set TANDEM_DATA_DIR to another folder, or DATABASE_URL to a database`,
    );
  }
  const as = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const keep = [`--inh-caps=+${right}`, `--ambient-caps=+${right}`];
  return { file: 'setpriv', args: [...as, ...keep, '--', file, ...args], options: {} };
}

/** The folders above `path` that the account may not enter. */
function closedFolders(path: string, { uid, gid }: Account): string[] {
  const above = dirname(path);
  const rest = above === path ? [] : closedFolders(above, { uid, gid });
  const { mode, ...owner } = statSync(above);
  const bit = owner.uid === uid ? 0o100 : owner.gid === gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 || rest.includes(above) ? rest : [...rest, above];
}

// linux/capability.h. The first only reads; a container has the second by default, not the first.
const RIGHTS = [
  { name: 'dac_read_search', bit: 2n },
  { name: 'dac_override', bit: 1n },
];

function rightToEnter(): string | null {
  try {
    const [, held = '0'] = /^CapEff:\s+(\w+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return RIGHTS.find(({ bit }) => (BigInt(`0x${held}`) >> bit) & 1n)?.name ?? null;
  } catch {
    return null;
  }
}
