/** The floor's own schema: three plain tables with the columns that creating a session needs, a primary key each. */
export const PLAIN_TABLES = `
  DROP SCHEMA IF EXISTS floor CASCADE;
  CREATE SCHEMA floor;
  CREATE TABLE floor.orders (
    store_id uuid NOT NULL,
    id uuid NOT NULL,
    state text NOT NULL,
    total bigint NOT NULL,
    currency char(3) NOT NULL,
    PRIMARY KEY (store_id, id)
  );
  CREATE TABLE floor.sessions (
    store_id uuid NOT NULL,
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    method_id uuid NOT NULL,
    state text NOT NULL,
    amount bigint NOT NULL,
    currency char(3) NOT NULL,
    external_id text NOT NULL,
    data jsonb NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (store_id, id)
  );
  CREATE TABLE floor.keys (
    store_id uuid NOT NULL,
    principal text NOT NULL,
    key_hash bytea NOT NULL,
    fingerprint bytea NOT NULL,
    status smallint NOT NULL,
    body text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (store_id, principal, key_hash)
  );
  INSERT INTO floor.orders SELECT store_id, id, state, total, currency FROM public.orders;`;

/** Locks the order and inserts a session and an idempotency key, in one round trip and one commit. */
export const PLAIN_CREATE = {
  name: 'floor create',
  text: `WITH locked AS (
      SELECT * FROM floor.orders WHERE store_id = $1 AND id = $2 AND state = 'open' FOR NO KEY UPDATE
    ), session AS (
      INSERT INTO floor.sessions (store_id, id, order_id, method_id, state, amount, currency, external_id, data, expires_at)
      SELECT store_id, $3, id, $4, 'pending', $5, currency, $6, $7, now() + interval '1 day' FROM locked WHERE total >= $5
      RETURNING 1 AS one
    ), key AS (
      INSERT INTO floor.keys (store_id, principal, key_hash, fingerprint, status, body, expires_at)
      SELECT $1, $8, $9, $10, 201, $11, now() + interval '1 day' FROM session
    )
    SELECT currency FROM locked`,
};

export const PLAIN_KEY = {
  name: 'floor key',
  text: `SELECT status, fingerprint, body FROM floor.keys
    WHERE store_id = $1 AND principal = $2 AND key_hash = $3 AND expires_at >= now()`,
};

// The reads use Tandem's own tables: the same rows as the route, in one statement.

export const PLAIN_SESSION = {
  name: 'floor session',
  text: `SELECT s.*, o.state AS order_state FROM orders o
    JOIN payment_sessions s ON s.store_id = o.store_id AND s.order_id = o.id AND s.id = $3
    WHERE o.store_id = $1 AND o.id = $2`,
};

export const PLAIN_METHODS = {
  name: 'floor methods',
  text: `SELECT m.* FROM orders o JOIN payment_methods m ON m.store_id = o.store_id AND m.active
    WHERE o.store_id = $1 AND o.id = $2 ORDER BY m.position`,
};

export const PLAIN_ORDER = {
  name: 'floor order',
  text: `SELECT o.*, row_to_json(c) AS collection, row_to_json(r) AS region,
      (SELECT json_agg(i ORDER BY i.position) FROM order_items i WHERE i.store_id = o.store_id AND i.order_id = o.id) AS items,
      (SELECT json_agg(p) FROM (SELECT p.*, row_to_json(m) AS method, row_to_json(s) AS session FROM payments p
         JOIN payment_methods m ON m.store_id = p.store_id AND m.id = p.payment_method_id
         JOIN payment_sessions s ON s.store_id = p.store_id AND s.id = p.session_id
        WHERE p.store_id = o.store_id AND p.collection_id = c.id) p) AS payments
    FROM orders o JOIN payment_collections c ON c.store_id = o.store_id AND c.id = o.id
    LEFT JOIN regions r ON r.store_id = o.store_id AND r.id = o.region_id
    WHERE o.store_id = $1 AND o.id = $2`,
};
