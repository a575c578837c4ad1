import { Client } from 'pg';

/** Fills or trims the table to exactly that many sessions, spread over its orders, and updates its statistics. */
export async function fillTo(url: string, sessions: number): Promise<void> {
  const database = new Client({ connectionString: url });
  await database.connect();
  await database.query('DELETE FROM idempotency_keys');
  await database.query('TRUNCATE payment_sessions');
  await database.query(
    `INSERT INTO payment_sessions (store_id, id, order_id, collection_id, payment_method_id, provider_id, state, amount, currency,
       external_id, data, replaced_at)
     SELECT o.store_id, gen_random_uuid(), o.id, o.id, m.id, m.provider_id, 'canceled', 11000, 'USD',
       'bogus_' || md5(random()::text || n), '{"client_secret": "bogus_secret_0123456789abcdef"}', now()
     FROM (SELECT *, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS count FROM orders) o
     JOIN payment_methods m ON m.store_id = o.store_id AND m.provider_id = 'pp_bogus_default'
     JOIN generate_series(1, $1::int) n ON n % o.count + 1 = o.place`,
    [sessions],
  );
  await database.query('VACUUM ANALYZE payment_sessions');
  await database.query('VACUUM ANALYZE idempotency_keys');
  await database.end();
}
