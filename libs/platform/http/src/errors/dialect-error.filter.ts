import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { CoreError } from '@tandem/context';
import { CommitUnknown, isTransientDbError } from '@tandem/database';
import type { Request, Response } from 'express';
import type { Dialect } from '../dialect';
import { CommitUnanswered, ServiceUnavailable } from './http.errors';
import { redact } from './redact';

const logger = new Logger('Errors');

/** The one place where an error becomes a response, in the dialect of its controller (`@InDialect`). */
@Catch()
export class DialectErrorFilter implements ExceptionFilter {
  constructor(private readonly dialect: Dialect) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const mapped = asCoreError(error);
    const { status, body, headers } = this.dialect.serializeError(mapped, request.path);
    log(mapped, status, request);
    if (response.headersSent) return;
    response
      .status(status)
      .set({ ...headers, ...retryAfter(mapped, status) })
      .json(body);
  }
}

/** Logs only method and path: a header or a body may contain a secret. */
function log(error: unknown, status: number, { method, path }: Request): void {
  const line = `${method} ${path} ${status}`;
  if (error instanceof CoreError) logger[error.log](redact(`${line} ${error.code}${causeOf(error)}`));
  else if (status >= 500) logger.error(redact(`${line} ${describe(error)}`));
}

/** Maps transient database errors to errors for a client; sql-state.ts says which they are. */
function asCoreError(error: unknown): unknown {
  if (error instanceof CommitUnknown) return new CommitUnanswered(error);
  return isTransientDbError(error) ? new ServiceUnavailable(error) : error;
}

/** Every 503 may be retried. */
function retryAfter(error: unknown, status: number): Record<string, string> {
  const ownSeconds = error instanceof CoreError ? error.retryAfterSeconds : null;
  const seconds = ownSeconds ?? (status === 503 ? 1 : null);
  return seconds === null ? {} : { 'Retry-After': String(seconds) };
}

/** The cause of a database error: its text contains no row values. */
function causeOf(error: CoreError): string {
  if (!(error instanceof ServiceUnavailable || error instanceof CommitUnanswered)) return '';
  return ` (${error.cause instanceof Error ? error.cause.message : String(error.cause)})`;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
