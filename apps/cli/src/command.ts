import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';

/** The printed text, for commands that also set an exit code. */
export interface CommandResult {
  readonly text: string;
  readonly exitCode: number;
}

/** The work of a command, given the core: returns the text to print. Calls use cases of the core, never SQL. */
export type Work = (app: INestApplicationContext) => Promise<string | CommandResult>;

/** Parses its arguments before anything is started. @throws TypeError for an unknown option or argument */
export type Command = (args: readonly string[]) => Work;

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

// Every command prints text for people, or JSON for scripts.
const JSON_OPTION = { json: { type: 'boolean', default: false } } as const;

type ValuesOf<Options extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options & typeof JSON_OPTION }>
>['values'];

interface Definition<Options extends OptionsConfig> {
  readonly options: Options;
  /** Whether it takes a positional argument: a name, an email. */
  readonly takesArgument: boolean;
  run(
    app: INestApplicationContext,
    values: ValuesOf<Options>,
    argument: string | undefined,
  ): Promise<string | CommandResult>;
}

export function command<const Options extends OptionsConfig>(definition: Definition<Options>): Command {
  return (args) => {
    const options = { ...definition.options, ...JSON_OPTION };
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      tokens: true,
    });
    refuseRepeated(tokens);
    const unexpected = positionals[definition.takesArgument ? 1 : 0];
    if (unexpected !== undefined) throw new TypeError(`Unexpected argument '${unexpected}'`);
    return (app) => definition.run(app, values, positionals[0]);
  };
}

/** parseArgs takes the last of a repeated option; the others would be ignored without a word. */
function refuseRepeated(tokens: readonly { readonly kind: string; readonly name?: string }[]): void {
  const names = tokens.flatMap(({ kind, name }) => (kind === 'option' && name !== undefined ? [name] : []));
  const repeated = names.find((name, at) => names.indexOf(name) < at);
  if (repeated !== undefined) throw new TypeError(`Option '--${repeated}' is given twice`);
}
