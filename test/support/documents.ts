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

/** A fenced code block with its info string. */
export interface Fenced {
  readonly language: string;
  readonly text: string;
}

export function fencedIn(path: string): Fenced[] {
  const found = readFileSync(path, 'utf8').matchAll(/^```(\S*)(?: \S+)?\n([\s\S]*?)^```$/gm);
  return [...found].map(([, language = '', text = '']) => ({ language, text }));
}

const proseOf = (path: string): string => readFileSync(path, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');

/** Inline code outside fenced blocks. */
export function inlineCodeIn(path: string): string[] {
  return [...proseOf(path).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** Links to missing files of this repository. */
export function brokenLinksIn(path: string): string[] {
  const links = proseOf(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g);
  return [...links].map(([, link = '']) => link).filter((link) => !existsSync(join(dirname(path), link)));
}
