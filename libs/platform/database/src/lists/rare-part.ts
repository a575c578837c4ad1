// A trigram in more rows than this is no help: the index would return more rows than it excludes.
const COMMON_FROM = 1 / 10;

// Trigram indexes cannot look up shorter texts.
const MIN_LENGTH = 3;

/** Trigrams that many of a list's rows contain, e.g. `gma` if most emails are at gmail. */
export type CommonTrigrams = ReadonlySet<string>;

/**
 * The common trigrams of a sample of lower-case texts. pg_trgm looks up any three characters, and a word's first letter,
 * represented here as the preceding character and the letter.
 */
export function commonTrigrams(sample: readonly string[]): CommonTrigrams {
  const counts = new Map<string, number>();
  for (const text of sample) {
    const characters = charactersOf(` ${text}`);
    const trigrams = new Set(characters.flatMap((_, at) => trigramsEndingAt(characters, at)));
    for (const trigram of trigrams) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  }
  const isCommon = ([, count]: [string, number]): boolean => count > sample.length * COMMON_FROM;
  return new Set([...counts].filter(isCommon).map(([trigram]) => trigram));
}

/**
 * The longest part of a text without a common trigram, or the whole text if there is none. Only this part is looked up: every row
 * with the text has the part, and the index does not read nearly all rows. Splits only at ASCII letters, because the lower case
 * of others may depend on the next character.
 */
export function rarePart(text: string, common: CommonTrigrams): string {
  const characters = [...text];
  const compared = charactersOf(text);
  let start = 0;
  let rarest: readonly string[] = [];
  for (const [at, character] of characters.entries()) {
    if (character > '\x7f') start = at + 1;
    for (const trigram of trigramsEndingAt(compared, at))
      if (common.has(trigram)) start = Math.max(start, at - [...trigram].length + 2);
    if (at + 1 - start > rarest.length) rarest = characters.slice(start, at + 1);
  }
  return rarest.length < MIN_LENGTH ? text : rarest.join('');
}

/** Lower case, with a blank for every character outside a word, as pg_trgm sees texts. */
function charactersOf(text: string): string[] {
  return [...text].map((character) => (/[\p{L}\p{N}]/u.test(character) ? character.toLowerCase() : ' '));
}

function trigramsEndingAt(characters: readonly string[], at: number): string[] {
  const three = characters.slice(Math.max(at - 2, 0), at + 1).join('');
  const [before, character] = [characters[at - 1], characters[at] ?? ''];
  const startsWord = before === ' ' && character !== ' ';
  return [...(startsWord ? [before + character] : []), ...(at >= 2 ? [three] : [])];
}
