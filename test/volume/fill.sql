-- A large shop: :orders orders of one store (2 of 17 open), with their dependent rows in realistic proportions.
-- Run by fill.ts, which first creates the temporary table `shop` (store_id, region_id, method_id, orders). Ids are computed from
-- the row number, so no joins are needed. The sums are right: each placed order is
--   authorized and captured for its total, and every third is refunded 10.00 of it.
-- Nothing is due: keys, sessions, tokens and leases expire in the future, and events are recent.

-- Creation time of order n: one every three minutes, so 340,000 orders take two years.
CREATE FUNCTION pg_temp.time_of(n int) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT timestamptz '2024-01-01 00:00:00Z' + n * interval '3 minutes' $$;

-- The UUIDv7 of the n-th record of a kind.
CREATE FUNCTION pg_temp.id_of(kind text, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(1704067200000 + n * 180000::bigint), 12, '0') || '7' || overlay(right(md5(kind || n::text), 19) PLACING '8' FROM 4 FOR 1))::uuid $$;

CREATE FUNCTION pg_temp.is_open(n int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT n % 17 < 2 $$;
CREATE FUNCTION pg_temp.is_refunded(n int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT n % 3 = 0 AND NOT n % 17 < 2 $$;
CREATE FUNCTION pg_temp.total_of(n int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT 5000 + n % 20000::bigint $$;

CREATE TEMPORARY TABLE made AS
  SELECT n, pg_temp.time_of(n) AS at, pg_temp.is_open(n) AS is_open, pg_temp.is_refunded(n) AS is_refunded,
    pg_temp.total_of(n) AS total, pg_temp.id_of('order', n) AS order_id, pg_temp.id_of('session', n) AS session_id,
    pg_temp.id_of('payment', n) AS payment_id, pg_temp.id_of('operation', n) AS operation_id, 'volume-' || n AS reference,
    CASE WHEN n % 2 = 0 THEN pg_temp.id_of('customer', n % greatest(orders * 5 / 17, 1) + 1) END AS customer_id
  FROM shop, generate_series(1, orders) n;

INSERT INTO customers (store_id, id, email, first_name, last_name, created_at, updated_at)
SELECT store_id, pg_temp.id_of('customer', n), 'shopper-' || n || '@example.com', 'First' || n % 500, 'Last' || n % 3000,
    pg_temp.time_of(n), pg_temp.time_of(n)
  FROM shop, generate_series(1, greatest(orders * 5 / 17, 1)) n;

INSERT INTO orders (store_id, id, number, state, customer_id, region_id, email, currency, item_total, adjustment_total, total,
  item_count, completed_at, created_at, updated_at, step)
SELECT store_id, order_id, 'V' || lpad(n::text, 9, '0'), CASE WHEN is_open THEN 'open' ELSE 'completed' END, customer_id,
    region_id, 'payer-' || n % 90000 || '@example.com', 'USD', total, 0, total, 1, CASE WHEN NOT is_open THEN at END, at, at,
    CASE WHEN is_open AND n % 2 = 0 THEN 'cart' ELSE 'payment' END
  FROM shop, made;

INSERT INTO order_items (store_id, id, order_id, position, name, sku, quantity, price, created_at, updated_at)
SELECT store_id, pg_temp.id_of('item', n), order_id, 0, 'Tee', 'TEE', 1, total, at, at FROM shop, made;

INSERT INTO payment_collections (store_id, id, order_id, currency, amount, authorized, captured, refunded, initiated_at,
  created_at, updated_at)
SELECT store_id, order_id, order_id, 'USD', total, CASE WHEN is_open THEN 0 ELSE total END,
    CASE WHEN is_open THEN 0 ELSE total END, CASE WHEN is_refunded THEN 1000 ELSE 0 END, at, at, at
  FROM shop, made;

-- The session that paid, or the last one opened.
INSERT INTO payment_sessions (store_id, id, order_id, collection_id, payment_method_id, provider_id, customer_id, state, amount,
  currency, external_id, data, expires_at, authorized_at, covers_all, created_at, updated_at)
SELECT store_id, session_id, order_id, order_id, method_id, 'pp_bogus_default', customer_id,
    CASE WHEN is_open THEN 'pending' ELSE 'captured' END, total, 'USD', 'bogus_' || md5('session' || n),
    '{"client_secret": "bogus_secret_0123456789abcdef"}', CASE WHEN is_open THEN now() + interval '20 hours' END,
    CASE WHEN NOT is_open THEN at END, true, at, at
  FROM shop, made;

-- Earlier sessions: one or two open ones per open order; one replaced session for two in three placed orders.
INSERT INTO payment_sessions (store_id, id, order_id, collection_id, payment_method_id, provider_id, customer_id, state, amount,
  currency, external_id, data, expires_at, replaced_at, covers_all, created_at, updated_at)
SELECT store_id, pg_temp.id_of('session before ' || before, n), order_id, order_id, method_id, 'pp_bogus_default', customer_id,
    CASE WHEN is_open THEN 'pending' ELSE 'canceled' END, total, 'USD', 'bogus_' || md5('before' || before || '-' || n),
    '{"client_secret": "bogus_secret_0123456789abcdef"}', now() + interval '20 hours', CASE WHEN NOT is_open THEN at END,
    true, at, at
  FROM shop, made, generate_series(1, 2) before
 WHERE CASE WHEN is_open THEN before <= 1 + n % 2 ELSE before = 1 AND n % 3 < 2 END;

INSERT INTO payments (store_id, id, order_id, collection_id, session_id, payment_method_id, provider_id, number, state, currency,
  authorized, captured, refunded, reference, operations, captured_at, created_at, updated_at, external_id)
SELECT store_id, payment_id, order_id, order_id, session_id, method_id, 'pp_bogus_default', 'P' || lpad(n::text, 9, '0'), 'captured',
    'USD', total, total, CASE WHEN is_refunded THEN 1000 ELSE 0 END, reference, 0, at, at, at, 'bogus_' || md5('session' || n)
  FROM shop, made WHERE NOT is_open;

INSERT INTO provider_operations (store_id, id, order_id, collection_id, session_id, payment_id, provider_id, verb, operation_key,
  amount, currency, details, state, result, lease_until, sent_at, created_at, settled_at)
SELECT store_id, operation_id, order_id, order_id, session_id, NULL, 'pp_bogus_default', 'authorize', 'volume-' || n, total,
    'USD', jsonb_build_object('methodId', method_id, 'capture', true), 'done',
    jsonb_build_object('status', 'succeeded', 'value', jsonb_build_object('state', 'captured', 'reference', reference)),
    at, at, at, at
  FROM shop, made WHERE NOT is_open;

-- Captured when authorized; refunds were made at the gateway.
INSERT INTO ledger_entries (store_id, id, order_id, collection_id, payment_id, operation_id, kind, amount, currency, reference,
  created_at)
SELECT store_id, pg_temp.id_of(kind, n), order_id, order_id, payment_id, CASE WHEN kind <> 'refund' THEN operation_id END,
    kind, CASE WHEN kind = 'refund' THEN 1000 ELSE total END, 'USD', kind || '-' || n, at
  FROM shop, made, unnest(ARRAY['authorization', 'capture', 'refund']) kind
 WHERE NOT is_open AND (kind <> 'refund' OR is_refunded);

INSERT INTO bogus_charges (id, session_external_id, currency, authorized, captured, refunded, card, created_at)
SELECT reference, 'bogus_' || md5('session' || n), 'USD', total, total, CASE WHEN is_refunded THEN 1000 ELSE 0 END, 'visa', at
  FROM made WHERE NOT is_open;

INSERT INTO bogus_requests (idempotency_key, verb, charge_id, amount, fingerprint, outcome, created_at)
SELECT 'volume-' || n, 'authorize', reference, total, 'volume',
    jsonb_build_object('status', 'succeeded', 'value', jsonb_build_object('state', 'captured', 'reference', reference)), at
  FROM made WHERE NOT is_open;

INSERT INTO idempotency_keys (store_id, principal, key_hash, fingerprint, state, status, body, expires_at)
SELECT store_id, 'guest ' || n % 1000, decode(md5('key' || n) || md5(n || 'key'), 'hex'), decode(md5('request' || n), 'hex'),
    'done', 201, '{"id":"volume"}', now() + interval '12 hours' + interval '12 hours' * n / (orders * 30 / 17 + 1)
  FROM shop, generate_series(1, orders * 30 / 17) n;

INSERT INTO events (store_id, id, order_id, type, facts, created_at)
SELECT store_id, pg_temp.id_of('event', n), order_id, 'payment.captured', jsonb_build_object('paymentId', payment_id),
    now() - interval '29 days' * (orders - n) / orders
  FROM shop, made WHERE NOT is_open;

INSERT INTO webhook_endpoints (store_id, id, url, events, scheme, active, sealed_secrets)
SELECT store_id, pg_temp.id_of('endpoint', 1), 'https://receiver.example.com/hooks', '[]', 'standard', false, ''::bytea FROM shop;

INSERT INTO webhook_deliveries (store_id, id, endpoint_id, event_id, state, attempts, response_status, last_attempt_at,
  next_attempt_at, created_at)
SELECT store_id, pg_temp.id_of('delivery', n), pg_temp.id_of('endpoint', 1), pg_temp.id_of('event', n), 'delivered', 1, 200, at,
    NULL, at
  FROM shop, made WHERE NOT is_open AND n % 3 < 2;

-- Gateway events: all handled, except a few that failed and need review.
INSERT INTO webhook_events (id, store_id, provider_id, headers, body, state, event_id, event_type, attempts, due_at, received_at,
  settled_at, verified)
SELECT pg_temp.id_of('webhook event', n), store_id, 'pp_bogus_default', '{}', '{}'::bytea, CASE WHEN n % 1000 = 1 THEN 'failed' ELSE 'handled' END,
    'volume-' || n, 'payment.captured', 1, now(), now() - interval '29 days' * (orders - n) / orders, now(), true
  FROM shop, made WHERE NOT is_open AND n % 3 = 1;

INSERT INTO refresh_tokens (store_id, id, customer_id, family, token_hash, expires_at)
SELECT store_id, pg_temp.id_of('refresh token', n), pg_temp.id_of('customer', n), pg_temp.id_of('login', n),
    decode(md5('token' || n), 'hex'), now() + interval '15 days'
  FROM shop, generate_series(1, greatest(orders * 5 / 17, 1)) n;

INSERT INTO login_sessions (store_id, id_hash, audience, owner_id, login_id, expires_at)
SELECT store_id, decode(md5('cookie' || n), 'hex'), 'store', pg_temp.id_of('customer', n), pg_temp.id_of('login', n),
    now() + interval '9 hours'
  FROM shop, generate_series(1, orders / 17) n;

INSERT INTO saved_cards (store_id, id, customer_id, payment_method_id, provider_id, profile_id, brand, last4, month, year,
  is_default)
SELECT store_id, pg_temp.id_of('card', n), pg_temp.id_of('customer', n), method_id, 'pp_bogus_default', 'volume-' || n, 'visa',
    '4242', 12, 2040, true
  FROM shop, generate_series(1, orders / 17) n;

INSERT INTO account_holders (store_id, id, customer_id, provider_id, external_id, email, data)
SELECT store_id, pg_temp.id_of('holder', n), pg_temp.id_of('customer', n), 'pp_bogus_default', 'volume-' || n,
    'shopper-' || n || '@example.com', '{}'
  FROM shop, generate_series(1, orders / 17) n;

INSERT INTO setup_sessions (store_id, id, customer_id, payment_method_id, provider_id, state, external_id, data, expires_at)
SELECT store_id, pg_temp.id_of('setup', n), pg_temp.id_of('customer', n), method_id, 'pp_bogus_default', 'failed', 'volume-' || n,
    '{}', now() + interval '1 day'
  FROM shop, generate_series(1, orders / 17) n;

INSERT INTO store_credits (store_id, id, customer_id, currency, amount)
SELECT store_id, pg_temp.id_of('credit', n), pg_temp.id_of('customer', n), 'USD', 1000 FROM shop, generate_series(1, orders / 17) n;

INSERT INTO gift_cards (store_id, id, code, customer_id, currency, amount)
SELECT store_id, pg_temp.id_of('gift card', n), 'VOLUME' || n, CASE WHEN n % 2 = 0 THEN pg_temp.id_of('customer', n) END, 'USD', 1000
  FROM shop, generate_series(1, orders / 17) n;

INSERT INTO variants (store_id, id, sku, name)
SELECT store_id, pg_temp.id_of('variant', n), 'VOLUME-' || n, 'Tee ' || n FROM shop, generate_series(1, orders / 17) n;

INSERT INTO variant_prices (store_id, variant_id, currency, amount)
SELECT store_id, pg_temp.id_of('variant', n), 'USD', 1000 FROM shop, generate_series(1, orders / 17) n;

-- These change no sum: adjustments of nothing, credit that was released, credit lines that were voided.
INSERT INTO order_adjustments (store_id, id, order_id, position, label, amount)
SELECT store_id, pg_temp.id_of('adjustment', n), order_id, 0, 'Free shipping', 0 FROM shop, made WHERE n % 4 = 0;

INSERT INTO credit_uses (store_id, id, order_id, kind, credit_id, amount, currency, state)
SELECT store_id, pg_temp.id_of('credit use', n), order_id, 'store_credit', pg_temp.id_of('credit', n % (orders / 17) + 1), 1000,
    'USD', 'released'
  FROM shop, made WHERE n % 8 = 0;

INSERT INTO order_credit_lines (store_id, id, order_id, amount, currency, voided_at)
SELECT store_id, pg_temp.id_of('credit line', n), order_id, 1000, 'USD', now() FROM shop, made WHERE n % 16 = 0;

INSERT INTO order_event_counters (store_id, order_id, last_position) SELECT store_id, order_id, 0 FROM shop, made;

INSERT INTO ended_logins (store_id, id, expires_at)
SELECT store_id, pg_temp.id_of('ended login', n), now() + interval '30 minutes' FROM shop, generate_series(1, orders / 17) n;

INSERT INTO registrations (store_id, id, actor, email, password_hash, expires_at)
SELECT store_id, pg_temp.id_of('registration', n), 'customer', 'registering-' || n || '@example.com', '', now() + interval '12 hours'
  FROM shop, generate_series(1, orders / 17) n;

INSERT INTO rate_limits (key, points, expire)
SELECT 'volume-' || n, 1, (extract(epoch FROM now()) * 1000)::bigint + 60000 FROM shop, generate_series(1, orders / 17) n;

DROP TABLE made;
