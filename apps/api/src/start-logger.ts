import { ConsoleLogger } from '@nestjs/common';
import { LOG_LEVELS, type LogLevel } from '@tandem/config';

// Nest logs a line for each module and route: several hundred in all.
const STARTUP_CONTEXTS: readonly unknown[] = ['InstanceLoader', 'RoutesResolver', 'RouterExplorer'];

/** Nest's logger; lists modules and routes only at debug level. */
export class StartLogger extends ConsoleLogger {
  private readonly isForDebugging: boolean;

  constructor(level: LogLevel) {
    const logLevels = LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(level) + 1);
    super({ logLevels, json: process.env['NODE_ENV'] === 'production' });
    this.isForDebugging = logLevels.includes('debug');
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (this.isForDebugging || !STARTUP_CONTEXTS.includes(rest.at(-1))) super.log(message, ...rest);
  }
}
