import type { INestApplicationContext } from '@nestjs/common';

/** A command: what it prints. It calls acts of the core, never SQL. */
export type Command = (
  app: INestApplicationContext,
  args: readonly string[],
) => Promise<string | CommandResult>;

/** What is printed, where the exit code says something too. */
export interface CommandResult {
  readonly text: string;
  readonly exitCode: number;
}
