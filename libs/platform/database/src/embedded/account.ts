import { execFileSync, spawnSync, type SpawnOptions } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

/** The system user that runs Postgres when this process is root, which Postgres refuses. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

// Debian, Red Hat and derivatives; Alpine.
const CREATE_ACCOUNT = [
  `groupadd --system ${NAME} ; useradd --system --gid ${NAME} --no-create-home ${NAME}`,
  `addgroup -S ${NAME} ; adduser -S -D -H -G ${NAME} ${NAME}`,
];

/**
 * Null: run as this user. Existing data keeps its owner, and new data gets the owner of its folder; if that is root, the user
 * "postgres", created if missing. @throws Error
 */
export function accountFor(cluster: string): Account | null {
  if (userInfo().uid !== 0) return null;
  const { uid, gid } = statSync(existsSync(cluster) ? cluster : dirname(cluster));
  if (uid !== 0) return { uid, gid };
  for (const make of ['true', ...CREATE_ACCOUNT]) {
    spawnSync('sh', ['-c', make], { stdio: 'ignore' });
    const account = find();
    if (account) return account;
  }
  throw new Error(
    `Postgres does not run as root, and the user "${NAME}" could not be created: ` +
      `run as another user, create that user, or set DATABASE_URL to a database`,
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
 * The command that runs a program as the account. In a folder that only root may enter (such as /root) Postgres could read
 * neither its program nor its data, so there it keeps one of root's capabilities: to read and search regardless of modes. @throws
 * Error with instructions
 */
export function commandAs(
  account: Account | null,
  file: string,
  args: readonly string[],
  paths: readonly string[],
): Command {
  if (account === null) return { file, args, options: {} };
  const inaccessible = new Set([file, ...paths].flatMap((path) => inaccessibleFolders(path, account)));
  if (inaccessible.size === 0) return { file, args, options: { uid: account.uid, gid: account.gid } };
  const prefix = CAPABILITIES.map((capability) => withCapability(account, capability)).find(isGranted);
  if (!prefix) {
    throw new Error(
      `Postgres runs as its own user (uid ${account.uid}), which may not enter ${[...inaccessible].join(' and ')}. ` +
        `"chmod o+x ${[...inaccessible].join(' ')}" allows it; or set TANDEM_DATA_DIR to another folder, or DATABASE_URL to a database`,
    );
  }
  return { file: 'setpriv', args: [...prefix, file, ...args], options: {} };
}

/** The folders above `path` that the account may not enter. */
function inaccessibleFolders(path: string, { uid, gid }: Account): string[] {
  const parent = dirname(path);
  const rest = parent === path ? [] : inaccessibleFolders(parent, { uid, gid });
  const { mode, ...owner } = statSync(parent);
  const bit = owner.uid === uid ? 0o100 : owner.gid === gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 || rest.includes(parent) ? rest : [...rest, parent];
}

// The first only allows reading; containers have the second by default, but not the first.
const CAPABILITIES = ['dac_read_search', 'dac_override'];

/**
 * Postgres's programs check with access(2) whether they may run each other, which ignores a non-root user's capabilities unless
 * no_setuid_fixup is set.
 */
function withCapability({ uid, gid }: Account, capability: string): string[] {
  // No child process gains any other privilege.
  const as = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup', '--nnp'];
  return [...as, `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, '--'];
}

function isGranted(prefix: readonly string[]): boolean {
  return spawnSync('setpriv', [...prefix, 'true'], { stdio: 'ignore' }).status === 0;
}
