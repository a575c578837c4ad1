/** The start ends with its message: one line that names the package. */
export class PluginRefused extends Error {
  override readonly name = 'PluginRefused';

  constructor(plugin: string, reason: string, cause?: unknown) {
    super(`plugin ${plugin}: ${reason}`, { cause });
  }
}

/** Why, in one line: what Node says of a module that is not there has a line for each file that asked for it. */
export function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
