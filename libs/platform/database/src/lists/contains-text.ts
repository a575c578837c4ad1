/**
 * Whether `text`, a lower-case expression, contains the parameter's value in any case. A LIKE that a trigram index can serve; the
 * value's wildcards are escaped.
 */
export function containsText(text: string, parameter: string): string {
  const literal = String.raw`regexp_replace(lower(${parameter}), '([\\%_])', '\\\1', 'g')`;
  return `${text} LIKE '%' || ${literal} || '%'`;
}
