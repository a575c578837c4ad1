/** A mutation of the money code, and the test that must detect it. */
export interface Mutant {
  /** The wrong behavior that it causes. */
  readonly name: string;
  readonly file: string;
  /** The text to replace; must occur in the file exactly once. */
  readonly text: string;
  readonly replacement: string;
  /** A test file, and part of the name of the test that detects it. */
  readonly notices: readonly [file: string, words: string];
}

export const MUTANTS: readonly Mutant[];
