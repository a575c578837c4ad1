import { keysOf } from '@tandem/objects';
import type { IndexedParts, ListDefinition, Narrowed } from './list-definition';
import { commonPieces, rarePart, type CommonPieces } from './rare-part';
import { sql, type Queryable } from '../connections/tx';

// What ANALYZE took of the index: a hundred of its texts. None where it has not run, where there is no such index, or where Postgres
// shows statistics to its owner alone.
const SAMPLE = sql(
  'sample of search index',
  `SELECT histogram_bounds::text::text[] AS texts FROM pg_stats WHERE schemaname = current_schema() AND tablename = $1`,
);

/** Of each search that is asked for, what its index is asked for. A transaction has no samples: there it is the whole text. */
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
    parts[search] = rarePart(text, await on.searchSamples.get(index, () => commonIn(on, index)));
  }
  return parts;
}

/** Where the sample cannot be read, nothing is taken to be common: searches are right without it. */
async function commonIn(on: Queryable, index: string): Promise<CommonPieces> {
  const rows = await on.query<{ texts: readonly string[] | null }>(SAMPLE, [index]).catch(() => []);
  return commonPieces(rows[0]?.texts ?? []);
}
