import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** README, CONTRIBUTING and all of docs/. */
export const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
];

/** A fenced block, and what its fence says of it. */
export interface Fenced {
  readonly language: string;
  readonly text: string;
}

export function fencedIn(path: string): Fenced[] {
  const found = readFileSync(path, 'utf8').matchAll(/^```(\S*)(?: \S+)?\n([\s\S]*?)^```$/gm);
  return [...found].map(([, language = '', text = '']) => ({ language, text }));
}

const proseOf = (path: string): string => readFileSync(path, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');

/** What is written between single backquotes, outside of fenced blocks. */
export function inlineCodeIn(path: string): string[] {
  return [...proseOf(path).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** Links to files of this repository that are not there. */
export function brokenLinksIn(path: string): string[] {
  const links = proseOf(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g);
  return [...links].map(([, link = '']) => link).filter((link) => !existsSync(join(dirname(path), link)));
}
