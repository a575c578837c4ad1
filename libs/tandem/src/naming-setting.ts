import type { Settings } from '@tandem/settings';

/** What ended a start, with the name of the setting that it comes from. */
export function namingSetting(error: unknown, settings: Settings): Error {
  const { code, message } = ofFirst(error);
  const ofListening = error instanceof Error && 'syscall' in error && error.syscall === 'listen';
  if (ofListening || (code in HOST && isOfHost(error, settings))) {
    return new Error(wordsOfListening(code, settings) ?? message);
  }
  const isOfDatabase = settings.databaseUrl !== null && DATABASE.test(code);
  return new Error(isOfDatabase ? `DATABASE_URL names no database that can be had: ${message}` : message);
}

const HOST = { EADDRNOTAVAIL: true, ENOTFOUND: true, EAI_AGAIN: true } as const;

// PostgreSQL, appendix A: who may log in, which database there is, how many connections.
const DATABASE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28\w{3}|3D000|53300|08\w{3})$/;

function isOfHost(error: unknown, { host }: Settings): boolean {
  return error instanceof Error && 'hostname' in error && error.hostname === host;
}

function wordsOfListening(code: string, { host, port }: Settings): string | undefined {
  if (code === 'EADDRINUSE') return `PORT: another program has ${port} on ${host}`;
  if (code === 'EACCES') return `PORT: this user may not open ${port}`;
  return code in HOST ? `HOST: "${host}" is no address of this machine` : undefined;
}

/** Where a name has several addresses, the error is a list of each one's, without words of its own. */
function ofFirst(error: unknown): { code: string; message: string } {
  const first = error instanceof AggregateError ? (error.errors as unknown[])[0] : error;
  if (!(first instanceof Error)) return { code: '', message: String(first) };
  return { code: 'code' in first ? String(first.code) : '', message: first.message };
}
