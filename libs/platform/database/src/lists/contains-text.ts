/**
 * Whether `text`, an expression in lower case, has the parameter's value in it, whatever its case. Written as LIKE, which a trigram
 * index can serve where one is; what LIKE takes for a wildcard is taken as it is.
 */
export function containsText(text: string, parameter: string): string {
  const literal = String.raw`regexp_replace(lower(${parameter}), '([\\%_])', '\\\1', 'g')`;
  return `${text} LIKE '%' || ${literal} || '%'`;
}
