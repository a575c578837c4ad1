import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A block of a guide: a file to write, or commands to run. */
type Block = { readonly file: string; readonly text: string } | { readonly commands: string };

/** The blocks of a guide in docs/, in order. One marked `js src/index.js` is a file, one marked `sh` is commands. */
function blocksOf(path: string): Block[] {
  const found = readFileSync(path, 'utf8').matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm);
  return [...found].flatMap(([, language, file, text = '']): Block[] => {
    if (file !== undefined) return [{ file, text }];
    return language === 'sh' ? [{ commands: text }] : [];
  });
}

/** The files shown in a guide. */
export function filesOf(path: string): { file: string; text: string }[] {
  return blocksOf(path).filter((block): block is { file: string; text: string } => 'file' in block);
}

/** A script that follows a guide: writes each file, runs each command. */
export function scriptOf(path: string): string {
  return blocksOf(path)
    .map((block) =>
      'commands' in block
        ? block.commands
        : `mkdir -p ${dirname(block.file)}\ncat > ${block.file} <<'END_OF_FILE'\n${block.text}END_OF_FILE\n`,
    )
    .join('\n');
}
