import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** V8's coverage of a file: each function as a whole, then its blocks with another count. */
export interface Coverage {
  readonly url: string;
  readonly functions: readonly { readonly functionName: string; readonly ranges: readonly Range[] }[];
}

const BRANCHES = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.SwitchStatement,
]);

// Files that only read and write rows or re-export: a reader of the code skips them.
const PASSED = /\.(repository|reader|row|states)\.js$|\/index\.js$/;

/**
 * The core's files with decisions: a branch ran in them, and they contain an act or a step of one (a class that Nest
 * injects). A reader who follows a request need not stop at values and repositories.
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

/** The positions of a file's branches. */
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

/** Whether the innermost block around a position ran; functions that have not run have no block counts. */
function hasRun(functions: readonly (readonly Range[])[], at: number): boolean {
  const around = functions.flat().filter(({ startOffset, endOffset }) => startOffset <= at && at < endOffset);
  const size = ({ startOffset, endOffset }: Range): number => endOffset - startOffset;
  const innermost = around.sort((left, right) => size(left) - size(right))[0];
  return (innermost?.count ?? 0) > 0;
}
