import { keysOf } from '@tandem/objects';
import type { IndexedParts, ListDefinition, Narrowed } from './list-definition';
import { commonTrigrams, rarePart, type CommonTrigrams } from './rare-part';
import { sql, type Queryable } from '../connections/tx';

// The sample of about a hundred texts that ANALYZE took of the index. Empty if ANALYZE has not run, the index does not exist, or
// only its owner may read the statistics.
const SAMPLE = sql(
  'sample of search index',
  `SELECT histogram_bounds::text::text[] AS texts FROM pg_stats WHERE schemaname = current_schema() AND tablename = $1`,
);

/** The part of each search text to look up in its index. Without samples (in a transaction) the whole text is used. */
export async function indexedParts<Search extends string>(
  on: Queryable,
  searches: ListDefinition<string, string, Search>['searches'],
  filters: Narrowed<Search>,
): Promise<IndexedParts<Search>> {
  const parts: Partial<Record<Search, string>> = {};
  if (searches === undefined || on.searchSamples === undefined) return parts;
  for (const search of keysOf(searches)) {
    const [text, { index }] = [filters[search], searches[search]];
    if (typeof text !== 'string' || index === undefined) continue;
    parts[search] = rarePart(text, await on.searchSamples.get(index, () => loadCommonTrigrams(on, index)));
  }
  return parts;
}

/** If the sample cannot be read, no trigram counts as common: searches are correct without it. */
async function loadCommonTrigrams(on: Queryable, index: string): Promise<CommonTrigrams> {
  const rows = await on.query<{ texts: readonly string[] | null }>(SAMPLE, [index]).catch(() => []);
  return commonTrigrams(rows[0]?.texts ?? []);
}
