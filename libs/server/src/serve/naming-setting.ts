import { isNativeError } from 'node:util/types';
import type { Settings } from '@tandem/config';

type Where = Pick<Settings, 'databaseUrl' | 'host' | 'port'>;

// PostgreSQL, appendix A: who may log in, which database there is, how many connections. The rest are the network's.
const DATABASE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28\w{3}|3D000|53300|08\w{3})$/;

/** What ended a start, with the name of the setting that it comes from. */
export function namingSetting(error: unknown, where: Where): Error {
  const first = firstOf(error);
  const isOfDatabase = where.databaseUrl !== null && DATABASE.test(textOf(first, 'code'));
  const { message } = first;
  const named = isOfDatabase ? `DATABASE_URL names no database that can be had: ${message}` : message;
  return new Error(ofListening(first, where) ?? named);
}

/** Undefined where the error is not of listening for requests. */
function ofListening(error: Error, { host, port }: Where): string | undefined {
  const words: Readonly<Record<string, string>> = {
    EADDRINUSE: `PORT: another program has ${port} on ${host}`,
    EACCES: `PORT: this user may not open ${port}`,
    EADDRNOTAVAIL: `HOST: "${host}" is no address of this machine`,
    ENOTFOUND: `HOST: "${host}" is no address of this machine`,
    EAI_AGAIN: `HOST: "${host}" is no address of this machine`,
  };
  const isOfHost = textOf(error, 'syscall') === 'listen' || textOf(error, 'hostname') === host;
  return isOfHost ? words[textOf(error, 'code')] : undefined;
}

/** Where a name has several addresses, the error is a list of each one's, without words of its own. */
function firstOf(error: unknown): Error {
  if (!isNativeError(error)) return new Error(String(error));
  const each: unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  const [first] = each;
  return isNativeError(first) ? first : error;
}

const textOf = (error: Error, name: string): string =>
  String(Object.entries(error).find(([key]) => key === name)?.[1] ?? '');
