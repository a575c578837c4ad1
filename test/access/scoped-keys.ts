import { byKey, call, type Json, type Reply } from '../support/http';
import { database, type StoreMade } from '../support/tandem';
import { bearer } from './callers';

/** Spree's scope names, written out so that any change fails a test. */
const RESOURCES = [
  ...['orders', 'payments', 'refunds', 'fulfillments', 'products', 'categories', 'collections', 'stock'],
  ...['promotions', 'customers', 'store_credits', 'gift_cards', 'settings', 'integrations', 'sellers'],
  ...['webhooks', 'api_keys', 'staff'],
];

/** Every scope but read_all and write_all. */
export const SCOPES = [...RESOURCES.flatMap((x) => [`read_${x}`, `write_${x}`]), 'read_dashboard'];

export const KEYS = '/api/v3/admin/api_keys';

/** A store's secret keys by scope. */
export class ScopedKeys {
  private readonly made = new Map<string, string>();

  constructor(private readonly store: StoreMade) {}

  /** Creates a key, as the store's admin by default. */
  make(body: Json, headers: Record<string, string> = bearer(this.store.admin.jwt)): Promise<Reply> {
    return call('POST', KEYS, { headers, body: { name: 'x', key_type: 'secret', ...body } });
  }

  /** The headers of a key with exactly these scopes, in the form of the path's dialect. */
  async headers(path: string, ...scopes: string[]): Promise<Record<string, string>> {
    const name = scopes.join(' ');
    const secret = this.made.get(name) ?? ((await this.make({ scopes })).body.token as string);
    this.made.set(name, secret);
    return byKey(secret, path);
  }

  /**
   * The row count of each of the store's tables, and the last transaction that wrote: a refused request must change neither. The
   * webhook sender updates endpoints' breakers meanwhile, so for endpoints the time they were saved is used.
   */
  async written(): Promise<Json> {
    const { rows: tables } = await database().query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public'
        AND column_name = 'store_id' AND table_name <> 'webhook_deliveries' ORDER BY table_name`,
    );
    const lastOf = (name: string): string =>
      name === 'webhook_endpoints' ? 'max(updated_at)::text' : 'max(xmin::text::bigint)::text';
    const each = tables.map(
      ({ name }) => `SELECT '${name}' AS name, count(*), ${lastOf(name)} AS last FROM ${name}
        WHERE store_id = (SELECT store_id FROM api_keys WHERE token = $1)`,
    );
    return (await database().query(each.join(' UNION ALL '), [this.store.publishable_key])).rows;
  }
}
