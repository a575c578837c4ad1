/** Stops the start; its message is one line that names the package. */
export class PluginRefused extends Error {
  override readonly name = 'PluginRefused';

  constructor(plugin: string, reason: string, cause?: unknown) {
    super(`plugin ${plugin}: ${reason}`, { cause });
  }
}

/** The reason in one line: Node's message for a missing module adds a line for each file that required it. */
export function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
