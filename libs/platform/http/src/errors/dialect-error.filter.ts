import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { CoreError } from '@tandem/context';
import { CommitUnknown, isTransientDbError } from '@tandem/database';
import type { Request, Response } from 'express';
import type { Dialect } from '../dialect';
import { CommitUnanswered, ServiceUnavailable } from './http.errors';
import { redact } from './redact';

const logger = new Logger('Errors');

/** The one place where an error becomes a response, in the dialect of the controller that was asked (`@InDialect`). */
@Catch()
export class DialectErrorFilter implements ExceptionFilter {
  constructor(private readonly dialect: Dialect) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const known = asCoreError(error);
    const { status, body, headers } = this.dialect.serializeError(known, request.path);
    log(known, status, request);
    if (response.headersSent) return;
    response
      .status(status)
      .set({ ...headers, ...retryAfter(known, status) })
      .json(body);
  }
}

/** Method and path only: a header or a body may hold a secret. */
function log(error: unknown, status: number, { method, path }: Request): void {
  const line = `${method} ${path} ${status}`;
  if (error instanceof CoreError) logger[error.log](redact(`${line} ${error.code}${becauseOf(error)}`));
  else if (status >= 500) logger.error(redact(`${line} ${describe(error)}`));
}

/** Trouble of the database that passes, in words for a client; which it is is said in one place (sql-state.ts). */
function asCoreError(error: unknown): unknown {
  if (error instanceof CommitUnknown) return new CommitUnanswered(error);
  return isTransientDbError(error) ? new ServiceUnavailable(error) : error;
}

/** Whatever answers 503 may be asked again. */
function retryAfter(error: unknown, status: number): Record<string, string> {
  const said = error instanceof CoreError ? error.retryAfterSeconds : null;
  const seconds = said ?? (status === 503 ? 1 : null);
  return seconds === null ? {} : { 'Retry-After': String(seconds) };
}

/** Of trouble with the database: its words name no value of a row. */
function becauseOf(error: CoreError): string {
  if (!(error instanceof ServiceUnavailable || error instanceof CommitUnanswered)) return '';
  return ` (${error.cause instanceof Error ? error.cause.message : String(error.cause)})`;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
