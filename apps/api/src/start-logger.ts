import { ConsoleLogger } from '@nestjs/common';
import { LOG_LEVELS, type LogLevel } from '@tandem/config';

// Of each module and each route Nest says that it is there: some hundred lines.
const PARTS_OF_A_START: readonly unknown[] = ['InstanceLoader', 'RoutesResolver', 'RouterExplorer'];

/** Nest's logger without the list of its parts, which is for debugging. */
export class StartLogger extends ConsoleLogger {
  private readonly isForDebugging: boolean;

  constructor(level: LogLevel) {
    const logLevels = LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(level) + 1);
    super({ logLevels, json: process.env['NODE_ENV'] === 'production' });
    this.isForDebugging = logLevels.includes('debug');
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (this.isForDebugging || !PARTS_OF_A_START.includes(rest.at(-1))) super.log(message, ...rest);
  }
}
