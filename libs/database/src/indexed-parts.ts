import type { IndexedParts, ListDefinition, Narrowed } from './list-of';
import { rarePart } from './rare-part';
import { SAMPLE_SIZE } from './search-samples';
import type { Queryable } from './tx';

interface Asked<Filter extends string> {
  readonly storeId: string;
  readonly filters: Narrowed<Filter>;
}

/** Of each search that is asked for, what its index is asked for. A transaction has no samples: there it is the whole text. */
export async function indexedParts<Search extends string>(
  on: Queryable,
  definition: ListDefinition<string, string, Search>,
  { storeId, filters }: Asked<Search>,
): Promise<IndexedParts<Search>> {
  const parts: Partial<Record<Search, string>> = {};
  for (const search of Object.keys(definition.searches ?? {}) as Search[]) {
    const text = filters[search];
    if (typeof text !== 'string' || on.searchSamples === undefined) continue;
    const key = `${definition.name} ${search} ${storeId}`;
    const common = await on.searchSamples.find(key, () => sampleOf(on, definition, { search, storeId }));
    parts[search] = rarePart(text, common);
  }
  return parts;
}

/** Of the store's newest rows: found by their primary key, and what is common in them is what the next ones have too. */
async function sampleOf<Search extends string>(
  on: Queryable,
  { name, table, always = 'true', searches }: ListDefinition<string, string, Search>,
  { search, storeId }: { search: Search; storeId: string },
): Promise<string[]> {
  const text = `SELECT ${searches?.[search].indexed} AS text FROM ${table} t
    WHERE t.store_id = $1 AND ${always} ORDER BY t.id DESC LIMIT ${SAMPLE_SIZE}`;
  const statement = { name: `sample of ${name}`, text, isPlannedEachTime: true } as const;
  return (await on.query<{ text: string }>(statement, [storeId])).map((row) => row.text);
}
