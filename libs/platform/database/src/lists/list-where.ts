import { keysOf } from '@tandem/objects';
import { containsText } from './contains-text';
import type { IndexedParts, ListDefinition, Narrowed, Searched } from './list-definition';

interface Requested<Filter extends string, Search extends string> {
  readonly storeId: string;
  readonly filters: Narrowed<Filter | Search>;
  readonly parts?: IndexedParts<Search>;
}

/** The condition on a list's rows, and its parameters. */
interface Where {
  readonly where: string;
  readonly condition: readonly unknown[];
}

/** Has no condition for filters that were not requested. */
export function whereOf<Filter extends string, Search extends string>(
  { always, filters, searches }: ListDefinition<string, Filter, Search>,
  { storeId, filters: requested, parts }: Requested<Filter, Search>,
): Where {
  const condition: unknown[] = [];
  const parameter = (value: unknown): string => `$${condition.push(value)}`;
  const conditions = [`t.store_id = ${parameter(storeId)}`, ...(always === undefined ? [] : [always])];
  for (const [name, condition] of conditionsOf(filters, requested))
    conditions.push(`(${condition.length > 0 ? condition(parameter(requested[name])) : condition('')})`);
  for (const [name, searched] of conditionsOf(searches, requested))
    conditions.push(...searchOf(searched, { whole: requested[name], part: parts?.[name] }, parameter));
  return { where: conditions.join(' AND '), condition };
}

export function isSearched<Search extends string>(
  { searches }: ListDefinition<string, string, Search>,
  filters: Narrowed<Search>,
): boolean {
  return conditionsOf(searches, filters).length > 0;
}

/** Only filters with a value apply. */
function conditionsOf<Name extends string, Definition>(
  defined: Readonly<Record<Name, Definition>> | undefined,
  requested: Narrowed<Name>,
): [Name, Definition][] {
  const isRequested = (value: unknown): boolean => value !== undefined && value !== null && value !== false;
  if (defined === undefined) return [];
  return keysOf(defined)
    .filter((name) => isRequested(requested[name]))
    .map((name) => [name, defined[name]]);
}

/** Finds rows by the indexed part; if that is not the whole text, compares them with the whole text too. */
function searchOf(
  { text, indexed }: Searched,
  { whole, part }: { readonly whole: unknown; readonly part?: string },
  parameter: (value: unknown) => string,
): string[] {
  const isIndexed = text === indexed;
  const wholeText = parameter(whole);
  if (part === undefined || part === whole)
    return [containsText(indexed, wholeText), ...(isIndexed ? [] : [containsText(text, wholeText)])];
  // Appending '' prevents Postgres from using the index for the whole text too.
  return [
    containsText(indexed, parameter(part)),
    containsText(isIndexed ? `(${text} || '')` : text, wholeText),
  ];
}
