import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** What V8 says of a file: its functions, each as a whole and then its blocks that ran another number of times. */
export interface Coverage {
  readonly url: string;
  readonly functions: readonly { readonly functionName: string; readonly ranges: readonly Range[] }[];
}

const BRANCHES = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.SwitchStatement,
]);

// What reads and writes rows, or stands for another: a reader of the code passes through.
const PASSED = /\.(repository|reader|row|states)\.js$|\/index\.js$/;

/**
 * The files of the core in which something is decided: a branch ran in it, and it holds an act or a step of one (a class that Nest
 * injects). Values and repositories are no stops of a reader who follows a request.
 */
export function decidingFiles(coverage: readonly Coverage[]): string[] {
  return coverage
    .filter(({ url }) => url.includes('/dist/libs/core/') && !PASSED.test(url))
    .filter(({ url, functions }) => {
      const ran = functions.map(({ ranges }) => ranges).filter(([whole]) => (whole?.count ?? 0) > 0);
      const text = readFileSync(fileURLToPath(url), 'utf8');
      return text.includes('Injectable)()') && branchesOf(text).some((at) => hasRun(ran, at));
    })
    .map(({ url }) => url.replace(/^.*\/dist\/(.*)\.js$/, '$1.ts'))
    .sort();
}

/** Where the branches of a file stand. */
function branchesOf(text: string): number[] {
  const source = ts.createSourceFile('walked.js', text, ts.ScriptTarget.Latest);
  const places: number[] = [];
  const look = (node: ts.Node): void => {
    if (BRANCHES.has(node.kind)) places.push(node.getStart(source));
    node.forEachChild(look);
  };
  look(source);
  return places;
}

/** The innermost block around a place says how often it ran; blocks of a function that has not run are in none. */
function hasRun(functions: readonly (readonly Range[])[], at: number): boolean {
  const around = functions.flat().filter(({ startOffset, endOffset }) => startOffset <= at && at < endOffset);
  const size = ({ startOffset, endOffset }: Range): number => endOffset - startOffset;
  const innermost = around.sort((left, right) => size(left) - size(right))[0];
  return (innermost?.count ?? 0) > 0;
}
