import { isNativeError } from 'node:util/types';
import type { Settings } from '@tandem/config';

type Where = Pick<Settings, 'databaseUrl' | 'host' | 'port'>;

// PostgreSQL error codes (appendix A) for login, missing database, too many connections; the others are network errors.
const DATABASE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28\w{3}|3D000|53300|08\w{3})$/;

/** The error that ended a start, prefixed with the name of the setting at fault. */
export function withSettingName(error: unknown, where: Where): Error {
  const first = firstOf(error);
  const isDatabaseError = where.databaseUrl !== null && DATABASE.test(textOf(first, 'code'));
  const { message } = first;
  const named = isDatabaseError ? `DATABASE_URL: cannot connect to the database: ${message}` : message;
  return new Error(listenProblem(first, where) ?? named);
}

/** Undefined if the error does not come from listening. */
function listenProblem(error: Error, { host, port }: Where): string | undefined {
  const messages: Readonly<Record<string, string>> = {
    EADDRINUSE: `PORT: port ${port} on ${host} is already in use`,
    EACCES: `PORT: no permission to listen on port ${port}`,
    EADDRNOTAVAIL: `HOST: "${host}" is not an address of this machine`,
    ENOTFOUND: `HOST: "${host}" is not an address of this machine`,
    EAI_AGAIN: `HOST: "${host}" is not an address of this machine`,
  };
  const isListenError = textOf(error, 'syscall') === 'listen' || textOf(error, 'hostname') === host;
  return isListenError ? messages[textOf(error, 'code')] : undefined;
}

/** For a host with several addresses, Node throws an AggregateError without a message: takes its first error. */
function firstOf(error: unknown): Error {
  if (!isNativeError(error)) return new Error(String(error));
  const each: unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  const [first] = each;
  return isNativeError(first) ? first : error;
}

const textOf = (error: Error, name: string): string =>
  String(Object.entries(error).find(([key]) => key === name)?.[1] ?? '');
