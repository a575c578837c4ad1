import { Catch, Inject, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request } from 'express';
import { DIALECTS, dialectOfPath, type Dialect } from '../dialect';
import { DialectErrorFilter } from './dialect-error.filter';

/** Errors before a controller is found, such as a bad body or an unknown path, use the dialect of the path. */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(DIALECTS) private readonly dialects: readonly Dialect[]) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const { path } = host.switchToHttp().getRequest<Request>();
    new DialectErrorFilter(dialectOfPath(this.dialects, path)).catch(error, host);
  }
}
