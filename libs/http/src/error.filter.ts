import { Catch, Inject, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { CoreError } from '@tandem/context';
import { isPassing } from '@tandem/database';
import type { Request, Response } from 'express';
import { DIALECTS, dialectOfPath, type Dialect } from './dialect';
import { ServerBusy } from './http.errors';
import { redact } from './redact';

/** The one place where an error becomes an answer, in the dialect of the path that was asked. */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Errors');

  constructor(@Inject(DIALECTS) private readonly dialects: readonly Dialect[]) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const told = isPassing(error) ? new ServerBusy() : error;
    const dialect = dialectOfPath(this.dialects, request.path);
    const { status, body, headers } = dialect.presentError(told, request.path);
    this.log(error, status, request);
    if (response.headersSent) return;
    response
      .status(status)
      .set({ ...headers, ...retryAfter(told) })
      .json(body);
  }

  /** Method and path only: a header or a body may hold a secret. */
  private log(error: unknown, status: number, { method, path }: Request): void {
    const line = `${method} ${path} ${status}`;
    if (error instanceof CoreError) this.logger[error.log](redact(`${line} ${error.code}`));
    else if (status >= 500) this.logger.error(redact(`${line} ${describe(error)}`));
  }
}

function retryAfter(error: unknown): Record<string, string> {
  const seconds = error instanceof CoreError ? error.retryAfterSeconds : null;
  return seconds === null ? {} : { 'Retry-After': String(seconds) };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
