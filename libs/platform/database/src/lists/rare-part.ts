// Beyond this part of a list's rows a trigram is no help: the index would be read for more rows than it leaves out.
const COMMON_FROM = 1 / 10;

// A trigram index knows nothing of fewer characters.
const SHORTEST = 3;

/** Pieces of texts that many of a list's rows have, e.g. `gma` where most emails are of gmail. */
export type CommonPieces = ReadonlySet<string>;

/**
 * Those of a sample of texts, in lower case. What pg_trgm looks up for a text: any three characters, and the first letter of a word,
 * which is here the character before it and the letter.
 */
export function commonPieces(sample: readonly string[]): CommonPieces {
  const counts = new Map<string, number>();
  for (const text of sample) {
    const characters = charactersOf(` ${text}`);
    const pieces = new Set(characters.flatMap((_, at) => piecesEndingAt(characters, at)));
    for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  const isCommon = ([, count]: [string, number]): boolean => count > sample.length * COMMON_FROM;
  return new Set([...counts].filter(isCommon).map(([piece]) => piece));
}

/**
 * The longest part of a text that has no common piece in it; the whole text where there is none. The index is asked for this part
 * alone: whatever has the text has the part, and the index reads no list of nearly all rows for it. Only ASCII letters are cut
 * apart, for others may have another lower case by what follows them.
 */
export function rarePart(text: string, common: CommonPieces): string {
  const characters = [...text];
  const compared = charactersOf(text);
  let start = 0;
  let longest: readonly string[] = [];
  for (const [at, character] of characters.entries()) {
    if (character > '\x7f') start = at + 1;
    for (const piece of piecesEndingAt(compared, at))
      if (common.has(piece)) start = Math.max(start, at - [...piece].length + 2);
    if (at + 1 - start > longest.length) longest = characters.slice(start, at + 1);
  }
  return longest.length < SHORTEST ? text : longest.join('');
}

/** In lower case, a blank for each that is in no word: pg_trgm knows words and what stands between them. */
function charactersOf(text: string): string[] {
  return [...text].map((character) => (/[\p{L}\p{N}]/u.test(character) ? character.toLowerCase() : ' '));
}

function piecesEndingAt(characters: readonly string[], at: number): string[] {
  const three = characters.slice(Math.max(at - 2, 0), at + 1).join('');
  const [before, character] = [characters[at - 1], characters[at] ?? ''];
  const startsWord = before === ' ' && character !== ' ';
  return [...(startsWord ? [before + character] : []), ...(at >= 2 ? [three] : [])];
}
