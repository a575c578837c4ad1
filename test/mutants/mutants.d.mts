/** A change of the money code, and the test that must notice it. */
export interface Mutant {
  /** What is done wrong then. */
  readonly name: string;
  readonly file: string;
  /** Stands in the file once. */
  readonly text: string;
  readonly replacement: string;
  /** A test file, and words of the names of its tests. */
  readonly notices: readonly [file: string, words: string];
}

export const MUTANTS: readonly Mutant[];
