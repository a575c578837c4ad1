CREATE TABLE migrations (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name varchar NOT NULL);
CREATE TABLE stores (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  currency char(3) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE regions (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  name text NOT NULL,
  currency char(3) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id)
);
CREATE TABLE api_keys (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  type text NOT NULL CHECK (type IN ('publishable', 'secret')),
  title text NOT NULL,
  token text,
  token_hash bytea NOT NULL UNIQUE,
  redacted text NOT NULL,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  CHECK ((type = 'publishable') = (token IS NOT NULL))
);
CREATE TABLE customers (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  email text NOT NULL,
  password_hash text,
  first_name text,
  last_name text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, email)
);
CREATE TABLE admin_users (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  email text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, email)
);
CREATE TABLE orders (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'completed', 'canceled')),
  customer_id uuid,
  region_id uuid NOT NULL,
  email text,
  currency char(3) NOT NULL,
  item_total bigint NOT NULL CHECK (item_total >= 0),
  adjustment_total bigint NOT NULL,
  total bigint NOT NULL CHECK (total >= 0),
  store_credit_total bigint NOT NULL DEFAULT 0 CHECK (store_credit_total BETWEEN 0 AND total),
  item_count integer NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}',
  completed_at timestamptz,
  canceled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, number),
  CHECK (total = item_total + adjustment_total)
);
CREATE TABLE order_items (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  sku text,
  quantity integer NOT NULL CHECK (quantity > 0),
  price bigint NOT NULL CHECK (price >= 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, order_id) REFERENCES orders
);
CREATE INDEX order_items_by_order ON order_items (store_id, order_id);
CREATE TABLE order_adjustments (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  position integer NOT NULL,
  label text NOT NULL,
  amount bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, order_id) REFERENCES orders
);
CREATE INDEX order_adjustments_by_order ON order_adjustments (store_id, order_id);
CREATE TABLE payment_methods (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  provider_id text NOT NULL,
  name text NOT NULL,
  description text,
  active boolean NOT NULL DEFAULT true,
  auto_capture boolean NOT NULL DEFAULT false,
  session_required boolean NOT NULL,
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id)
);
CREATE INDEX payment_methods_by_provider ON payment_methods (store_id, provider_id);
CREATE TABLE payment_collections (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL CHECK (amount >= 0),
  authorized bigint NOT NULL DEFAULT 0,
  captured bigint NOT NULL DEFAULT 0,
  refunded bigint NOT NULL DEFAULT 0,
  canceled bigint NOT NULL DEFAULT 0,
  reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  version bigint NOT NULL DEFAULT 0,
  initiated_at timestamptz,
  completed_at timestamptz,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, order_id) REFERENCES orders,
  CHECK (0 <= refunded AND refunded <= captured AND captured <= authorized),
  CHECK (0 <= canceled AND canceled + captured <= authorized)
) WITH (fillfactor = 70);
CREATE INDEX payment_collections_by_order ON payment_collections (store_id, order_id);
CREATE TABLE payment_sessions (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  collection_id uuid NOT NULL,
  payment_method_id uuid NOT NULL,
  provider_id text NOT NULL,
  customer_id uuid,
  state text NOT NULL CHECK (state IN ('pending', 'requires_action', 'processing', 'authorized', 'captured', 'failed', 'canceled', 'expired')),
  amount bigint NOT NULL CHECK (amount > 0),
  currency char(3) NOT NULL,
  external_id text,
  data jsonb NOT NULL,
  context jsonb NOT NULL DEFAULT '{}',
  failure jsonb,
  expires_at timestamptz,
  authorized_at timestamptz,
  replaced_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, provider_id, external_id)
);
CREATE INDEX payment_sessions_of_collection ON payment_sessions (store_id, collection_id) WHERE replaced_at IS NULL;
CREATE TABLE payments (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  collection_id uuid NOT NULL,
  session_id uuid NOT NULL,
  payment_method_id uuid NOT NULL,
  provider_id text NOT NULL,
  number text NOT NULL,
  state text NOT NULL CHECK (state IN ('authorized', 'captured', 'canceled')),
  currency char(3) NOT NULL,
  authorized bigint NOT NULL CHECK (authorized > 0),
  captured bigint NOT NULL DEFAULT 0,
  refunded bigint NOT NULL DEFAULT 0,
  canceled bigint NOT NULL DEFAULT 0,
  capturing bigint NOT NULL DEFAULT 0,
  refunding bigint NOT NULL DEFAULT 0,
  reference text NOT NULL,
  operations integer NOT NULL DEFAULT 0,
  captured_at timestamptz,
  canceled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, session_id),
  UNIQUE (store_id, provider_id, reference),
  CHECK (0 <= refunded AND 0 <= refunding AND refunded + refunding <= captured),
  CHECK (0 <= canceled AND 0 <= capturing AND captured + capturing + canceled <= authorized)
);
CREATE INDEX payments_by_collection ON payments (store_id, collection_id);
CREATE TABLE refund_reasons (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  label text NOT NULL,
  code text NOT NULL,
  description text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, code)
);
CREATE TABLE ledger_entries (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  collection_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  operation_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('authorization', 'capture', 'refund', 'cancellation')),
  amount bigint NOT NULL CHECK (amount > 0),
  currency char(3) NOT NULL,
  reference text,
  refund_reason_id uuid,
  note text,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, operation_id, kind),
  FOREIGN KEY (store_id, payment_id) REFERENCES payments
);
CREATE INDEX ledger_entries_by_payment ON ledger_entries (store_id, payment_id);
CREATE TABLE provider_operations (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  collection_id uuid NOT NULL,
  session_id uuid NOT NULL,
  payment_id uuid,
  provider_id text NOT NULL,
  verb text NOT NULL,
  operation_key text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  currency char(3) NOT NULL,
  details jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('requested', 'done', 'declined')),
  result jsonb,
  attempts integer NOT NULL DEFAULT 1,
  sent_at timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, operation_key)
);
CREATE UNIQUE INDEX one_open_operation_of_session ON provider_operations (store_id, session_id) WHERE state = 'requested' AND payment_id IS NULL;
CREATE INDEX open_operations ON provider_operations (lease_until) WHERE state = 'requested';
CREATE TABLE idempotency_keys (
  store_id uuid NOT NULL,
  principal text NOT NULL,
  key_hash bytea NOT NULL,
  fingerprint bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'done')),
  fence uuid,
  lease_until timestamptz,
  status smallint,
  body text,
  snapshot text,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (store_id, principal, key_hash),
  CHECK (state = 'running' OR (status IS NOT NULL AND (body IS NULL) <> (snapshot IS NULL)))
);
CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);
CREATE TABLE bogus_charges (
  id text PRIMARY KEY,
  session_external_id text NOT NULL,
  currency char(3) NOT NULL,
  authorized bigint NOT NULL,
  captured bigint NOT NULL DEFAULT 0 CHECK (captured BETWEEN 0 AND authorized),
  refunded bigint NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND captured),
  canceled boolean NOT NULL DEFAULT false,
  card text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE bogus_requests (
  idempotency_key text PRIMARY KEY,
  verb text NOT NULL,
  charge_id text,
  amount bigint,
  fingerprint text NOT NULL,
  outcome jsonb NOT NULL,
  received integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE customers
  ADD COLUMN phone text,
  ADD COLUMN accepts_email_marketing boolean NOT NULL DEFAULT false,
  ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}';
CREATE TABLE refresh_tokens (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  family uuid NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, customer_id) REFERENCES customers
);
CREATE INDEX refresh_tokens_by_customer ON refresh_tokens (store_id, customer_id);
CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);
CREATE TABLE saved_cards (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  payment_method_id uuid NOT NULL,
  provider_id text NOT NULL,
  profile_id text NOT NULL,
  brand text NOT NULL,
  last4 text NOT NULL CHECK (length(last4) <= 4),
  month smallint NOT NULL,
  year smallint NOT NULL,
  name text,
  is_default boolean NOT NULL DEFAULT false,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, provider_id, profile_id),
  FOREIGN KEY (store_id, customer_id) REFERENCES customers
);
CREATE INDEX saved_cards_by_customer ON saved_cards (store_id, customer_id, id) WHERE deleted_at IS NULL;
CREATE TABLE setup_sessions (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  payment_method_id uuid NOT NULL,
  provider_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'requires_action', 'processing', 'completed', 'failed', 'expired')),
  external_id text NOT NULL,
  client_secret text,
  data jsonb NOT NULL,
  failure jsonb,
  card_id uuid,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, customer_id) REFERENCES customers,
  CHECK ((state = 'completed') = (card_id IS NOT NULL))
);
ALTER TABLE payment_sessions ADD COLUMN card_id uuid;
ALTER TABLE payments ADD COLUMN card_id uuid;
ALTER TABLE payment_methods
  ADD COLUMN settings jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN sealed_settings bytea,
  ADD COLUMN secrets_set jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN storefront_visible boolean NOT NULL DEFAULT true,
  ADD COLUMN deleted_at timestamptz;
ALTER TABLE api_keys
  ADD COLUMN created_by uuid,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE TABLE variants (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  sku text,
  name text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  PRIMARY KEY (store_id, id)
);
CREATE UNIQUE INDEX one_variant_of_sku ON variants (store_id, sku) WHERE deleted_at IS NULL;
CREATE TABLE variant_prices (
  store_id uuid NOT NULL,
  variant_id uuid NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (store_id, variant_id, currency),
  FOREIGN KEY (store_id, variant_id) REFERENCES variants
);
ALTER TABLE orders
  ADD COLUMN step text NOT NULL DEFAULT 'payment' CHECK (step IN ('cart', 'payment')),
  ADD COLUMN locale text,
  ADD COLUMN customer_note text,
  ADD COLUMN bill_address jsonb,
  ADD COLUMN ship_address jsonb,
  ADD COLUMN lock_version integer NOT NULL DEFAULT 0,
  ADD COLUMN gift_card_total bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT credit_within_total
    CHECK (gift_card_total >= 0 AND gift_card_total + store_credit_total <= total);
CREATE INDEX orders_by_customer ON orders (store_id, customer_id, id) WHERE customer_id IS NOT NULL;
ALTER TABLE order_items
  ADD COLUMN variant_id uuid,
  ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}';
CREATE TABLE store_credits (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  used bigint NOT NULL DEFAULT 0 CHECK (used >= 0),
  held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
  memo text,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, customer_id) REFERENCES customers,
  CHECK (used + held <= amount)
);
CREATE INDEX store_credits_by_customer ON store_credits (store_id, customer_id, id);
CREATE TABLE gift_cards (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  code text NOT NULL,
  customer_id uuid,
  currency char(3) NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  used bigint NOT NULL DEFAULT 0 CHECK (used >= 0),
  held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
  expires_at timestamptz,
  redeemed_at timestamptz,
  canceled_at timestamptz,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, code),
  CHECK (used + held <= amount)
);
CREATE INDEX gift_cards_by_customer ON gift_cards (store_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE TABLE credit_uses (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('store_credit', 'gift_card')),
  credit_id uuid NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  currency char(3) NOT NULL,
  state text NOT NULL CHECK (state IN ('held', 'used', 'released', 'returned')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, order_id) REFERENCES orders
);
CREATE INDEX credit_uses_by_order ON credit_uses (store_id, order_id);
ALTER TABLE payment_sessions ADD COLUMN covers_all boolean NOT NULL DEFAULT false;
ALTER TABLE payments ADD COLUMN external_id text;
UPDATE payments p SET external_id = s.external_id FROM payment_sessions s
 WHERE s.store_id = p.store_id AND s.id = p.session_id;
CREATE INDEX open_sessions_by_expiry ON payment_sessions (expires_at)
  WHERE state IN ('pending', 'requires_action');
CREATE TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
ALTER TABLE refund_reasons ADD COLUMN deleted_at timestamptz;
ALTER TABLE refund_reasons DROP CONSTRAINT refund_reasons_store_id_code_key;
CREATE UNIQUE INDEX refund_reasons_by_code ON refund_reasons (store_id, code) WHERE deleted_at IS NULL;
ALTER TABLE api_keys
  ADD COLUMN revoked_by uuid,
  ADD COLUMN deleted_at timestamptz;
ALTER TABLE payment_collections ADD COLUMN deleted_at timestamptz;
ALTER TABLE ledger_entries ADD COLUMN is_by_key boolean NOT NULL DEFAULT false;
UPDATE ledger_entries e SET is_by_key = true FROM api_keys k WHERE k.store_id = e.store_id AND k.id = e.created_by;
CREATE INDEX payments_by_creation ON payments (store_id, created_at);
CREATE TABLE account_holders (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  provider_id text NOT NULL,
  external_id text NOT NULL,
  email text NOT NULL,
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, customer_id, provider_id),
  UNIQUE (store_id, provider_id, external_id),
  FOREIGN KEY (store_id, customer_id) REFERENCES customers
);
ALTER TABLE payment_sessions
  ADD COLUMN open_at_gateway boolean NOT NULL DEFAULT false,
  ADD COLUMN close_after timestamptz;
CREATE INDEX sessions_to_close ON payment_sessions (provider_id, close_after)
  WHERE open_at_gateway AND state IN ('canceled', 'expired', 'failed');
CREATE TABLE webhook_events (
  id uuid PRIMARY KEY,
  store_id uuid,
  provider_id text NOT NULL,
  headers jsonb NOT NULL,
  body bytea NOT NULL,
  state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'handled', 'ignored', 'refused', 'failed')),
  event_id text,
  event_type text,
  reason text,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL DEFAULT now(),
  received_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz
);
CREATE UNIQUE INDEX webhook_events_once ON webhook_events (provider_id, event_id);
CREATE INDEX webhook_events_due ON webhook_events (provider_id, due_at) WHERE state = 'received';
CREATE INDEX webhook_events_by_age ON webhook_events (received_at);
ALTER TABLE customers
  ADD COLUMN company_name text,
  ADD COLUMN password_changed_at timestamptz;
ALTER TABLE admin_users
  ADD COLUMN first_name text,
  ADD COLUMN last_name text,
  ADD COLUMN avatar_url text,
  ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN password_changed_at timestamptz,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX customers_by_email ON customers (email);
CREATE INDEX admin_users_by_email ON admin_users (email);
CREATE TABLE registrations (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  actor text NOT NULL CHECK (actor IN ('customer', 'user')),
  email text NOT NULL,
  password_hash text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, actor, email)
);
CREATE INDEX registrations_by_email ON registrations (email);
CREATE INDEX registrations_by_expiry ON registrations (expires_at);
CREATE TABLE login_sessions (
  store_id uuid NOT NULL REFERENCES stores,
  id_hash bytea NOT NULL UNIQUE,
  audience text NOT NULL CHECK (audience IN ('store', 'admin')),
  owner_id uuid NOT NULL,
  password_changed_at timestamptz,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id_hash)
);
CREATE INDEX login_sessions_by_owner ON login_sessions (store_id, owner_id);
CREATE INDEX login_sessions_by_expiry ON login_sessions (expires_at);
CREATE TABLE invites (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  email text NOT NULL,
  token_hash bytea NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}',
  accepted_at timestamptz,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  UNIQUE (store_id, token_hash)
);
CREATE INDEX orders_by_creation ON orders (store_id, created_at);
CREATE TABLE events (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  type text NOT NULL,
  facts jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id)
);

CREATE TABLE webhook_endpoints (
  store_id uuid NOT NULL REFERENCES stores,
  id uuid NOT NULL,
  url text NOT NULL,
  events jsonb NOT NULL,
  scheme text NOT NULL CHECK (scheme IN ('standard', 'spree')),
  description text,
  active boolean NOT NULL DEFAULT true,
  disabled_reason text,
  sealed_secrets bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id)
);

CREATE TABLE webhook_deliveries (
  store_id uuid NOT NULL,
  id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  event_id uuid NOT NULL,
  redelivery_of uuid,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  response_status integer,
  response_body text,
  error text,
  last_attempt_at timestamptz,
  next_attempt_at timestamptz DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (store_id, id),
  FOREIGN KEY (store_id, endpoint_id) REFERENCES webhook_endpoints ON DELETE CASCADE,
  FOREIGN KEY (store_id, event_id) REFERENCES events
);
CREATE INDEX webhook_deliveries_of_endpoint ON webhook_deliveries (store_id, endpoint_id, id);
CREATE UNIQUE INDEX webhook_deliveries_once ON webhook_deliveries (store_id, endpoint_id, event_id)
  WHERE redelivery_of IS NULL;
CREATE INDEX webhook_deliveries_of_event ON webhook_deliveries (store_id, event_id);
ALTER TABLE webhook_events ADD COLUMN method_id uuid;
DROP INDEX webhook_events_once;
CREATE UNIQUE INDEX webhook_events_once ON webhook_events (provider_id, event_id) WHERE method_id IS NULL;
CREATE UNIQUE INDEX webhook_events_once_of_method ON webhook_events (store_id, method_id, event_id)
  WHERE method_id IS NOT NULL;
CREATE INDEX webhook_events_of_store ON webhook_events (store_id, id) WHERE store_id IS NOT NULL;
CREATE INDEX payment_methods_by_id ON payment_methods (id);
CREATE INDEX payment_methods_of_provider ON payment_methods (provider_id);
CREATE INDEX setup_sessions_at_gateway ON setup_sessions (store_id, provider_id, external_id);
ALTER TABLE ledger_entries ALTER COLUMN operation_id DROP NOT NULL;
ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_kind_check;
ALTER TABLE ledger_entries ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN ('authorization', 'capture',
  'refund', 'refund_failure', 'cancellation', 'dispute_withdrawal', 'dispute_reinstatement'));
CREATE UNIQUE INDEX ledger_entries_once ON ledger_entries (store_id, payment_id, kind, reference)
  WHERE operation_id IS NULL AND kind <> 'capture';
CREATE INDEX provider_operations_open_of_store ON provider_operations (store_id, created_at) WHERE state = 'requested';
CREATE INDEX provider_operations_of_payment ON provider_operations (store_id, payment_id)
  WHERE state = 'requested' AND payment_id IS NOT NULL;
CREATE INDEX events_by_age ON events (created_at);
ALTER TABLE webhook_deliveries DROP CONSTRAINT webhook_deliveries_store_id_event_id_fkey;
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_store_id_event_id_fkey
  FOREIGN KEY (store_id, event_id) REFERENCES events ON DELETE CASCADE;

    BEGIN;
    SET LOCAL lock_timeout = '30s';
    SET LOCAL idle_in_transaction_session_timeout = '30s';
    SELECT pg_advisory_xact_lock(
      ('x' || encode(sha224((current_database() || '.pgboss.pgboss')::bytea), 'hex'))::bit(64)::bigint
  );
    
    CREATE SCHEMA IF NOT EXISTS pgboss
  ;

    CREATE TYPE pgboss.job_state AS ENUM (
      'created',
      'retry',
      'active',
      'completed',
      'cancelled',
      'failed'
    )
  ;

    CREATE TABLE pgboss.version (
      version int primary key,
      maintained_on timestamp with time zone,
      cron_on timestamp with time zone,
      monitored_on timestamp with time zone
    )
  ;

    CREATE TABLE pgboss.queue (
      name text,
      policy text,
      retry_limit int,
      retry_delay int,
      retry_backoff bool,
      expire_seconds int,
      retention_minutes int,
      dead_letter text REFERENCES pgboss.queue (name),
      partition_name text,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY (name)
    )
  ;

    CREATE TABLE pgboss.schedule (
      name text REFERENCES pgboss.queue ON DELETE CASCADE,
      cron text not null,
      timezone text,
      data jsonb,
      options jsonb,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY (name)
    )
  ;

    CREATE TABLE pgboss.subscription (
      event text not null,
      name text not null REFERENCES pgboss.queue ON DELETE CASCADE,
      created_on timestamp with time zone not null default now(),
      updated_on timestamp with time zone not null default now(),
      PRIMARY KEY(event, name)
    )
  ;

    CREATE TABLE pgboss.job (
      id uuid not null default gen_random_uuid(),
      name text not null,
      priority integer not null default(0),
      data jsonb,
      state pgboss.job_state not null default('created'),
      retry_limit integer not null default(2),
      retry_count integer not null default(0),
      retry_delay integer not null default(0),
      retry_backoff boolean not null default false,
      start_after timestamp with time zone not null default now(),
      started_on timestamp with time zone,
      singleton_key text,
      singleton_on timestamp without time zone,
      expire_in interval not null default interval '15 minutes',
      created_on timestamp with time zone not null default now(),
      completed_on timestamp with time zone,
      keep_until timestamp with time zone NOT NULL default now() + interval '14 days',
      output jsonb,
      dead_letter text,
      policy text
    ) PARTITION BY LIST (name)
  ;
ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id);
CREATE TABLE pgboss.archive (LIKE pgboss.job);
ALTER TABLE pgboss.archive ADD PRIMARY KEY (name, id);
ALTER TABLE pgboss.archive ADD archived_on timestamptz NOT NULL DEFAULT now();
CREATE INDEX archive_i1 ON pgboss.archive(archived_on);

    CREATE FUNCTION pgboss.create_queue(queue_name text, options json)
    RETURNS VOID AS
    $$
    DECLARE
      table_name varchar := 'j' || encode(sha224(queue_name::bytea), 'hex');
      queue_created_on timestamptz;
    BEGIN

      WITH q as (
      INSERT INTO pgboss.queue (
        name,
        policy,
        retry_limit,
        retry_delay,
        retry_backoff,
        expire_seconds,
        retention_minutes,
        dead_letter,
        partition_name
      )
      VALUES (
        queue_name,
        options->>'policy',
        (options->>'retryLimit')::int,
        (options->>'retryDelay')::int,
        (options->>'retryBackoff')::bool,
        (options->>'expireInSeconds')::int,
        (options->>'retentionMinutes')::int,
        options->>'deadLetter',
        table_name
      )
      ON CONFLICT DO NOTHING
      RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;

      IF queue_created_on IS NULL THEN
        RETURN;
      END IF;

      EXECUTE format('CREATE TABLE pgboss.%I (LIKE pgboss.job INCLUDING DEFAULTS)', table_name);

      EXECUTE format('ALTER TABLE pgboss.%1$I ADD PRIMARY KEY (name, id)', table_name);
      EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
      EXECUTE format('ALTER TABLE pgboss.%1$I ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i1 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''created'' AND policy = ''short''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i2 ON pgboss.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''active'' AND policy = ''singleton''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i3 ON pgboss.%1$I (name, state, COALESCE(singleton_key, '''')) WHERE state <= ''active'' AND policy = ''stately''', table_name);
      EXECUTE format('CREATE UNIQUE INDEX %1$s_i4 ON pgboss.%1$I (name, singleton_on, COALESCE(singleton_key, '''')) WHERE state <> ''cancelled'' AND singleton_on IS NOT NULL', table_name);
      EXECUTE format('CREATE INDEX %1$s_i5 ON pgboss.%1$I (name, start_after) INCLUDE (priority, created_on, id) WHERE state < ''active''', table_name);

      EXECUTE format('ALTER TABLE pgboss.%I ADD CONSTRAINT cjc CHECK (name=%L)', table_name, queue_name);
      EXECUTE format('ALTER TABLE pgboss.job ATTACH PARTITION pgboss.%I FOR VALUES IN (%L)', table_name, queue_name);
    END;
    $$
    LANGUAGE plpgsql;
  ;

    CREATE FUNCTION pgboss.delete_queue(queue_name text)
    RETURNS VOID AS
    $$
    DECLARE
      table_name varchar;
    BEGIN
      WITH deleted as (
        DELETE FROM pgboss.queue
        WHERE name = queue_name
        RETURNING partition_name
      )
      SELECT partition_name from deleted INTO table_name;

      EXECUTE format('DROP TABLE IF EXISTS pgboss.%I', table_name);
    END;
    $$
    LANGUAGE plpgsql;
  ;
INSERT INTO pgboss.version(version) VALUES ('24');
    COMMIT;
  
SELECT pgboss.create_queue('webhook-deliveries', '{"policy":"standard","retryLimit":1000,"retryDelay":0,"retryBackoff":null,"expireInSeconds":90,"retentionMinutes":null}'::json);
INSERT INTO stores (id, name, currency, created_at) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', 'Tandem demo store', 'USD', '2026-11-29 00:03:04.616468+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'Upgrade', 'USD', '2026-11-29 00:03:22.8861+00');
INSERT INTO customers (store_id, id, email, password_hash, first_name, last_name, created_at, updated_at, phone, accepts_email_marketing, metadata, company_name, password_changed_at) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-d469-73f5-bc78-a7f82d1d1e74', 'customer@example.com', 'scrypt$32768$8$3$h1+VjD7IgmNNAas5dko9Kw==$fzOuQq/+IBlBUFmR+auKdoF69T+x/k06R7nhx84aeBw=', NULL, NULL, '2026-11-29 00:03:08.983146+00', '2026-11-29 00:03:08.983146+00', NULL, 'false', '{}', NULL, NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-1dba-7ba5-9a56-6bc3b66761bc', 'customer+e68b9a53bc45@example.com', 'scrypt$32768$8$3$e8RIQiPX7WSZRdMOjPqXLw==$LRTpIDe2wdGSd+KnyKO8hueeNOp0qruteZg/qcIHOsQ=', NULL, NULL, '2026-11-29 00:03:27.898619+00', '2026-11-29 00:03:27.898619+00', NULL, 'false', '{}', NULL, NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-2820-7422-9d74-64fb917c42ca', 'ada@example.com', 'scrypt$32768$8$3$N9AAerifedxNrjzj8ntY4A==$2Wj74NuqYAHyM28lPRsW4oPAddxKQw855w1a67g5eDg=', NULL, NULL, '2026-11-29 00:03:31.210284+00', '2026-11-29 00:03:31.210284+00', NULL, 'false', '{}', NULL, NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-3231-7ec2-9dec-cfa6a7f2d664', 'bob@example.com', 'scrypt$32768$8$3$X7NwDtgqdE5hPQC9HtXu5w==$HNb6haaLl/i/bAoh+vBtXBloF2tNtxDP+4sMh0vkCko=', NULL, NULL, '2026-11-29 00:03:34.433691+00', '2026-11-29 00:03:38.349187+00', NULL, 'false', '{}', NULL, '2026-11-29 00:03:38.360115+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-5e07-7099-8f19-2b142c353265', 'eve@example.com', 'scrypt$32768$8$3$u4dgRs9AAQknB0Svio3jqA==$HyiuVoYtu4mg+DvWLpPGKIcS0Ec30je8nx3XhqHFPeA=', NULL, NULL, '2026-11-29 00:03:42.813264+00', '2026-11-29 00:03:42.813264+00', NULL, 'false', '{}', NULL, NULL);
INSERT INTO account_holders (store_id, id, customer_id, provider_id, external_id, email, data, created_at, updated_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7d6e-71f6-80c7-3b000fb413d2', '01a2249d-2820-7422-9d74-64fb917c42ca', 'pp_bogus_default', 'bogus_cus_9bbf50727819867c619ad647', 'ada@example.com', '{}', '2026-11-29 00:03:50.766427+00', '2026-11-29 00:03:50.766427+00');
INSERT INTO admin_users (store_id, id, email, password_hash, created_at, first_name, last_name, avatar_url, metadata, password_changed_at, updated_at) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-c9a0-7703-9f17-298f37d5e2ae', 'admin@example.com', 'scrypt$32768$8$3$ZakdB0gj0SdMf1o+VWxRqw==$A2XkGmZlMkPeCJ6a3gqDtAhRmKwgd2nYldKV+OLLm5w=', '2026-11-29 00:03:07.421714+00', NULL, NULL, NULL, '{}', NULL, '2026-11-29 00:03:07.421714+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-10c7-7955-afba-58671bf7b443', 'admin+e68b9a53bc45@example.com', 'scrypt$32768$8$3$uivec9nv6eP3P1nwLczY6Q==$qg8JQ/6r8cwMep8VJws59R9CZlEVyWbXGbLtJWaqE6s=', '2026-11-29 00:03:26.134264+00', NULL, NULL, NULL, '{}', NULL, '2026-11-29 00:03:26.134264+00');
INSERT INTO api_keys (store_id, id, type, title, token, token_hash, redacted, revoked_at, created_at, created_by, updated_at, revoked_by, deleted_at) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-d445-7f3a-b026-661c4a18bc82', 'publishable', 'Storefront', 'pk_4106b6db2641160a62432f5be6da4a009774e52e80890c46d568eb8fdedaa8df', '\xe7cb05b111bf9422d0063dab25c36af7101c0c957bb05ec75f8d93ab23787e34', 'pk_410***8df', NULL, '2026-11-29 00:03:07.459162+00', '01a2249c-c9a0-7703-9f17-298f37d5e2ae', '2026-11-29 00:03:07.459162+00', NULL, NULL),
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-da7e-73ab-9962-2aab7537fd71', 'secret', 'Demo 26ba687b', NULL, '\xbd931248c38ea8161cca3c28bd0eddfdd94e5a2f3c607ebc3298cc98cd5ba40b', 'sk_f5d***5ea', NULL, '2026-11-29 00:03:09.054274+00', '01a2249c-c9a0-7703-9f17-298f37d5e2ae', '2026-11-29 00:03:09.054274+00', NULL, NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-1d5e-7a3d-8bea-d32b69e0b448', 'publishable', 'Storefront', 'pk_a0a7050c70ea065e41f70508a2403527f74d51ec1492d503dc59e7e3e9d22f31', '\x5558c4a77d6bd3e3b91a29f264468db38fe2db79a63237871e52f79233a45dc1', 'pk_a0a***f31', NULL, '2026-11-29 00:03:26.173446+00', '01a2249d-10c7-7955-afba-58671bf7b443', '2026-11-29 00:03:26.173446+00', NULL, NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-24c2-75d3-a30a-1b5b8057818b', 'secret', 'Demo 392c2dbb', NULL, '\xe0f9aa4429679ce8f92f6a19236cb499563867b33a34db88e35404bda89bcba6', 'sk_4f0***4dd', NULL, '2026-11-29 00:03:28.051758+00', '01a2249d-10c7-7955-afba-58671bf7b443', '2026-11-29 00:03:28.051758+00', NULL, NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7a63-7ddc-a8cb-a15f06ad4d71', 'secret', 'Back office', NULL, '\xfbae582fafd4e4539bc8e3e254423969e1685b8ab66487795edb1adbd9096190', 'sk_bc3***0d9', NULL, '2026-11-29 00:03:49.986283+00', '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:03:49.986283+00', NULL, NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7ad2-7338-9b51-e5cbca903b01', 'secret', 'ERP', NULL, '\x9d0dbb287deec5d2524e756213a365dd25171026acce0dd5dcdc80cdcc1d946c', 'sk_b2e***ee6', NULL, '2026-11-29 00:03:50.090111+00', '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:03:50.090111+00', NULL, NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7b6a-780b-84c2-997abf016dce', 'secret', 'Gone', NULL, '\xe17154b04367784a1f3893d92ad4e8573df4177e4089768f24459678d94468de', 'sk_e7b***957', '2026-11-29 00:03:50.341382+00', '2026-11-29 00:03:50.235128+00', '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:03:50.341382+00', '01a2249d-24c2-75d3-a30a-1b5b8057818b', NULL);
INSERT INTO bogus_charges (id, session_external_id, currency, authorized, captured, refunded, canceled, card, created_at) VALUES
('bogus_ch_0beb316ae31dfa4d146561e3', 'bogus_a20f0dd5787abe7512dcd901', 'USD', '11000', '500', '0', 'false', 'good', '2026-11-29 00:05:00.990992+00'),
('bogus_ch_0c742772c040542c12f31b24', 'bogus_8e484ec9b749b26776f88a74', 'USD', '11000', '0', '0', 'false', 'processing', '2026-11-29 00:05:22.947272+00'),
('bogus_ch_3573f003bc4c1a46aa665da1', 'bogus_309be5e13fab776fdd2479a7', 'USD', '11000', '0', '0', 'false', 'good', '2026-11-29 00:04:59.726335+00'),
('bogus_ch_363bcb896b6009ca2162bf1d', 'bogus_193dcd11c2b1b32a2e8cbe5e', 'USD', '11000', '5000', '5000', 'false', 'good', '2026-11-29 00:04:57.88987+00'),
('bogus_ch_36a51f9f0f8293a6fd45618d', 'bogus_4e77f39b52485f3b1f77d100', 'USD', '11000', '0', '0', 'false', 'good', '2026-11-29 00:05:23.730442+00'),
('bogus_ch_4cae910734fa7a6b4913095f', 'bogus_66d5af3bab3197eed23d3365', 'USD', '11000', '0', '0', 'true', 'good', '2026-11-29 00:04:56.739726+00'),
('bogus_ch_57e001c301dd6fc293760e1a', 'bogus_41e896662b408366a0d4ce8b', 'USD', '11000', '5000', '0', 'false', 'good', '2026-11-29 00:04:53.995333+00'),
('bogus_ch_5b48c920b22d2fe35e26030c', 'bogus_6b20ada2a03a31f7eccd1570', 'USD', '11000', '11000', '11000', 'false', 'good', '2026-11-29 00:04:56.128323+00'),
('bogus_ch_627ddd639f82d2b475cee0b0', 'bogus_8b75803403d52657c1572b68', 'USD', '11000', '11000', '3000', 'false', 'good', '2026-11-29 00:04:55.034246+00'),
('bogus_ch_6cf99eb01c8a26900d3a1348', 'bogus_a4352335e865c6f59e9b86b9', 'USD', '8000', '0', '0', 'false', 'good', '2026-11-29 00:03:52.906113+00'),
('bogus_ch_707677c26324ac3475901c1c', 'bogus_d0c70e607a6d4af4a7798683', 'USD', '11000', '2000', '0', 'false', 'refund_refused', '2026-11-29 00:04:58.908666+00'),
('bogus_ch_77c5f8eee1fa090f18cc1b66', 'bogus_720981b065bc22a2f6ee12af', 'USD', '11000', '0', '0', 'true', 'good', '2026-11-29 00:04:57.354248+00'),
('bogus_ch_859724e84aadffb6a3ce09cb', 'bogus_3befa89a1fd4012de9853cbb', 'USD', '11000', '0', '0', 'false', 'answer_lost', '2026-11-29 00:05:01.592795+00'),
('bogus_ch_8a011b4b784fc768cf6ec4a3', 'bogus_454f18fbbdb3c78a4ed62b67', 'USD', '11000', '11000', '2500', 'false', 'good', '2026-11-29 00:05:16.056622+00'),
('bogus_ch_9a786589dbfaf64b8bec72d4', 'bogus_073420fb0b690b98ff72fdd4', 'USD', '11000', '11000', '2500', 'false', 'good', '2026-11-29 00:05:18.222081+00'),
('bogus_ch_9b2ce75cf014a46a34d5d9fd', 'bogus_c4dad8e8dfb3ae4ff2921d55', 'USD', '11000', '0', '0', 'false', 'processing', '2026-11-29 00:05:01.253995+00'),
('bogus_ch_9c0a76451c493186c86075bd', 'bogus_c13b818462895eafe4fa7d29', 'USD', '11000', '2500', '0', 'false', 'good', '2026-11-29 00:05:17.694992+00'),
('bogus_ch_a9967c1b474f219eeb66d16b', 'bogus_fc53fc38da0327342fffda42', 'USD', '11000', '11000', '0', 'false', 'good', '2026-11-29 00:03:55.856715+00'),
('bogus_ch_c325998f60debe55d93e6861', 'bogus_aa72e8155052a9ec9de3cab9', 'USD', '11000', '0', '0', 'false', 'good', '2026-11-29 00:05:00.500961+00'),
('bogus_ch_ce42629d1a02af2b92a278e0', 'bogus_9ba6186bfc4f65f31e95ea2d', 'USD', '11000', '0', '0', 'false', 'good', '2026-11-29 00:05:24.914783+00'),
('bogus_ch_d1cb83ce29df7b946c966bd4', 'bogus_0540db9238dd8acb135b8ee1', 'USD', '11000', '0', '0', 'false', 'answer_lost', '2026-11-29 00:05:23.266007+00'),
('bogus_ch_dfb3f899ba83d5b3dc131969', 'bogus_6fd79933f75a63eab375a530', 'USD', '11000', '0', '0', 'false', 'good', '2026-11-29 00:03:55.322283+00'),
('bogus_ch_ec6fed3c73a2a0be55265e8f', 'bogus_2a4aee1554d6a5c902a1c03b', 'USD', '11000', '2500', '0', 'false', 'good', '2026-11-29 00:05:15.617373+00'),
('bogus_ch_f1446b477251138e3756e607', 'bogus_ab77cf67b19cb1924d2bb515', 'USD', '11000', '0', '0', 'true', 'good', '2026-11-29 00:05:18.789291+00'),
('bogus_ch_f5c12483491f097bc72311f4', 'bogus_2cb907c218f7abfca9de21aa', 'USD', '11000', '0', '0', 'true', 'good', '2026-11-29 00:05:16.50547+00'),
('bogus_ch_fa96e769836d7f3ed503d367', 'bogus_c386d2a14afb20fe3ce561e8', 'USD', '11000', '0', '0', 'false', 'good', '2026-11-29 00:05:24.907668+00');
INSERT INTO bogus_requests (idempotency_key, verb, charge_id, amount, fingerprint, outcome, received, created_at) VALUES
('725b57a82864bbd8c1c090893dbe80b9aff0225ceb866282fa11dd6d6444a94e', 'authorize', 'bogus_ch_6cf99eb01c8a26900d3a1348', '8000', 'authorize 8000 USD bogus_a4352335e865c6f59e9b86b9 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_6cf99eb01c8a26900d3a1348"}}', '1', '2026-11-29 00:03:52.906113+00'),
('9ce5944c0d236712ff5ac052ca78d57559a9f2ab8e4ef3d514b636d618b1c131', 'authorize', NULL, NULL, 'authorize 11000 USD bogus_3def5758191e600e6c0e103b manual requires_action', '{"is": "done", "value": {"data": {"action": {"type": "confirm", "complete_with": {"action_result": "confirmed"}}}, "state": "requires_action"}}', '1', '2026-11-29 00:03:54.480962+00'),
('66d14043b11cb50e9cc4a0b3964a9e654efd59e63ed21de2ba75b53cb714ca55', 'authorize', NULL, NULL, 'authorize 11000 USD bogus_53dd59563159033e879a90a2 manual card_declined', '{"is": "declined", "code": "card_declined", "message": "The card was declined"}', '1', '2026-11-29 00:03:54.803332+00'),
('c062442752615bde33d9108c82077a9194cf9ef950be5d192d3c18db0910dde6', 'authorize', 'bogus_ch_dfb3f899ba83d5b3dc131969', '11000', 'authorize 11000 USD bogus_6fd79933f75a63eab375a530 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_dfb3f899ba83d5b3dc131969"}}', '1', '2026-11-29 00:03:55.322283+00'),
('9bc64bde9b59cc25eae04cf140def382bff68ca70d4da5e20bb1283ef89f947a', 'authorize', 'bogus_ch_a9967c1b474f219eeb66d16b', '11000', 'authorize 11000 USD bogus_fc53fc38da0327342fffda42 automatic good', '{"is": "done", "value": {"state": "captured", "reference": "bogus_ch_a9967c1b474f219eeb66d16b"}}', '1', '2026-11-29 00:03:55.856715+00'),
('a20501eaefb169f46b464adda90d5d83e2646b0d71c6953779c0eedc4b8db3f3', 'authorize', 'bogus_ch_57e001c301dd6fc293760e1a', '11000', 'authorize 11000 USD bogus_41e896662b408366a0d4ce8b manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_57e001c301dd6fc293760e1a"}}', '1', '2026-11-29 00:04:53.995333+00'),
('78e381e3eda2642a4ed626defd857d0e1200beaa91d0073156b8a49287a23eb8', 'capture', 'bogus_ch_57e001c301dd6fc293760e1a', '5000', 'capture 5000 USD bogus_ch_57e001c301dd6fc293760e1a', '{"is": "done", "value": {"reference": "bogus_capture_02ae9cca598259c8cb910fc5"}}', '1', '2026-11-29 00:04:54.504106+00'),
('2233c60b6829126d31e1d34a0d2e3e305aeb7864a9cccad32971d0246af26ef6', 'authorize', 'bogus_ch_627ddd639f82d2b475cee0b0', '11000', 'authorize 11000 USD bogus_8b75803403d52657c1572b68 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_627ddd639f82d2b475cee0b0"}}', '1', '2026-11-29 00:04:55.034246+00'),
('1d6d15d230fc77440f4d6b07c39833a57ca12cb6246d370983a4863d425b0382', 'capture', 'bogus_ch_627ddd639f82d2b475cee0b0', '11000', 'capture 11000 USD bogus_ch_627ddd639f82d2b475cee0b0', '{"is": "done", "value": {"reference": "bogus_capture_cdfdc1d032458fec1de8ff6e"}}', '1', '2026-11-29 00:04:55.543345+00'),
('c049ff4467ab3eb7d39efb672204b80c3c2d049ddfbb96712259e9c9863021f0', 'refund', 'bogus_ch_627ddd639f82d2b475cee0b0', '3000', 'refund 3000 USD bogus_ch_627ddd639f82d2b475cee0b0', '{"is": "done", "value": {"reference": "bogus_refund_d530113138d4a7a6c5c357e8"}}', '1', '2026-11-29 00:04:55.722309+00'),
('5e9d098d5cbf148a01416186aa5a5f7d2c1fe759fa096dda88ce84e602b3ed03', 'authorize', 'bogus_ch_5b48c920b22d2fe35e26030c', '11000', 'authorize 11000 USD bogus_6b20ada2a03a31f7eccd1570 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_5b48c920b22d2fe35e26030c"}}', '1', '2026-11-29 00:04:56.128323+00'),
('5c22764ee868c8659a2d9d08c6025c3091913e8aadadd3ae2971893f8b88cd6b', 'capture', 'bogus_ch_5b48c920b22d2fe35e26030c', '11000', 'capture 11000 USD bogus_ch_5b48c920b22d2fe35e26030c', '{"is": "done", "value": {"reference": "bogus_capture_2a76cb4db34b56f5fb520d43"}}', '1', '2026-11-29 00:04:56.255685+00'),
('aa9b4e01f9327b635120eed6428b8ac9d1e541726891bc8e5309c35b9de70abf', 'refund', 'bogus_ch_5b48c920b22d2fe35e26030c', '11000', 'refund 11000 USD bogus_ch_5b48c920b22d2fe35e26030c', '{"is": "done", "value": {"reference": "bogus_refund_2516008c039c7616dec06f9c"}}', '1', '2026-11-29 00:04:56.404487+00'),
('1b9b56acad7b51a0efd20879e8dcd908296b3ddb7edf25fa038a8f71d6b75831', 'authorize', 'bogus_ch_4cae910734fa7a6b4913095f', '11000', 'authorize 11000 USD bogus_66d5af3bab3197eed23d3365 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_4cae910734fa7a6b4913095f"}}', '1', '2026-11-29 00:04:56.739726+00'),
('d82c87528e8f6f4eac30806e4159f8acff5f4881a498ad6c654d6395bd12f71c', 'cancel', 'bogus_ch_4cae910734fa7a6b4913095f', NULL, 'bogus_ch_4cae910734fa7a6b4913095f', '{"is": "done", "value": {"reference": "bogus_cancel_536fe84b4cb21e9698f9f633"}}', '1', '2026-11-29 00:04:56.913099+00'),
('562e0e982bbaacc47578229e4447f749815f880a72c4b557a1277fdd7f812155', 'authorize', 'bogus_ch_77c5f8eee1fa090f18cc1b66', '11000', 'authorize 11000 USD bogus_720981b065bc22a2f6ee12af manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_77c5f8eee1fa090f18cc1b66"}}', '1', '2026-11-29 00:04:57.354248+00'),
('54516bf450378c20b9624c5920b8e23c8a6b8ab54832e51be4601c012d54279b', 'cancel', 'bogus_ch_77c5f8eee1fa090f18cc1b66', NULL, 'bogus_ch_77c5f8eee1fa090f18cc1b66', '{"is": "done", "value": {"reference": "bogus_cancel_3ba8f84a08aa1a80773067eb"}}', '1', '2026-11-29 00:04:57.561636+00'),
('8ee3d3a4ed37f1afffd8292b142775fcdb9b31a1d1ee06edb582674ef3c7c0f3', 'authorize', 'bogus_ch_363bcb896b6009ca2162bf1d', '11000', 'authorize 11000 USD bogus_193dcd11c2b1b32a2e8cbe5e manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_363bcb896b6009ca2162bf1d"}}', '1', '2026-11-29 00:04:57.88987+00'),
('630864fcdfb0a253ea7b2eb7bf185781809dac397bcc7367c92a4aa14a674c7b', 'capture', 'bogus_ch_363bcb896b6009ca2162bf1d', '5000', 'capture 5000 USD bogus_ch_363bcb896b6009ca2162bf1d', '{"is": "done", "value": {"reference": "bogus_capture_eca52f5fa49a5348feb1ad71"}}', '1', '2026-11-29 00:04:58.158715+00'),
('42cc54144c5d96dfc37047b7f490897eced4e61765c8f755814cc70593bf5de2', 'refund', 'bogus_ch_363bcb896b6009ca2162bf1d', '5000', 'refund 5000 USD bogus_ch_363bcb896b6009ca2162bf1d', '{"is": "done", "value": {"reference": "bogus_refund_be05bec949aee9f9223b3c00"}}', '1', '2026-11-29 00:04:58.365433+00'),
('8f54bcfdcc4a98bcec10bbdde3e9751111efd9167290cf9330e4b54ce2e48d84', 'authorize', 'bogus_ch_707677c26324ac3475901c1c', '11000', 'authorize 11000 USD bogus_d0c70e607a6d4af4a7798683 manual refund_refused', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_707677c26324ac3475901c1c"}}', '1', '2026-11-29 00:04:58.908666+00'),
('900f8d58f99c5aa2672673048d2c32633818d5a492e945135161b973126549d4', 'capture', 'bogus_ch_707677c26324ac3475901c1c', '2000', 'capture 2000 USD bogus_ch_707677c26324ac3475901c1c', '{"is": "done", "value": {"reference": "bogus_capture_66f4e032331e74a6072baf9a"}}', '1', '2026-11-29 00:04:59.112994+00'),
('7c0e57081e0d9070e3f44857042a30995662715464c82c42c740c2cb3c7d2509', 'refund', NULL, NULL, 'refund 2000 USD bogus_ch_707677c26324ac3475901c1c', '{"is": "declined", "code": "not_refundable", "message": "The card takes no refunds"}', '1', '2026-11-29 00:04:59.354681+00'),
('79d1b2da8bc980f3b6e2f6a491ced6e24110f53eacacc54e8118214d348e5d30', 'authorize', 'bogus_ch_3573f003bc4c1a46aa665da1', '11000', 'authorize 11000 USD bogus_309be5e13fab776fdd2479a7 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_3573f003bc4c1a46aa665da1"}}', '1', '2026-11-29 00:04:59.726335+00'),
('9f6e90aef1df1ed1afb9c19a643bda8a965a1774675f7aecd9e3f26a3b869a4d', 'authorize', 'bogus_ch_c325998f60debe55d93e6861', '11000', 'authorize 11000 USD bogus_aa72e8155052a9ec9de3cab9 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_c325998f60debe55d93e6861"}}', '1', '2026-11-29 00:05:00.500961+00'),
('78cc180bb23eb531d6e3b6b40a03791701db91a3cbae1ca930db9bd0d20101c9', 'authorize', 'bogus_ch_0beb316ae31dfa4d146561e3', '11000', 'authorize 11000 USD bogus_a20f0dd5787abe7512dcd901 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_0beb316ae31dfa4d146561e3"}}', '1', '2026-11-29 00:05:00.990992+00'),
('0286705f35e36fd0a95e86b3b302f3bd07edb211f7af38bc6ebd5036cd7a606e', 'authorize', 'bogus_ch_9b2ce75cf014a46a34d5d9fd', '11000', 'authorize 11000 USD bogus_c4dad8e8dfb3ae4ff2921d55 manual processing', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_9b2ce75cf014a46a34d5d9fd"}}', '1', '2026-11-29 00:05:01.253995+00'),
('b9e2b20bd1a44ba31a267e3723174e924f28871e78ae0dc92053b0245ccf698c', 'authorize', 'bogus_ch_859724e84aadffb6a3ce09cb', '11000', 'authorize 11000 USD bogus_3befa89a1fd4012de9853cbb manual answer_lost', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_859724e84aadffb6a3ce09cb"}}', '1', '2026-11-29 00:05:01.592795+00'),
('e500b81fc909b4193ac74ac4292f217dbf93aed1b0028c77b4d9f6484f7d8417', 'authorize', 'bogus_ch_ec6fed3c73a2a0be55265e8f', '11000', 'authorize 11000 USD bogus_2a4aee1554d6a5c902a1c03b manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_ec6fed3c73a2a0be55265e8f"}}', '1', '2026-11-29 00:05:15.617373+00'),
('ed08abca647c90b4db82eadd0232d55729ae4b27d63d0d8c767b1125848b88cf', 'authorize', 'bogus_ch_8a011b4b784fc768cf6ec4a3', '11000', 'authorize 11000 USD bogus_454f18fbbdb3c78a4ed62b67 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_8a011b4b784fc768cf6ec4a3"}}', '1', '2026-11-29 00:05:16.056622+00'),
('c0ff258bc041da69249e546b6a834479ad77c358751cf0fdc39e37525f55fd48', 'authorize', 'bogus_ch_f5c12483491f097bc72311f4', '11000', 'authorize 11000 USD bogus_2cb907c218f7abfca9de21aa manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_f5c12483491f097bc72311f4"}}', '1', '2026-11-29 00:05:16.50547+00'),
('6c838015568187cebb12deb493290daa1efe7a87bcf39d7c4606b4c31f669ab2', 'capture', 'bogus_ch_8a011b4b784fc768cf6ec4a3', '11000', 'capture 11000 USD bogus_ch_8a011b4b784fc768cf6ec4a3', '{"is": "done", "value": {"reference": "bogus_capture_396846a718ab098394bc6cd5"}}', '1', '2026-11-29 00:05:16.774339+00'),
('1fb8a460b8acb102e4fa201c92cd9e9c1f739f0c8eb3b53e0c75c49aca29587c', 'authorize', 'bogus_ch_9c0a76451c493186c86075bd', '11000', 'authorize 11000 USD bogus_c13b818462895eafe4fa7d29 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_9c0a76451c493186c86075bd"}}', '1', '2026-11-29 00:05:17.694992+00'),
('7b46ad5d1915c973a613cdc37d3a9dfaec25206d67d7ce2766f7fed933485992', 'authorize', 'bogus_ch_9a786589dbfaf64b8bec72d4', '11000', 'authorize 11000 USD bogus_073420fb0b690b98ff72fdd4 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_9a786589dbfaf64b8bec72d4"}}', '1', '2026-11-29 00:05:18.222081+00'),
('c4a6631539a5b2ae94cbf7d8b511ddae7c76473b0f7274b6f4240bdb820b237e', 'authorize', 'bogus_ch_f1446b477251138e3756e607', '11000', 'authorize 11000 USD bogus_ab77cf67b19cb1924d2bb515 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_f1446b477251138e3756e607"}}', '1', '2026-11-29 00:05:18.789291+00'),
('849be8cb1d645a73a20a2afbe39c4e231dc29966135a66c77fb6db2273916a7f', 'capture', 'bogus_ch_9a786589dbfaf64b8bec72d4', '11000', 'capture 11000 USD bogus_ch_9a786589dbfaf64b8bec72d4', '{"is": "done", "value": {"reference": "bogus_capture_5b79e70ce6a9ebca310a348c"}}', '1', '2026-11-29 00:05:18.966845+00'),
('a32afc7fc88021973f71a59d214c6b082719e8194c419c5899a5f27b89549a71', 'authorize', 'bogus_ch_0c742772c040542c12f31b24', '11000', 'authorize 11000 USD bogus_8e484ec9b749b26776f88a74 manual processing', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_0c742772c040542c12f31b24"}}', '1', '2026-11-29 00:05:22.947272+00'),
('7d620ed48874989bdb7fcfa2f542d9a454bcfefc9a87d6dbfa4a8f628b714491', 'authorize', 'bogus_ch_d1cb83ce29df7b946c966bd4', '11000', 'authorize 11000 USD bogus_0540db9238dd8acb135b8ee1 manual answer_lost', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_d1cb83ce29df7b946c966bd4"}}', '1', '2026-11-29 00:05:23.266007+00'),
('84ce9d7dbc3746b07e9e601ab3dcc582705c999f075a1677db394697ce3c3823', 'authorize', 'bogus_ch_36a51f9f0f8293a6fd45618d', '11000', 'authorize 11000 USD bogus_4e77f39b52485f3b1f77d100 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_36a51f9f0f8293a6fd45618d"}}', '1', '2026-11-29 00:05:23.730442+00'),
('db93cf12785e0b1eae1c03ec2b522355e2f3c0fc9fb7c9ee5b4312d972608843', 'capture', 'bogus_ch_ec6fed3c73a2a0be55265e8f', '2500', 'capture 2500 USD bogus_ch_ec6fed3c73a2a0be55265e8f', '{"is": "done", "value": {"reference": "bogus_capture_dbe86bf4e2d6834d5fdb1406"}}', '1', '2026-11-29 00:05:24.50911+00'),
('6d63028c257d7e281764409ea01b400d90f24a79ea42a2d1d498921e3beb49f1', 'cancel', 'bogus_ch_f1446b477251138e3756e607', NULL, 'bogus_ch_f1446b477251138e3756e607', '{"is": "done", "value": {"reference": "bogus_cancel_9ac6b639c99aa7f58ef911ad"}}', '1', '2026-11-29 00:05:24.5482+00'),
('8652a7be316af69e2905da526d7dcf6aa8b85812a78b318104781adb31f21736', 'cancel', 'bogus_ch_f5c12483491f097bc72311f4', NULL, 'bogus_ch_f5c12483491f097bc72311f4', '{"is": "done", "value": {"reference": "bogus_cancel_dd86bd719d9f2d0822c68c3d"}}', '1', '2026-11-29 00:05:24.555904+00'),
('2a71b6b9a36c5790802abd6e1579a63d012d10bd9ede6d7696ede069edfff21b', 'refund', 'bogus_ch_8a011b4b784fc768cf6ec4a3', '2500', 'refund 2500 USD bogus_ch_8a011b4b784fc768cf6ec4a3', '{"is": "done", "value": {"reference": "bogus_refund_02c5c2ffb2810079f7311603"}}', '1', '2026-11-29 00:05:24.592563+00'),
('da80eeb9c366f5c7cdc497b59a26ec48025ecf50a2d0af26ad2f7ef6187f2b4c', 'authorize', 'bogus_ch_fa96e769836d7f3ed503d367', '11000', 'authorize 11000 USD bogus_c386d2a14afb20fe3ce561e8 manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_fa96e769836d7f3ed503d367"}}', '1', '2026-11-29 00:05:24.907668+00'),
('a085fdb34da527b61fb8e293b6e71919aad856f74f34f13515331fa60a5e1583', 'authorize', 'bogus_ch_ce42629d1a02af2b92a278e0', '11000', 'authorize 11000 USD bogus_9ba6186bfc4f65f31e95ea2d manual good', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_ce42629d1a02af2b92a278e0"}}', '1', '2026-11-29 00:05:24.914783+00'),
('062d784ff329214813d56b43f46bed3c2bf2aeb3f6394c277918862595893ca6', 'refund', 'bogus_ch_9a786589dbfaf64b8bec72d4', '2500', 'refund 2500 USD bogus_ch_9a786589dbfaf64b8bec72d4', '{"is": "done", "value": {"reference": "bogus_refund_1bfdae2823e4f286e594c9c4"}}', '1', '2026-11-29 00:05:24.964609+00'),
('b238fa89e5456c48abe10b4f4c49e9e4854761304e7076617186c8aa7031a2ab', 'capture', 'bogus_ch_9c0a76451c493186c86075bd', '2500', 'capture 2500 USD bogus_ch_9c0a76451c493186c86075bd', '{"is": "done", "value": {"reference": "bogus_capture_c37fef834dbaf8fb4faf41b6"}}', '1', '2026-11-29 00:05:25.017672+00');
INSERT INTO orders (store_id, id, number, state, customer_id, region_id, email, currency, item_total, adjustment_total, total, store_credit_total, item_count, metadata, completed_at, canceled_at, created_at, updated_at, step, locale, customer_note, bill_address, ship_address, lock_version, gift_card_total) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-daac-7441-bafb-efb808149b40', 'R445880082', 'open', NULL, '01a2249c-c928-7616-8141-f320d83e7beb', 'guest@example.com', 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:09.101054+00', '2026-11-29 00:03:09.101054+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-daf7-75d3-a5a9-0853b02f4101', 'R205720243', 'open', '01a2249c-d469-73f5-bc78-a7f82d1d1e74', '01a2249c-c928-7616-8141-f320d83e7beb', 'customer@example.com', 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:09.175776+00', '2026-11-29 00:03:09.175776+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-2520-7781-99bd-7cc74016f789', 'R687503326', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', 'guest@example.com', 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:28.162736+00', '2026-11-29 00:03:28.162736+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-2580-7da8-b249-0feebd66416b', 'R035456124', 'open', '01a2249d-1dba-7ba5-9a56-6bc3b66761bc', '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', 'customer+e68b9a53bc45@example.com', 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:28.256652+00', '2026-11-29 00:03:28.256652+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7e52-7989-b491-c4610d055587', 'R130121520', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:50.983233+00', '2026-11-29 00:03:50.983233+00', 'cart', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8071-7d88-a67e-c3144d958e50', 'R063859046', 'open', '01a2249d-2820-7422-9d74-64fb917c42ca', '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', 'ada@example.com', 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:51.530881+00', '2026-11-29 00:03:51.530881+00', 'cart', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-810b-7c68-91b4-77d1b0940f39', 'R374323260', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:51.673477+00', '2026-11-29 00:03:51.789244+00', 'cart', NULL, NULL, NULL, NULL, '1', '3000'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-827b-7e67-8c93-5ae362eb15da', 'R785258106', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '5500', '0', '5500', '0', '1', '{}', NULL, NULL, '2026-11-29 00:03:52.035405+00', '2026-11-29 00:03:52.035405+00', 'cart', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-83bb-746d-a65c-755c6d2b891a', 'R227583220', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:03:53.075882+00', NULL, '2026-11-29 00:03:52.380314+00', '2026-11-29 00:03:53.075882+00', 'payment', NULL, NULL, NULL, NULL, '1', '3000'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-87fe-750b-b7e4-b44fc98d7818', 'R325527515', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:53.471377+00', '2026-11-29 00:03:53.471377+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-88f7-769b-88b6-56df65d0801e', 'R517442987', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:53.7261+00', '2026-11-29 00:03:53.7261+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8aab-7d95-a867-ce0adc93a0db', 'R880002982', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:54.156604+00', '2026-11-29 00:03:54.156604+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8c53-7d91-8bc0-2be1427c9aec', 'R578713848', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:54.579663+00', '2026-11-29 00:03:54.579663+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', 'R477228449', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:54.90638+00', '2026-11-29 00:03:54.90638+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', 'R259712899', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:55.636202+00', '2026-11-29 00:03:55.636202+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-9283-7379-a098-81d5f3c8baf6', 'R175500494', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:56.163464+00', '2026-11-29 00:03:56.163464+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-93e3-72aa-bca1-e598ed8dfa8f', 'R579419236', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:03:56.515539+00', '2026-11-29 00:03:56.515539+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7306-7526-88b4-5eaf54d80a11', 'R020925095', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:04:54.176351+00', NULL, '2026-11-29 00:04:53.654586+00', '2026-11-29 00:04:54.176351+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-771e-72c3-976b-f076ee529f0d', 'R954287750', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:04:55.163227+00', NULL, '2026-11-29 00:04:54.687138+00', '2026-11-29 00:04:55.163227+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', 'R068755839', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:04:55.861657+00', '2026-11-29 00:04:55.861657+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7e81-757a-9366-71e694b80f0f', 'R028656628', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:04:56.577831+00', '2026-11-29 00:04:56.577831+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8023-75ce-bcfa-c905c92ab904', 'R785781802', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:04:57.451182+00', NULL, '2026-11-29 00:04:56.995803+00', '2026-11-29 00:04:57.451182+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-82c0-79dc-838c-25ea900548a8', 'R229332751', 'canceled', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:04:57.998767+00', '2026-11-29 00:04:58.285752+00', '2026-11-29 00:04:57.664484+00', '2026-11-29 00:04:58.285752+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', 'R283194385', 'canceled', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:04:58.994847+00', '2026-11-29 00:04:59.220823+00', '2026-11-29 00:04:58.484037+00', '2026-11-29 00:04:59.220823+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-89f9-7968-8638-b7cfd00fd60b', 'R831612349', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:04:59.789446+00', NULL, '2026-11-29 00:04:59.514289+00', '2026-11-29 00:04:59.789446+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', 'R993487587', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:05:00.582266+00', NULL, '2026-11-29 00:05:00.223446+00', '2026-11-29 00:05:00.582266+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8ed8-7a21-be13-f55d5f899b73', 'R793075017', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:00.761174+00', '2026-11-29 00:05:00.761174+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-9030-759b-b19c-c88a66757a14', 'R530327964', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:01.104925+00', '2026-11-29 00:05:01.104925+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-911f-7149-b1cf-4c492fd86a2d', 'R563780892', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:01.34412+00', '2026-11-29 00:05:01.34412+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c454-7a0c-b3a1-dd2742e73115', 'R108626426', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:05:15.362029+00', NULL, '2026-11-29 00:05:14.452468+00', '2026-11-29 00:05:15.362029+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c4b4-7c05-a257-942a2e56de69', 'R388012324', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:14.549874+00', '2026-11-29 00:05:14.549874+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c56a-72a2-90ee-112c7792b1a1', 'R471940568', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:14.734446+00', '2026-11-29 00:05:14.734446+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', 'R292371476', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:05:15.642133+00', NULL, '2026-11-29 00:05:15.430291+00', '2026-11-29 00:05:15.642133+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', 'R855610410', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:05:16.146964+00', NULL, '2026-11-29 00:05:15.75491+00', '2026-11-29 00:05:16.146964+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', 'R337867717', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:05:16.575288+00', NULL, '2026-11-29 00:05:16.291397+00', '2026-11-29 00:05:16.575288+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cf06-7728-9caf-24bb5a2875cf', 'R025185041', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:17.194607+00', '2026-11-29 00:05:17.194607+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cf97-7ea0-90a1-91f64867f9b0', 'R676799821', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:17.336018+00', '2026-11-29 00:05:17.336018+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cfe8-7199-b667-ff6cf5282c53', 'R114913199', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:05:17.770264+00', NULL, '2026-11-29 00:05:17.417058+00', '2026-11-29 00:05:17.770264+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d1d1-7cc2-a173-d688ec199487', 'R016231794', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:05:18.280767+00', NULL, '2026-11-29 00:05:17.905857+00', '2026-11-29 00:05:18.280767+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d3e0-707f-8656-56358ad6c9d0', 'R824082964', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:05:18.846961+00', NULL, '2026-11-29 00:05:18.434418+00', '2026-11-29 00:05:18.846961+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d659-712a-8471-6160f75b7d91', 'R761448377', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:19.065946+00', '2026-11-29 00:05:19.065946+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d76f-74f9-b778-d3fd189a3070', 'R187793260', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:19.343775+00', '2026-11-29 00:05:19.343775+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', 'R353894821', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:19.458282+00', '2026-11-29 00:05:19.458282+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-dbcf-781e-af65-bb54d31d9519', 'R362837123', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:20.464008+00', '2026-11-29 00:05:20.464008+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e485-7aae-8124-c53f2b3c24b5', 'R596274838', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:22.698273+00', '2026-11-29 00:05:22.698273+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e622-7baf-9cf7-c29e3a6ddb62', 'R310985010', 'open', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', NULL, NULL, '2026-11-29 00:05:23.106945+00', '2026-11-29 00:05:23.106945+00', 'payment', NULL, NULL, NULL, NULL, '0', '0'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', 'R377266842', 'completed', NULL, '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', NULL, 'USD', '11000', '0', '11000', '0', '2', '{}', '2026-11-29 00:05:23.947603+00', NULL, '2026-11-29 00:05:23.492597+00', '2026-11-29 00:05:23.947603+00', 'payment', NULL, NULL, NULL, NULL, '0', '0');
INSERT INTO credit_uses (store_id, id, order_id, kind, credit_id, amount, currency, state, created_at, updated_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-81a2-76b5-9ce8-fabc9de4f932', '01a2249d-810b-7c68-91b4-77d1b0940f39', 'gift_card', '01a2249d-7c5b-7dd5-9a54-d233283f8ebf', '3000', 'USD', 'held', '2026-11-29 00:03:51.789244+00', '2026-11-29 00:03:51.789244+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-849d-7e23-bda6-d6056821f685', '01a2249d-83bb-746d-a65c-755c6d2b891a', 'gift_card', '01a2249d-7c90-7154-bd05-4ff1109eed55', '3000', 'USD', 'used', '2026-11-29 00:03:52.569161+00', '2026-11-29 00:03:53.075882+00');
INSERT INTO events (store_id, id, order_id, type, facts, created_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e91e-72f8-ac88-763193e9eee6', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', 'payment.authorized', '{"id": "01a2249e-e906-7856-be9f-2326215160cd", "state": "authorized", "amount": "110.00", "number": "PR7FRM4V", "canceled": "0.00", "captured": "0.00", "currency": "USD", "refunded": "0.00", "sessionId": "01a2249e-e80f-796c-aa1b-980bf3767b1c", "authorized": "110.00", "paymentMethodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593"}', '2026-11-29 00:05:23.793615+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e95e-7fa5-bf09-b21ad4a8e274', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', 'payment_session.completed', '{"id": "01a2249e-e80f-796c-aa1b-980bf3767b1c", "amount": "110.00", "failure": null, "currency": "USD", "paymentMethodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593"}', '2026-11-29 00:05:23.793615+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e98d-7d91-baf2-6f7cfc5ddb81', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', 'order.completed', '{"id": "01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "state": "completed", "total": "110.00", "number": "R377266842", "currency": "USD", "customerId": null}', '2026-11-29 00:05:23.947603+00');
INSERT INTO gift_cards (store_id, id, code, customer_id, currency, amount, used, held, expires_at, redeemed_at, canceled_at, created_by, created_at, updated_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7c01-7ad2-88e5-519e3d61e7ec', 'HTM3IL5OUX6BH7JN', NULL, 'USD', '3000', '0', '0', NULL, NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:03:50.412823+00', '2026-11-29 00:03:50.412823+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7c5b-7dd5-9a54-d233283f8ebf', '6V96BYLOQTAWTK7M', NULL, 'USD', '3000', '0', '3000', NULL, NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:03:50.491721+00', '2026-11-29 00:03:51.789244+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7c90-7154-bd05-4ff1109eed55', 'GIBCO0H3TGG0IF6T', NULL, 'USD', '3000', '3000', '0', NULL, '2026-11-29 00:03:53.075882+00', NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:03:50.546292+00', '2026-11-29 00:03:53.075882+00');
INSERT INTO idempotency_keys (store_id, principal, key_hash, fingerprint, state, fence, lease_until, status, body, snapshot, created_at, expires_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x9595e512305029ec35c2f51bbb6dea76e619bb69b94bbfe7857657e2127aba9a', '\x954d2a5f88995a82a3c4b5ae4a2a59e679029febc4521a6a97d8ce6829a30017', 'done', NULL, NULL, '201', '{"id":"gc_1ChWEu8gFiFnoQb3F4TDHV","code":"HTM3IL5OUX6BH7JN","state":"active","status":"active","currency":"USD","amount":"30.0","display_amount":"$30.00","amount_used":"0.0","display_amount_used":"$0.00","amount_remaining":"30.0","display_amount_remaining":"$30.00","amount_authorized":"0.0","expires_at":null,"redeemed_at":null,"expired":false,"active":true,"created_at":"2026-11-29T00:03:50.412Z","updated_at":"2026-11-29T00:03:50.412Z"}', NULL, '2026-11-29 00:03:50.412823+00', '2026-11-30 00:03:50.412823+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x7025c404d4913ed8f02afc7bef6b0a5855e07ca7e37158b08843dcb6952a915c', '\x954d2a5f88995a82a3c4b5ae4a2a59e679029febc4521a6a97d8ce6829a30017', 'done', NULL, NULL, '201', '{"id":"gc_1ChWEu94aJxKUWs6cJMViv","code":"6V96BYLOQTAWTK7M","state":"active","status":"active","currency":"USD","amount":"30.0","display_amount":"$30.00","amount_used":"0.0","display_amount_used":"$0.00","amount_remaining":"30.0","display_amount_remaining":"$30.00","amount_authorized":"0.0","expires_at":null,"redeemed_at":null,"expired":false,"active":true,"created_at":"2026-11-29T00:03:50.491Z","updated_at":"2026-11-29T00:03:50.491Z"}', NULL, '2026-11-29 00:03:50.491721+00', '2026-11-30 00:03:50.491721+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x305f5cc6f1fabe4f332787b9c8f0cdbfa48dce896f3c238b0d97d44e7dd8dc24', '\x954d2a5f88995a82a3c4b5ae4a2a59e679029febc4521a6a97d8ce6829a30017', 'done', NULL, NULL, '201', '{"id":"gc_1ChWEu9Hht9vNfqxriakAg","code":"GIBCO0H3TGG0IF6T","state":"active","status":"active","currency":"USD","amount":"30.0","display_amount":"$30.00","amount_used":"0.0","display_amount_used":"$0.00","amount_remaining":"30.0","display_amount_remaining":"$30.00","amount_authorized":"0.0","expires_at":null,"redeemed_at":null,"expired":false,"active":true,"created_at":"2026-11-29T00:03:50.546Z","updated_at":"2026-11-29T00:03:50.546Z"}', NULL, '2026-11-29 00:03:50.546292+00', '2026-11-30 00:03:50.546292+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\xf587453a838a2e421b01cc82b347a6f902a7a45eb49129e8cb31c0ae2abe4192', '\x0da7e9e0b61eea44519dc5033ddaaac6e08dd0d7ae65f9f6774db64962305f38', 'done', NULL, NULL, '201', '{"id":"credit_1ChWEu9pCtMNUK5hbyD34U","amount":"20.0","display_amount":"$20.00","amount_used":"0.0","display_amount_used":"$0.00","amount_remaining":"20.0","display_amount_remaining":"$20.00","currency":"USD","customer_id":"cus_1ChWEsYsUx7MNnhdNR5nYq","memo":"","created_at":"2026-11-29T00:03:50.667Z","updated_at":"2026-11-29T00:03:50.667Z"}', NULL, '2026-11-29 00:03:50.667259+00', '2026-11-30 00:03:50.667259+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'customer:01a2249d-2820-7422-9d74-64fb917c42ca', '\x1c42ddc0285b9c25135be3bf345e6a041271b784b22a6f6cab6588dab93c5980', '\x81cc19881100d93651e0a287788bf0bccb1bbaf3db269b6fd8d93a8eb045a64a', 'done', NULL, NULL, '201', '{"id":"cart_1ChWEuDXxSCt72dzKX9daf","number":"R063859046","state":"cart","checkout_steps":["payment","complete"],"token":"AaIknYBxfYimfsMUTZWOUF3wiEKvQQUYw3P-yGJapSh4KmknDHfXysWplU4RnmDQ","email":"ada@example.com","special_instructions":null,"customer_note":null,"currency":"USD","locale":null,"item_count":2,"total_quantity":2,"state_lock_version":0,"shipment_state":null,"fulfillment_status":null,"payment_state":null,"payment_status":null,"item_total":"110.0","display_item_total":"$110.00","ship_total":"0.0","display_ship_total":"$0.00","delivery_total":"0.0","display_delivery_total":"$0.00","adjustment_total":"0.0","display_adjustment_total":"$0.00","promo_total":"0.0","display_promo_total":"$0.00","discount_total":"0.0","display_discount_total":"$0.00","tax_total":"0.0","display_tax_total":"$0.00","included_tax_total":"0.0","display_included_tax_total":"$0.00","additional_tax_total":"0.0","display_additional_tax_total":"$0.00","total":"110.0","display_total":"$110.00","store_credit_total":"0.0","display_store_credit_total":"$0.00","gift_card_total":"0.0","display_gift_card_total":"$0.00","amount_due":"110.0","display_amount_due":"$110.00","covered_by_store_credit":false,"completed_at":null,"created_at":"2026-11-29T00:03:51.530Z","updated_at":"2026-11-29T00:03:51.530Z","market_id":null,"market":null,"channel_id":null,"order_promotions":[],"discounts":[],"line_items":[{"id":"li_1ChWEuDXxSCt72dzGnK2MG","variant_id":"variant_1ChWEsUkC8bkJy5mGdqE3Y","quantity":2,"currency":"USD","name":"Tandem T-shirt","slug":"","options_text":"","preorder":false,"preorder_ships_at":null,"price":"55.0","display_price":"$55.00","total":"110.0","display_total":"$110.00","adjustment_total":"0.0","display_adjustment_total":"$0.00","additional_tax_total":"0.0","display_additional_tax_total":"$0.00","included_tax_total":"0.0","display_included_tax_total":"$0.00","promo_total":"0.0","display_promo_total":"$0.00","discount_total":"0.0","display_discount_total":"$0.00","pre_tax_amount":"110.0","display_pre_tax_amount":"$110.00","discounted_amount":"110.0","display_discounted_amount":"$110.00","compare_at_amount":null,"display_compare_at_amount":null,"created_at":"2026-11-29T00:03:51.530Z","updated_at":"2026-11-29T00:03:51.530Z","thumbnail_url":null,"option_values":[],"digital_links":[]}],"items":[{"id":"li_1ChWEuDXxSCt72dzGnK2MG","variant_id":"variant_1ChWEsUkC8bkJy5mGdqE3Y","quantity":2,"currency":"USD","name":"Tandem T-shirt","slug":"","options_text":"","preorder":false,"preorder_ships_at":null,"price":"55.0","display_price":"$55.00","total":"110.0","display_total":"$110.00","adjustment_total":"0.0","display_adjustment_total":"$0.00","additional_tax_total":"0.0","display_additional_tax_total":"$0.00","included_tax_total":"0.0","display_included_tax_total":"$0.00","promo_total":"0.0","display_promo_total":"$0.00","discount_total":"0.0","display_discount_total":"$0.00","pre_tax_amount":"110.0","display_pre_tax_amount":"$110.00","discounted_amount":"110.0","display_discounted_amount":"$110.00","compare_at_amount":null,"display_compare_at_amount":null,"created_at":"2026-11-29T00:03:51.530Z","updated_at":"2026-11-29T00:03:51.530Z","thumbnail_url":null,"option_values":[],"digital_links":[]}],"shipments":[],"fulfillments":[],"payments":[],"bill_address":null,"billing_address":null,"ship_address":null,"shipping_address":null,"gift_card":null,"payment_methods":[{"id":"pm_1ChWEsMCGsBWWv3fkq5GR8","name":"Credit Card","description":null,"type":"Spree::Gateway::Bogus","session_required":true,"source_required":false},{"id":"pm_1ChWEsMLSsBg8uQC8Ngypu","name":"Check","description":null,"type":"Spree::PaymentMethod::Check","session_required":false,"source_required":false}],"warnings":[],"current_step":"cart","completed_steps":[],"requirements":[],"shipping_eq_billing_address":false}', NULL, '2026-11-29 00:03:51.530881+00', '2026-11-30 00:03:51.530881+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x8bdcdc24aa7b9bafb60401c32e4929ddaa04c6d821328f3d4eefa328908d8335', '\x44716acf0d333d55bedeb9d7edc4146b415a9ea04b9652f5da5351be87c02dc5', 'done', NULL, NULL, '201', '{"id":"or_1ChWEuMoHRBNkddHbYpzRV","number":"R325527515","state":"payment","checkout_steps":["payment","complete"],"token":"AaIknYf-dQu35LRPyY14GGbql-M1gYjsY0H4sULacBFI_Qmp0SSJsA5onXPDh_8N","email":null,"special_instructions":null,"customer_note":null,"currency":"USD","locale":null,"item_count":2,"total_quantity":2,"state_lock_version":0,"shipment_state":null,"fulfillment_status":null,"payment_state":null,"payment_status":null,"item_total":"110.0","display_item_total":"$110.00","ship_total":"0.0","display_ship_total":"$0.00","delivery_total":"0.0","display_delivery_total":"$0.00","adjustment_total":"0.0","display_adjustment_total":"$0.00","promo_total":"0.0","display_promo_total":"$0.00","discount_total":"0.0","display_discount_total":"$0.00","tax_total":"0.0","display_tax_total":"$0.00","included_tax_total":"0.0","display_included_tax_total":"$0.00","additional_tax_total":"0.0","display_additional_tax_total":"$0.00","total":"110.0","display_total":"$110.00","store_credit_total":"0.0","display_store_credit_total":"$0.00","gift_card_total":"0.0","display_gift_card_total":"$0.00","amount_due":"110.0","display_amount_due":"$110.00","covered_by_store_credit":false,"completed_at":null,"created_at":"2026-11-29T00:03:53.471Z","updated_at":"2026-11-29T00:03:53.471Z","market_id":null,"market":null,"channel_id":null,"order_promotions":[],"discounts":[],"line_items":[{"id":"li_1ChWEuMoHRBNkddHSD5Eh8","variant_id":"","quantity":2,"currency":"USD","name":"T-shirt","slug":"","options_text":"","preorder":false,"preorder_ships_at":null,"price":"55.0","display_price":"$55.00","total":"110.0","display_total":"$110.00","adjustment_total":"0.0","display_adjustment_total":"$0.00","additional_tax_total":"0.0","display_additional_tax_total":"$0.00","included_tax_total":"0.0","display_included_tax_total":"$0.00","promo_total":"0.0","display_promo_total":"$0.00","discount_total":"0.0","display_discount_total":"$0.00","pre_tax_amount":"110.0","display_pre_tax_amount":"$110.00","discounted_amount":"110.0","display_discounted_amount":"$110.00","compare_at_amount":null,"display_compare_at_amount":null,"created_at":"2026-11-29T00:03:53.471Z","updated_at":"2026-11-29T00:03:53.471Z","thumbnail_url":null,"option_values":[],"digital_links":[]}],"items":[{"id":"li_1ChWEuMoHRBNkddHSD5Eh8","variant_id":"","quantity":2,"currency":"USD","name":"T-shirt","slug":"","options_text":"","preorder":false,"preorder_ships_at":null,"price":"55.0","display_price":"$55.00","total":"110.0","display_total":"$110.00","adjustment_total":"0.0","display_adjustment_total":"$0.00","additional_tax_total":"0.0","display_additional_tax_total":"$0.00","included_tax_total":"0.0","display_included_tax_total":"$0.00","promo_total":"0.0","display_promo_total":"$0.00","discount_total":"0.0","display_discount_total":"$0.00","pre_tax_amount":"110.0","display_pre_tax_amount":"$110.00","discounted_amount":"110.0","display_discounted_amount":"$110.00","compare_at_amount":null,"display_compare_at_amount":null,"created_at":"2026-11-29T00:03:53.471Z","updated_at":"2026-11-29T00:03:53.471Z","thumbnail_url":null,"option_values":[],"digital_links":[]}],"shipments":[],"fulfillments":[],"payments":[],"bill_address":null,"billing_address":null,"ship_address":null,"shipping_address":null,"gift_card":null,"payment_methods":[{"id":"pm_1ChWEsMCGsBWWv3fkq5GR8","name":"Credit Card","description":null,"type":"Spree::Gateway::Bogus","session_required":true,"source_required":false},{"id":"pm_1ChWEsMLSsBg8uQC8Ngypu","name":"Check","description":null,"type":"Spree::PaymentMethod::Check","session_required":false,"source_required":false},{"id":"pm_1ChWEuM5P7iLgxMQ2FimJy","name":"Sale","description":null,"type":"Spree::Gateway::Bogus","session_required":true,"source_required":false}]}', NULL, '2026-11-29 00:03:53.471377+00', '2026-11-30 00:03:53.471377+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'order:01a2249d-87fe-750b-b7e4-b44fc98d7818', '\x2348f998744212575d85959674f9607ab26f67708a917157472832386337c904', '\x6aaee1aca22ed8d65a673feeb2d4697dfe577a4f4e52459a3a8fc467a7d0509c', 'done', NULL, NULL, '201', NULL, '{"known":{"id":"01a2249d-8895-70cd-b2d9-ca2ac4c57a22","storeId":"01a2249d-0f9b-7836-8088-7db8127787f4","orderId":"01a2249d-87fe-750b-b7e4-b44fc98d7818","customerId":null,"externalId":"bogus_2fd49e08ec9d668886f20e37","data":{"color":"blue","client_secret":"bogus_secret_d64ae1c01b47342e"},"method":{"id":"01a2249d-1d75-7f9d-a1ee-8d5b4124b593","providerId":"pp_bogus_default","name":"Credit Card","description":null,"sessionRequired":true},"cardId":null,"providerIds":["pp_bogus_default","pp_system_default"]},"context":{},"amount":11000,"currency":"USD","at":1795910633626,"collection":null}', '2026-11-29 00:03:53.626021+00', '2026-11-30 00:03:53.626021+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'order:01a2249d-88f7-769b-88b6-56df65d0801e', '\x94b3529c18c511a536d11d70239662520dc5db5a2fd245427751420bd60eb147', '\x1157c8c670748d0e511a8d0f1f2f39ff0509b4578f56b7d80f5f566d91e9c1b1', 'done', NULL, NULL, '200', NULL, '{"known":{"id":"01a2249d-8a20-7208-a378-b8efa1f7da45","storeId":"01a2249d-0f9b-7836-8088-7db8127787f4","orderId":"01a2249d-88f7-769b-88b6-56df65d0801e","customerId":null,"externalId":"bogus_dbf5e5dda77d74970d06425f","data":{"color":"blue","client_secret":"bogus_secret_446d25a71b9d8148"},"method":{"id":"01a2249d-1d75-7f9d-a1ee-8d5b4124b593","providerId":"pp_bogus_default","name":"Credit Card","description":null,"sessionRequired":true},"cardId":null,"providerIds":["pp_bogus_default","pp_system_default"]},"context":{},"amount":11000,"currency":"USD","at":1795910634018,"collection":{"store_id":"01a2249d-0f9b-7836-8088-7db8127787f4","id":"01a2249d-88f7-769b-88b6-56df65d0801e","order_id":"01a2249d-88f7-769b-88b6-56df65d0801e","currency":"USD","amount":11000,"authorized":0,"captured":0,"refunded":0,"canceled":0,"reserved":0,"version":1,"initiated_at":"2026-11-29T00:03:53.920787+00:00","completed_at":null,"metadata":null,"created_at":"2026-11-29T00:03:53.7261+00:00","updated_at":"2026-11-29T00:03:53.7261+00:00","deleted_at":null,"session_amount":11000,"outstanding":11000,"provider_id":"pp_bogus_default"}}', '2026-11-29 00:03:54.01794+00', '2026-11-30 00:03:54.01794+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'order:01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '\x12ea12eace7d655f471ce55e34f89b1b77a3d9d05a445ca82877dd2235beaa51', '\x083854e864e9e3622ab200b032d9b33e86c03571ea2966af328bc2d22401765b', 'done', NULL, NULL, '200', '{"id":"ps_1ChWEuUXMZsgK5Jd1hmXic","status":"pending","currency":"USD","external_id":"bogus_6fd79933f75a63eab375a530","external_data":{"color":"red","client_secret":"bogus_secret_8802dcc998c3f765"},"customer_external_id":null,"expires_at":"2026-11-30T00:03:55.044Z","created_at":"2026-11-29T00:03:55.044Z","updated_at":"2026-11-29T00:03:55.167Z","amount":"110.0","payment_method_id":"pm_1ChWEsMCGsBWWv3fkq5GR8","order_id":"or_1ChWEuTw8CP8M7XV3w4ZeB","payment_method":{"id":"pm_1ChWEsMCGsBWWv3fkq5GR8","name":"Credit Card","description":null,"type":"Spree::Gateway::Bogus","session_required":true,"source_required":false}}', NULL, '2026-11-29 00:03:55.167058+00', '2026-11-30 00:03:55.167058+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'order:01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '\xeebbf6457e46a7f63acdf9b97390f790ba443d60cfa44b607da7e5c40aa1cc1d', '\xf1b06a85b617aadc89ee5107192c06be415a98c26d9b0382354e808b8a1131d9', 'done', NULL, NULL, '200', '{"id":"ps_1ChWEuUXMZsgK5Jd1hmXic","status":"completed","currency":"USD","external_id":"bogus_6fd79933f75a63eab375a530","external_data":{"color":"red","client_secret":"bogus_secret_8802dcc998c3f765"},"customer_external_id":null,"expires_at":"2026-11-30T00:03:55.044Z","created_at":"2026-11-29T00:03:55.044Z","updated_at":"2026-11-29T00:03:55.384Z","amount":"110.0","payment_method_id":"pm_1ChWEsMCGsBWWv3fkq5GR8","order_id":"or_1ChWEuTw8CP8M7XV3w4ZeB","payment_method":{"id":"pm_1ChWEsMCGsBWWv3fkq5GR8","name":"Credit Card","description":null,"type":"Spree::Gateway::Bogus","session_required":true,"source_required":false},"payment":{"id":"py_1ChWEuW6MLEG4dXsmmH24r","payment_method_id":"pm_1ChWEsMCGsBWWv3fkq5GR8","state":"pending","status":"pending","response_code":"bogus_6fd79933f75a63eab375a530","number":"PIN6OAE0","amount":"110.0","display_amount":"$110.00","created_at":"2026-11-29T00:03:55.384Z","updated_at":"2026-11-29T00:03:55.384Z","source_type":null,"source_id":null,"source":null,"payment_method":{"id":"pm_1ChWEsMCGsBWWv3fkq5GR8","name":"Credit Card","description":null,"type":"Spree::Gateway::Bogus","session_required":true,"source_required":false}}}', NULL, '2026-11-29 00:03:55.255459+00', '2026-11-30 00:03:55.255459+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'order:01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '\x5fb6a47e368e12e5d8b19280796e6a3d146fe391ed2e967d5f95c55bfb0f9c2f', '\x336831c482d0013c235501fbbd581137b6918797029b85fcb791566a0b199d40', 'done', NULL, NULL, '422', '{"error":{"code":"validation_error","message":"Amount must be greater than 0","details":{"amount":["must be greater than 0"]}}}', NULL, '2026-11-29 00:03:55.545085+00', '2026-11-30 00:03:55.545085+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'customer:01a2249d-2820-7422-9d74-64fb917c42ca', '\x1314bb0260f69ffae8090f48d403a0b691d5a980195d607ab3c86d6be83110cf', '\x2e95ad91de5c59ba341110abcd852eeef1a5bae5b1852b02814b300e08d3994c', 'done', NULL, NULL, '400', '{"type":"invalid_data","message":"Currency XXQ is not sold in"}', NULL, '2026-11-29 00:03:55.606288+00', '2026-11-30 00:03:55.606288+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'order:01a2249d-9283-7379-a098-81d5f3c8baf6', '\x7ab3778776cde4fa728a162a53ad3abcc967d1bd7361039e0942888240c4ce86', '\xaea7873580b004b5a2a9d546c86ccbbcce4ff4228e2fa8fac0338cac845779c9', 'done', NULL, NULL, '200', NULL, '{"known":{"id":"01a2249d-9387-7157-9f28-a8c4377be8d9","storeId":"01a2249d-0f9b-7836-8088-7db8127787f4","orderId":"01a2249d-9283-7379-a098-81d5f3c8baf6","customerId":null,"externalId":"bogus_87000d6c301d0563a9b73c78","data":{"second":true,"client_secret":"bogus_secret_1f0813da6a44e96f"},"method":{"id":"01a2249d-1d75-7f9d-a1ee-8d5b4124b593","providerId":"pp_bogus_default","name":"Credit Card","description":null,"sessionRequired":true},"cardId":null,"providerIds":["pp_bogus_default","pp_system_default"]},"context":{},"amount":11000,"currency":"USD","at":1795910636424,"collection":{"store_id":"01a2249d-0f9b-7836-8088-7db8127787f4","id":"01a2249d-9283-7379-a098-81d5f3c8baf6","order_id":"01a2249d-9283-7379-a098-81d5f3c8baf6","currency":"USD","amount":11000,"authorized":0,"captured":0,"refunded":0,"canceled":0,"reserved":0,"version":2,"initiated_at":"2026-11-29T00:03:56.247888+00:00","completed_at":null,"metadata":null,"created_at":"2026-11-29T00:03:56.163464+00:00","updated_at":"2026-11-29T00:03:56.163464+00:00","deleted_at":null,"session_amount":11000,"outstanding":11000,"provider_id":"pp_bogus_default"}}', '2026-11-29 00:03:56.423871+00', '2026-11-30 00:03:56.423871+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'order:01a2249e-7306-7526-88b4-5eaf54d80a11', '\xc31c1325989c33f43d342d53b1df8fc4bced0c06a7f05013e4793c6564c2b4a0', '\x9dfc6384f8b441363b036c55f992047f676a99d4ec8a1128bfb0f9c7596814df', 'done', NULL, NULL, '200', '{"type":"order","order":{"id":"order_01M8J9WWR6EMK8HD2YNXADG2GH","status":"pending","summary":{"paid_total":0,"raw_paid_total":{"value":"0","precision":20},"refunded_total":0,"raw_refunded_total":{"value":"0","precision":20},"transaction_total":0,"raw_transaction_total":{"value":"0","precision":20},"pending_difference":110,"raw_pending_difference":{"value":"110","precision":20},"current_order_total":110,"raw_current_order_total":{"value":"110","precision":20},"original_order_total":110,"raw_original_order_total":{"value":"110","precision":20},"accounting_total":110,"raw_accounting_total":{"value":"110","precision":20},"credit_line_total":0,"raw_credit_line_total":{"value":"0","precision":20}},"display_id":20925095,"custom_display_id":"R020925095","currency_code":"usd","region_id":"reg_01M8J9T3WWF2EA1J3BYAEP4JGA","email":null,"total":110,"subtotal":110,"original_total":110,"original_subtotal":110,"item_total":110,"item_subtotal":110,"original_item_total":110,"original_item_subtotal":110,"credit_line_total":0,"credit_line_subtotal":0,"tax_total":0,"original_tax_total":0,"item_tax_total":0,"original_item_tax_total":0,"discount_total":0,"discount_subtotal":0,"discount_tax_total":0,"shipping_total":0,"shipping_subtotal":0,"shipping_tax_total":0,"original_shipping_total":0,"original_shipping_subtotal":0,"original_shipping_tax_total":0,"credit_line_tax_total":0,"shipping_methods":[],"created_at":"2026-11-29T00:04:53.654Z","updated_at":"2026-11-29T00:04:54.176Z","items":[{"id":"ordli_01M8J9WWR6EMK8HD2YNR6EXJ3V","title":"T-shirt","product_title":"T-shirt","variant_title":"T-shirt","variant_sku":null,"variant_id":null,"product_id":null,"subtitle":null,"thumbnail":null,"product_description":null,"product_subtitle":null,"product_type":null,"product_type_id":null,"product_collection":null,"product_handle":null,"variant_barcode":null,"variant_option_values":null,"compare_at_unit_price":null,"raw_compare_at_unit_price":null,"requires_shipping":false,"is_giftcard":false,"is_discountable":false,"is_tax_inclusive":false,"is_custom_price":false,"tax_lines":[],"adjustments":[],"metadata":{},"quantity":2,"raw_quantity":{"value":"2","precision":20},"unit_price":55,"raw_unit_price":{"value":"55","precision":20},"subtotal":110,"raw_subtotal":{"value":"110","precision":20},"total":110,"raw_total":{"value":"110","precision":20},"original_subtotal":110,"raw_original_subtotal":{"value":"110","precision":20},"original_total":110,"raw_original_total":{"value":"110","precision":20},"refundable_total":110,"raw_refundable_total":{"value":"110","precision":20},"refundable_total_per_unit":55,"raw_refundable_total_per_unit":{"value":"55","precision":20},"discount_subtotal":0,"raw_discount_subtotal":{"value":"0","precision":20},"discount_tax_total":0,"raw_discount_tax_total":{"value":"0","precision":20},"discount_total":0,"raw_discount_total":{"value":"0","precision":20},"tax_total":0,"raw_tax_total":{"value":"0","precision":20},"original_tax_total":0,"raw_original_tax_total":{"value":"0","precision":20},"fulfilled_total":0,"raw_fulfilled_total":{"value":"0","precision":20},"shipped_total":0,"raw_shipped_total":{"value":"0","precision":20},"return_requested_total":0,"raw_return_requested_total":{"value":"0","precision":20},"return_received_total":0,"raw_return_received_total":{"value":"0","precision":20},"return_dismissed_total":0,"raw_return_dismissed_total":{"value":"0","precision":20},"write_off_total":0,"raw_write_off_total":{"value":"0","precision":20},"created_at":"2026-11-29T00:04:53.654Z","updated_at":"2026-11-29T00:04:53.654Z","deleted_at":null,"line_item_metadata":{},"variant":null,"detail":{"id":"orditem_01M8J9WWR6EMK8HD2YNR6EXJ3V","version":1,"metadata":{},"order_id":"order_01M8J9WWR6EMK8HD2YNXADG2GH","item_id":"ordli_01M8J9WWR6EMK8HD2YNR6EXJ3V","unit_price":null,"raw_unit_price":null,"compare_at_unit_price":null,"raw_compare_at_unit_price":null,"quantity":2,"raw_quantity":{"value":"2","precision":20},"fulfilled_quantity":0,"delivered_quantity":0,"shipped_quantity":0,"return_requested_quantity":0,"return_received_quantity":0,"return_dismissed_quantity":0,"written_off_quantity":0,"raw_fulfilled_quantity":{"value":"0","precision":20},"raw_delivered_quantity":{"value":"0","precision":20},"raw_shipped_quantity":{"value":"0","precision":20},"raw_return_requested_quantity":{"value":"0","precision":20},"raw_return_received_quantity":{"value":"0","precision":20},"raw_return_dismissed_quantity":{"value":"0","precision":20},"raw_written_off_quantity":{"value":"0","precision":20},"created_at":"2026-11-29T00:04:53.654Z","updated_at":"2026-11-29T00:04:53.654Z","deleted_at":null}}],"credit_lines":[],"shipping_address":null,"payment_collections":[{"id":"pay_col_01M8J9WWR6EMK8HD2YNXADG2GH","currency_code":"usd","amount":110,"raw_amount":{"value":"110","precision":20},"status":"authorized","authorized_amount":110,"raw_authorized_amount":{"value":"110","precision":20},"captured_amount":0,"raw_captured_amount":{"value":"0","precision":20},"refunded_amount":0,"raw_refunded_amount":{"value":"0","precision":20},"completed_at":"2026-11-29T00:04:54.176Z","metadata":null,"created_at":"2026-11-29T00:04:53.654Z","updated_at":"2026-11-29T00:04:54.176Z","deleted_at":null}]}}', NULL, '2026-11-29 00:04:53.877722+00', '2026-11-30 00:04:53.877722+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\xa11ae06469c63740d7b0ecf802f282a0d46e94f31a654dfcd3c0dc6dc277f904', '\x2b904105cbecc3f65c5a581d52d85306d7b31d31f89d113cf9f703b3f1cf3977', 'done', NULL, NULL, '200', '{"payment":{"id":"pay_01M8J9WX6BFAXAE19CZG3JJ7A9","currency_code":"usd","amount":110,"captured_at":null,"payment_collection_id":"pay_col_01M8J9WWR6EMK8HD2YNXADG2GH","payment_session_id":"payses_01M8J9WWYEFVPSDQXZ3J6MFGB7","captures":[{"id":"capt_01M8J9WXMVEPT9GJ5EVT0ZAP3H","amount":50}],"refunds":[]}}', NULL, '2026-11-29 00:04:54.410333+00', '2026-11-30 00:04:54.410333+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x5d5766cf2d78701614200418ee1450690d9af12c84d52545e4802f001ad53099', '\x8bcf0f63fbbc5500960d8f175fe98d44e9ac375ea69e3efa46bf94f2f9f11804', 'done', NULL, NULL, '200', '{"payment":{"id":"pay_01M8J9WY5FEJWTR2Y3J89SEDWJ","currency_code":"usd","amount":110,"captured_at":"2026-11-29T00:04:55.564Z","payment_collection_id":"pay_col_01M8J9WXRYEB1SETZGEVQ557RD","payment_session_id":"payses_01M8J9WXYFEAS8FJETHQCVGJWY","captures":[{"id":"capt_01M8J9WYMTFF6BER4NAS24ZK5N","amount":110}],"refunds":[]}}', NULL, '2026-11-29 00:04:55.490905+00', '2026-11-30 00:04:55.490905+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x3c482346f375027677fa8a0d6830a32714d4f13f9e94c2d9e215e0ac205ad4e5', '\xf83ccc9454b83e56f6d34e847acd9714110124c5ef4c496ce4dfe451746ddc4b', 'done', NULL, NULL, '200', '{"payment":{"id":"pay_01M8J9WY5FEJWTR2Y3J89SEDWJ","currency_code":"usd","amount":110,"captured_at":"2026-11-29T00:04:55.564Z","payment_collection_id":"pay_col_01M8J9WXRYEB1SETZGEVQ557RD","payment_session_id":"payses_01M8J9WXYFEAS8FJETHQCVGJWY","captures":[{"id":"capt_01M8J9WYMTFF6BER4NAS24ZK5N","amount":110}],"refunds":[{"id":"ref_01M8J9WYTPF76S5EQ4Z1S7PDT0","payment_id":"pay_01M8J9WY5FEJWTR2Y3J89SEDWJ","amount":30,"note":"torn","refund_reason_id":"refr_01M8J9T7A8F168HCS1A4A413A0","refund_reason":{"id":"refr_01M8J9T7A8F168HCS1A4A413A0","label":"Damaged","code":"damaged"}}]}}', NULL, '2026-11-29 00:04:55.654244+00', '2026-11-30 00:04:55.654244+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\xd1905cf90af29a5ac3f99e105830eecc5b3b415b24e2d166a7ce4cf72b2f32e6', '\x3983e31a887c21f3dafbdf3329cd367e37eb0368a7fd9319f86b6675d503de2a', 'done', NULL, NULL, '200', '{"id":"py_1ChWEyyo6HNJsqoAfoZnTm","payment_method_id":"pm_1ChWEsMCGsBWWv3fkq5GR8","state":"completed","status":"completed","response_code":"bogus_6b20ada2a03a31f7eccd1570","number":"PHQTCA5J","amount":"110.0","display_amount":"$110.00","created_at":"2026-11-29T00:04:56.139Z","updated_at":"2026-11-29T00:04:56.279Z","source_type":null,"source_id":null,"source":null,"payment_method":{"id":"pm_1ChWEsMCGsBWWv3fkq5GR8","name":"Credit Card","description":null,"type":"Spree::Gateway::Bogus","session_required":true,"source_required":false}}', NULL, '2026-11-29 00:04:56.199664+00', '2026-11-30 00:04:56.199664+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x7187f0675eb3827939741acf7342ba78836ecec21a31ecf3f34a55309d3bee8a', '\xf17b3cc3ce897a5a342a8020dc824c66b41902de4e1742189f4452d630b30382', 'done', NULL, NULL, '201', '{"id":"re_1ChWEz18UG5HnAyZ9PiuJA","transaction_id":"bogus_refund_2516008c039c7616dec06f9c","amount":"110.0","display_amount":"$110.00","state":"succeeded","payment_id":"py_1ChWEyyo6HNJsqoAfoZnTm","refund_reason_id":null,"reimbursement_id":null,"created_at":"2026-11-29T00:04:56.434Z","updated_at":"2026-11-29T00:04:56.434Z"}', NULL, '2026-11-29 00:04:56.357627+00', '2026-11-30 00:04:56.357627+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x445be54d48a2e6294369c84c61cd0929209d4e1084536159bdf7002bddfe094b', '\xa45d25e493df952032b21daf0eaec8bc0d5170689eb5e509dca67666b6198b81', 'done', NULL, NULL, '200', '{"id":"py_1ChWEz2RMu6Gs3H3nzcNvf","payment_method_id":"pm_1ChWEsMCGsBWWv3fkq5GR8","state":"void","status":"void","response_code":"bogus_66d5af3bab3197eed23d3365","number":"P34OC5K7","amount":"110.0","display_amount":"$110.00","created_at":"2026-11-29T00:04:56.754Z","updated_at":"2026-11-29T00:04:56.925Z","source_type":null,"source_id":null,"source":null,"payment_method":{"id":"pm_1ChWEsMCGsBWWv3fkq5GR8","name":"Credit Card","description":null,"type":"Spree::Gateway::Bogus","session_required":true,"source_required":false}}', NULL, '2026-11-29 00:04:56.839098+00', '2026-11-30 00:04:56.839098+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\xfda2ce67bd10a2cfa42c43e2456dab143c1214598ef0620f48e0556d7ca10808', '\x096f8ea059969b8dfde892b3ce359c45a5c77d6e70384b86dcc29ec1f9086d23', 'done', NULL, NULL, '200', '{"payment":{"id":"pay_01M8J9X0E0FX3VFJZ9RR7XSR97","currency_code":"usd","amount":110,"captured_at":null,"payment_collection_id":"pay_col_01M8J9X013EQ7BSYP90Q4JNE84","payment_session_id":"payses_01M8J9X054FB3SVC0W86YM7JMH","captures":[],"refunds":[]}}', NULL, '2026-11-29 00:04:57.522897+00', '2026-11-30 00:04:57.522897+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\xacd3faf5eac90d20478681adb00f3d8c15c8d8c190550cb1c807597df2eda30b', '\xe1017327a5c76779cc449b3b7d9ce17da681a7d57128b9444f35b05536a6eb71', 'done', NULL, NULL, '200', '{"order":{"id":"order_01M8J9X0P0F7E87315XA80AJ58","status":"canceled","version":2,"summary":{"paid_total":50,"raw_paid_total":{"value":"50","precision":20},"refunded_total":50,"raw_refunded_total":{"value":"50","precision":20},"transaction_total":0,"raw_transaction_total":{"value":"0","precision":20},"pending_difference":110,"raw_pending_difference":{"value":"110","precision":20},"current_order_total":110,"raw_current_order_total":{"value":"110","precision":20},"original_order_total":110,"raw_original_order_total":{"value":"110","precision":20},"accounting_total":110,"raw_accounting_total":{"value":"110","precision":20},"credit_line_total":0,"raw_credit_line_total":{"value":"0","precision":20}},"display_id":229332751,"custom_display_id":"R229332751","region_id":"reg_01M8J9T3WWF2EA1J3BYAEP4JGA","locale":null,"total":110,"subtotal":110,"original_total":110,"original_subtotal":110,"item_total":110,"item_subtotal":110,"original_item_total":110,"original_item_subtotal":110,"credit_line_total":0,"credit_line_subtotal":0,"tax_total":0,"original_tax_total":0,"item_tax_total":0,"original_item_tax_total":0,"discount_total":0,"discount_tax_total":0,"shipping_total":0,"shipping_subtotal":0,"shipping_tax_total":0,"original_shipping_total":0,"original_shipping_subtotal":0,"original_shipping_tax_total":0,"credit_line_tax_total":0,"metadata":null,"shipping_methods":[],"created_at":"2026-11-29T00:04:57.664Z","updated_at":"2026-11-29T00:04:58.285Z","items":[{"id":"ordli_01M8J9X0NZFNQRMVPJBQG30QC0","title":"T-shirt","product_title":"T-shirt","variant_title":"T-shirt","variant_sku":null,"variant_id":null,"product_id":null,"subtitle":null,"thumbnail":null,"product_description":null,"product_subtitle":null,"product_type":null,"product_type_id":null,"product_collection":null,"product_handle":null,"variant_barcode":null,"variant_option_values":null,"compare_at_unit_price":null,"raw_compare_at_unit_price":null,"requires_shipping":false,"is_giftcard":false,"is_discountable":false,"is_tax_inclusive":false,"is_custom_price":false,"tax_lines":[],"adjustments":[],"metadata":{},"quantity":2,"raw_quantity":{"value":"2","precision":20},"unit_price":55,"raw_unit_price":{"value":"55","precision":20},"subtotal":110,"raw_subtotal":{"value":"110","precision":20},"total":110,"raw_total":{"value":"110","precision":20},"original_subtotal":110,"raw_original_subtotal":{"value":"110","precision":20},"original_total":110,"raw_original_total":{"value":"110","precision":20},"refundable_total":110,"raw_refundable_total":{"value":"110","precision":20},"refundable_total_per_unit":55,"raw_refundable_total_per_unit":{"value":"55","precision":20},"discount_subtotal":0,"raw_discount_subtotal":{"value":"0","precision":20},"discount_tax_total":0,"raw_discount_tax_total":{"value":"0","precision":20},"discount_total":0,"raw_discount_total":{"value":"0","precision":20},"tax_total":0,"raw_tax_total":{"value":"0","precision":20},"original_tax_total":0,"raw_original_tax_total":{"value":"0","precision":20},"fulfilled_total":0,"raw_fulfilled_total":{"value":"0","precision":20},"shipped_total":0,"raw_shipped_total":{"value":"0","precision":20},"return_requested_total":0,"raw_return_requested_total":{"value":"0","precision":20},"return_received_total":0,"raw_return_received_total":{"value":"0","precision":20},"return_dismissed_total":0,"raw_return_dismissed_total":{"value":"0","precision":20},"write_off_total":0,"raw_write_off_total":{"value":"0","precision":20},"created_at":"2026-11-29T00:04:57.664Z","updated_at":"2026-11-29T00:04:57.664Z","deleted_at":null,"line_item_metadata":{},"variant":null,"detail":{"id":"orditem_01M8J9X0NZFNQRMVPJBQG30QC0","version":2,"metadata":{},"order_id":"order_01M8J9X0P0F7E87315XA80AJ58","item_id":"ordli_01M8J9X0NZFNQRMVPJBQG30QC0","unit_price":55,"raw_unit_price":{"value":"55","precision":20},"compare_at_unit_price":null,"raw_compare_at_unit_price":null,"quantity":2,"raw_quantity":{"value":"2","precision":20},"fulfilled_quantity":0,"delivered_quantity":0,"shipped_quantity":0,"return_requested_quantity":0,"return_received_quantity":0,"return_dismissed_quantity":0,"written_off_quantity":0,"raw_fulfilled_quantity":{"value":"0","precision":20},"raw_delivered_quantity":{"value":"0","precision":20},"raw_shipped_quantity":{"value":"0","precision":20},"raw_return_requested_quantity":{"value":"0","precision":20},"raw_return_received_quantity":{"value":"0","precision":20},"raw_return_dismissed_quantity":{"value":"0","precision":20},"raw_written_off_quantity":{"value":"0","precision":20},"created_at":"2026-11-29T00:04:57.664Z","updated_at":"2026-11-29T00:04:57.664Z","deleted_at":null}}],"credit_lines":[],"shipping_address":null,"payment_collections":[{"id":"pay_col_01M8J9X0P0F7E87315XA80AJ58","currency_code":"usd","amount":110,"raw_amount":{"value":"110","precision":20},"status":"partially_captured","authorized_amount":110,"raw_authorized_amount":{"value":"110","precision":20},"captured_amount":50,"raw_captured_amount":{"value":"50","precision":20},"refunded_amount":50,"raw_refunded_amount":{"value":"50","precision":20},"completed_at":"2026-11-29T00:04:57.998Z","metadata":null,"created_at":"2026-11-29T00:04:57.664Z","updated_at":"2026-11-29T00:04:58.371Z","deleted_at":null,"payments":[{"id":"pay_01M8J9X0Z6FMEANVC783HBGRRM","currency_code":"usd","amount":110,"raw_amount":{"value":"110","precision":20},"provider_id":"pp_bogus_default","data":{},"metadata":null,"captured_at":null,"canceled_at":null,"payment_collection_id":"pay_col_01M8J9X0P0F7E87315XA80AJ58","payment_session_id":"payses_01M8J9X0RME5PRJMR6YQG17DAS","created_at":"2026-11-29T00:04:57.938Z","updated_at":"2026-11-29T00:04:58.371Z","deleted_at":null,"captures":[{"id":"capt_01M8J9X16PEY69R5FZ8HZJ1Y8M","payment_id":"pay_01M8J9X0Z6FMEANVC783HBGRRM","amount":50,"raw_amount":{"value":"50","precision":20},"created_by":"apk_01M8J9T962EQ9T62GVBE05F0CB","metadata":null,"created_at":"2026-11-29T00:04:58.182Z","updated_at":"2026-11-29T00:04:58.182Z","deleted_at":null}],"refunds":[{"id":"ref_01M8J9X1CPFPYRB9734X6G17RF","payment_id":"pay_01M8J9X0Z6FMEANVC783HBGRRM","amount":50,"raw_amount":{"value":"50","precision":20},"created_by":"apk_01M8J9T962EQ9T62GVBE05F0CB","metadata":null,"created_at":"2026-11-29T00:04:58.371Z","updated_at":"2026-11-29T00:04:58.371Z","deleted_at":null,"note":null,"refund_reason_id":null,"refund_reason":null}],"payment_session":{"id":"payses_01M8J9X0RME5PRJMR6YQG17DAS"}}]}]}}', NULL, '2026-11-29 00:04:58.283394+00', '2026-11-30 00:04:58.283394+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\xa20d00f82196c319bac9a39efe2bb21ad3954f6e0d929ed97d23365ab9a78992', '\x11d1e1ab0427c64f8bb51039ec36d723c85e4cbec110706a256f511ba1ab1c51', 'done', NULL, NULL, '200', '{"payment_collection":{"id":"pay_col_01M8J9X2X8E0K821X8FZFCVA75","currency_code":"usd","amount":20,"status":"not_paid","authorized_amount":null,"captured_amount":null,"refunded_amount":null,"payment_sessions":[],"payments":[]}}', NULL, '2026-11-29 00:04:59.904897+00', '2026-11-30 00:04:59.904897+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\xc9616cb59d02c9ee41e1bd3f02c60ee7ca83b44ecf5719ced43f1a14e0391ed9', '\xfafd8632e60b5a6b5032e3610374001928c290385c47cb56416fa19aabd581e7', 'done', NULL, NULL, '200', '{"payment_collection":{"id":"pay_col_01M8J9X2X8E0K821X8FZFCVA75","currency_code":"usd","amount":20,"status":"completed","authorized_amount":20,"captured_amount":20,"refunded_amount":0,"payment_sessions":[{"id":"payses_01M8J9X30AFFQVQRFYG7S1CZ33","currency_code":"usd","provider_id":"pp_system_default","data":{},"context":{},"status":"captured","authorized_at":"2026-11-29T00:05:00.084Z","payment_collection_id":"pay_col_01M8J9X2X8E0K821X8FZFCVA75","metadata":{},"raw_amount":{"value":"20","precision":20},"created_at":"2026-11-29T00:05:00.013Z","updated_at":"2026-11-29T00:05:00.084Z","deleted_at":null,"amount":20,"payment":{"id":"pay_01M8J9X323FJERDF9771V7VBZ4"}}],"payments":[{"id":"pay_01M8J9X323FJERDF9771V7VBZ4","currency_code":"usd","amount":20,"raw_amount":{"value":"20","precision":20},"provider_id":"pp_system_default","data":{},"metadata":null,"captured_at":"2026-11-29T00:05:00.084Z","canceled_at":null,"payment_collection_id":"pay_col_01M8J9X2X8E0K821X8FZFCVA75","payment_session_id":"payses_01M8J9X30AFFQVQRFYG7S1CZ33","created_at":"2026-11-29T00:05:00.084Z","updated_at":"2026-11-29T00:05:00.084Z","deleted_at":null,"payment_session":{"id":"payses_01M8J9X30AFFQVQRFYG7S1CZ33"}}]}}', NULL, '2026-11-29 00:05:00.008571+00', '2026-11-30 00:05:00.008571+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x928f21a5754b64cda7b30b0eede1fe55cbed40f9114ae58d8d1410d30a4d330b', '\xea99cf22b97950ecf5804004732450202bf86fae5b2584587576b0e18bf50861', 'running', 'f78c2614-8e5c-4e1f-9395-53fa5fd94f2f', '2026-11-29 00:05:30.109653+00', NULL, NULL, NULL, '2026-11-29 00:05:24.109653+00', '2026-11-30 00:05:24.109653+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'order:01a2249e-d659-712a-8471-6160f75b7d91', '\x4ad54c05117208bd264cd1f16980d49cb445ad9108387047c2792d452bdc685c', '\x8ba51b10eecd88ad689bf18ee7b682bce534f423abb26b46e23d30f57d8bedda', 'running', '5a511fca-fef7-464a-ac3e-03155c75f202', '2026-11-29 00:05:30.127583+00', NULL, NULL, NULL, '2026-11-29 00:05:24.127583+00', '2026-11-30 00:05:24.127583+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x467dfc6860f919d2d3d43c1da9c5e9cb632e9cf7155244bfc95df712275e66b2', '\xbb43e327b29b55fe2feef300fe25d6cda3042d633e423e6fbb1c79a9ea85e1c1', 'running', 'b54966e1-a40c-48c0-ad58-c24156d9b4ac', '2026-11-29 00:05:30.143479+00', NULL, NULL, NULL, '2026-11-29 00:05:24.143479+00', '2026-11-30 00:05:24.143479+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x48f991831da7fc18208b21a95df4b900161edb752dfc1f353759124acdb6bfba', '\xb975205b6ec46c2e84c7a98d8e2737035673ec851a6ab7c7da79ede4fb8fb8eb', 'running', 'deb2be58-aef3-4841-a9d3-3f9ea5492bf0', '2026-11-29 00:05:30.241628+00', NULL, NULL, NULL, '2026-11-29 00:05:24.241628+00', '2026-11-30 00:05:24.241628+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\x8f6e468200c1d44aca5086568abcdcda5995861ec8ea5ebcc823da592411191a', '\x6b6d4d737471c7fbffc114d1973a12ab6fd3fdf42a0e3c4eedcea161693391b9', 'running', '3e9aebcb-d205-421c-9e70-f2a6247387cd', '2026-11-29 00:05:30.277135+00', NULL, NULL, NULL, '2026-11-29 00:05:24.277135+00', '2026-11-30 00:05:24.277135+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'order:01a2249e-cf06-7728-9caf-24bb5a2875cf', '\x488f39e3c7f0cb57c61418241739a2e510e1591bce1bbb32c0cf1a8385efde20', '\x91f3d7131588c9e6a905d30fb9ea3855452b31bcfcea3e558692a94be72f4ad1', 'running', '8649c6c4-298c-4178-ade3-0ea56fc8a669', '2026-11-29 00:05:30.278022+00', NULL, NULL, NULL, '2026-11-29 00:05:24.278022+00', '2026-11-30 00:05:24.278022+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\xd076c26f985aefb9a5d22145174cc573ac01af418c6b654e3ed6f0610348eb46', '\xe5f0f3fd54f6995a6ad38ebb20b94917e82e4b1656a39672498ba90e5561b240', 'running', '2c709506-4c80-4083-aff8-588f79c2a42a', '2026-11-29 00:05:30.574275+00', NULL, NULL, NULL, '2026-11-29 00:05:24.574275+00', '2026-11-30 00:05:24.574275+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', 'key:01a2249d-24c2-75d3-a30a-1b5b8057818b', '\xaa61a96774767bdda76bfd8535f12318387a53d91a3e7aee2fa7d75ca476563e', '\xe50059363ad3ac1188215f0b96cf08272b9db705b3d5920f0d34af67143255b7', 'running', 'a22a198c-9738-46fa-94ce-e85aff736d9c', '2026-11-29 00:05:30.5752+00', NULL, NULL, NULL, '2026-11-29 00:05:24.5752+00', '2026-11-30 00:05:24.5752+00');
INSERT INTO invites (store_id, id, email, token_hash, metadata, accepted_at, expires_at, created_at, updated_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7a07-7b92-95ed-cb34f4bacca4', 'second@example.com', '\x17ab1cf498369c8798000cba93aca55ab6896c2f8f660f44eeba4f7a90d1bea2', '{}', NULL, '2026-11-30 00:03:49.88684+00', '2026-11-29 00:03:49.88684+00', '2026-11-29 00:03:49.88684+00');
INSERT INTO payments (store_id, id, order_id, collection_id, session_id, payment_method_id, provider_id, number, state, currency, authorized, captured, refunded, canceled, capturing, refunding, reference, operations, captured_at, canceled_at, created_at, updated_at, card_id, external_id) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7ffd-73b6-b352-6e75b8a513d3', '01a2249d-7e52-7989-b491-c4610d055587', '01a2249d-7e52-7989-b491-c4610d055587', '01a2249d-7f33-7820-924c-947bcd9abc5d', '01a2249d-1d96-7482-9bf0-32952fc2bcc2', 'pp_system_default', 'PEYNIZKA', 'authorized', 'USD', '11000', '0', '0', '0', '0', '0', 'system_73226a88d218f14aa50f2a8c', '0', NULL, NULL, '2026-11-29 00:03:51.38711+00', '2026-11-29 00:03:51.38711+00', NULL, 'system_28d664387db876e4aa7bd2a7'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-860d-7453-a6fc-2844a4e98425', '01a2249d-83bb-746d-a65c-755c6d2b891a', '01a2249d-83bb-746d-a65c-755c6d2b891a', '01a2249d-8514-72f4-8adb-ceb55b69775c', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PC5ZA2F7', 'authorized', 'USD', '8000', '0', '0', '0', '0', '0', 'bogus_ch_6cf99eb01c8a26900d3a1348', '0', NULL, NULL, '2026-11-29 00:03:52.95565+00', '2026-11-29 00:03:52.95565+00', NULL, 'bogus_a4352335e865c6f59e9b86b9'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8f92-7116-9138-95db8f124043', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '01a2249d-8e23-7c49-afd8-6991482eb485', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PIN6OAE0', 'authorized', 'USD', '11000', '0', '0', '0', '0', '0', 'bogus_ch_dfb3f899ba83d5b3dc131969', '0', NULL, NULL, '2026-11-29 00:03:55.384093+00', '2026-11-29 00:03:55.384093+00', NULL, 'bogus_6fd79933f75a63eab375a530'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-91ea-7ec7-9bea-176aae870968', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-90c0-7b72-8ee9-8bcb1120230b', '01a2249d-8755-7b41-b402-e64d9964a5ea', 'pp_bogus_default', 'PGAMZTFY', 'captured', 'USD', '11000', '11000', '0', '0', '0', '0', 'bogus_ch_a9967c1b474f219eeb66d16b', '0', '2026-11-29 00:03:55.878782+00', NULL, '2026-11-29 00:03:55.878782+00', '2026-11-29 00:03:55.878782+00', NULL, 'bogus_fc53fc38da0327342fffda42'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-74cb-7aba-a705-2cfc07291d49', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-73ce-7eed-96df-bf1c8d47c167', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PDHO6BA2', 'captured', 'USD', '11000', '5000', '0', '0', '0', '0', 'bogus_ch_57e001c301dd6fc293760e1a', '1', NULL, NULL, '2026-11-29 00:04:54.050876+00', '2026-11-29 00:04:54.530251+00', NULL, 'bogus_41e896662b408366a0d4ce8b'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-78af-74b9-ac0b-c39213973792', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-77cf-72b2-87c9-da8dd9b84b9e', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PWPDUS05', 'captured', 'USD', '11000', '11000', '3000', '0', '0', '0', 'bogus_ch_627ddd639f82d2b475cee0b0', '2', '2026-11-29 00:04:55.564186+00', NULL, '2026-11-29 00:04:55.061556+00', '2026-11-29 00:04:55.743887+00', NULL, 'bogus_8b75803403d52657c1572b68'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7cd9-719b-b83c-6639fcdd7444', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7c34-7c27-8b62-404f02899cd1', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PHQTCA5J', 'captured', 'USD', '11000', '11000', '11000', '0', '0', '0', 'bogus_ch_5b48c920b22d2fe35e26030c', '2', '2026-11-29 00:04:56.279109+00', NULL, '2026-11-29 00:04:56.139907+00', '2026-11-29 00:04:56.434254+00', NULL, 'bogus_6b20ada2a03a31f7eccd1570'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7f3f-7ea9-815a-9f8890b9f7c4', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7ecb-7584-a1c4-ebc92b3b13b8', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'P34OC5K7', 'canceled', 'USD', '11000', '0', '0', '11000', '0', '0', 'bogus_ch_4cae910734fa7a6b4913095f', '1', NULL, '2026-11-29 00:04:56.925468+00', '2026-11-29 00:04:56.754756+00', '2026-11-29 00:04:56.925468+00', NULL, 'bogus_66d5af3bab3197eed23d3365'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-81c0-7f47-b7cb-e9c60fdce127', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-80a4-7ac7-9db0-1c41bd43ca91', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'P11S9HO2', 'canceled', 'USD', '11000', '0', '0', '11000', '0', '0', 'bogus_ch_77c5f8eee1fa090f18cc1b66', '1', NULL, '2026-11-29 00:04:57.580221+00', '2026-11-29 00:04:57.386763+00', '2026-11-29 00:04:57.580221+00', NULL, 'bogus_720981b065bc22a2f6ee12af'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-83e6-7d1c-aaed-8740e2b86314', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-8314-716d-8953-06f5e013b559', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PAQNATV9', 'captured', 'USD', '11000', '5000', '5000', '0', '0', '0', 'bogus_ch_363bcb896b6009ca2162bf1d', '2', NULL, NULL, '2026-11-29 00:04:57.938266+00', '2026-11-29 00:04:58.371459+00', NULL, 'bogus_193dcd11c2b1b32a2e8cbe5e'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-87d2-7afa-8f31-aed796fca529', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-86f8-7b01-8da0-4317fe02dd17', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PJWNMWYX', 'captured', 'USD', '11000', '2000', '0', '0', '0', '0', 'bogus_ch_707677c26324ac3475901c1c', '2', NULL, NULL, '2026-11-29 00:04:58.933425+00', '2026-11-29 00:04:59.410922+00', NULL, 'bogus_d0c70e607a6d4af4a7798683'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8aea-7c2b-9c69-721968dd7071', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-8a69-70b2-b304-2f4593733c84', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PQJ0RZJJ', 'authorized', 'USD', '11000', '0', '0', '0', '0', '0', 'bogus_ch_3573f003bc4c1a46aa665da1', '0', NULL, NULL, '2026-11-29 00:04:59.743356+00', '2026-11-29 00:04:59.743356+00', NULL, 'bogus_309be5e13fab776fdd2479a7'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8c43-7c9d-86bd-2738767dafe4', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-8ba8-7026-8107-a87fdecda8e5', '01a2249e-8c0a-7bef-bbe1-fe81f2167c63', '01a2249d-1d96-7482-9bf0-32952fc2bcc2', 'pp_system_default', 'P2E8BNQA', 'captured', 'USD', '2000', '2000', '0', '0', '0', '0', 'system_32c3c8c3fdab2be3770a7921', '0', '2026-11-29 00:05:00.0848+00', NULL, '2026-11-29 00:05:00.0848+00', '2026-11-29 00:05:00.0848+00', NULL, 'system_b38d9d334884691abec2339f'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8dfd-7ad2-aed7-baebd0e1dbf1', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', '01a2249e-8d51-7d4d-9f36-6c36aa6761fe', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PSGNFHSG', 'authorized', 'USD', '11000', '0', '0', '0', '0', '0', 'bogus_ch_c325998f60debe55d93e6861', '0', NULL, NULL, '2026-11-29 00:05:00.5337+00', '2026-11-29 00:05:00.5337+00', NULL, 'bogus_aa72e8155052a9ec9de3cab9'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8fe6-7323-985b-5ea6de3b1984', '01a2249e-8ed8-7a21-be13-f55d5f899b73', '01a2249e-8ed8-7a21-be13-f55d5f899b73', '01a2249e-8f2f-7f97-bd0a-3d2c2d97fc85', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'P6UQW3ZW', 'authorized', 'USD', '11000', '0', '0', '0', '0', '0', 'bogus_ch_0beb316ae31dfa4d146561e3', '0', NULL, NULL, '2026-11-29 00:05:01.018269+00', '2026-11-29 00:05:01.018269+00', NULL, 'bogus_a20f0dd5787abe7512dcd901'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c02d-7262-b61d-5681ce5df374', '01a2249e-9030-759b-b19c-c88a66757a14', '01a2249e-9030-759b-b19c-c88a66757a14', '01a2249e-907a-7818-855b-e49e993f24b4', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PLYNSZ9Q', 'authorized', 'USD', '11000', '0', '0', '0', '0', '0', 'bogus_ch_9b2ce75cf014a46a34d5d9fd', '0', NULL, NULL, '2026-11-29 00:05:13.360622+00', '2026-11-29 00:05:13.360622+00', NULL, 'bogus_c4dad8e8dfb3ae4ff2921d55'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c3f2-77c9-a966-49790b734b61', '01a2249e-911f-7149-b1cf-4c492fd86a2d', '01a2249e-911f-7149-b1cf-4c492fd86a2d', '01a2249e-919d-79a4-93a1-94052ce64009', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'P2N9XDL0', 'authorized', 'USD', '11000', '0', '0', '0', '0', '0', 'bogus_ch_859724e84aadffb6a3ce09cb', '0', NULL, NULL, '2026-11-29 00:05:14.350311+00', '2026-11-29 00:05:14.350311+00', NULL, 'bogus_3befa89a1fd4012de9853cbb'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c845-71f4-8ce0-7a34000fb204', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c47d-70c5-b6cc-2d1c7e002e98', '01a2249e-c42b-7f66-9811-119a4bb6b87d', 'pp_upgrade_gateway', 'P051005F', 'authorized', 'USD', '11000', '0', '0', '0', '0', '0', 'ch_up_handled', '0', NULL, NULL, '2026-11-29 00:05:15.362029+00', '2026-11-29 00:05:15.362029+00', NULL, 'up_handled'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c8ec-7d14-aff0-a40062f1044d', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249e-c8b1-712b-853b-c27752ca82dc', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PP4AAGW2', 'authorized', 'USD', '11000', '0', '0', '0', '2500', '0', 'bogus_ch_ec6fed3c73a2a0be55265e8f', '1', NULL, NULL, '2026-11-29 00:05:15.626556+00', '2026-11-29 00:05:24.156502+00', NULL, 'bogus_2a4aee1554d6a5c902a1c03b'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cace-75ed-a206-d954c809d759', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-ca18-7553-8d0d-e118d6e45e25', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PZWLXM4C', 'captured', 'USD', '11000', '11000', '0', '0', '0', '2500', 'bogus_ch_8a011b4b784fc768cf6ec4a3', '2', '2026-11-29 00:05:16.806425+00', NULL, '2026-11-29 00:05:16.087423+00', '2026-11-29 00:05:24.305983+00', NULL, 'bogus_454f18fbbdb3c78a4ed62b67'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cc7b-7ead-aae5-921009c1815f', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249e-cbfa-78d7-b7cb-9ecfe7689f14', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'P8I70ELP', 'authorized', 'USD', '11000', '0', '0', '0', '11000', '0', 'bogus_ch_f5c12483491f097bc72311f4', '1', NULL, NULL, '2026-11-29 00:05:16.5194+00', '2026-11-29 00:05:24.355376+00', NULL, 'bogus_2cb907c218f7abfca9de21aa'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d11a-74f5-a1a5-c9b3d1bd5b9d', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249e-d064-7577-b726-65db3b6a9a94', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PW6HGTIB', 'authorized', 'USD', '11000', '0', '0', '0', '2500', '0', 'bogus_ch_9c0a76451c493186c86075bd', '1', NULL, NULL, '2026-11-29 00:05:17.70798+00', '2026-11-29 00:05:24.760899+00', NULL, 'bogus_c13b818462895eafe4fa7d29'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d32f-77ae-9c89-9e3a92d18235', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d255-7337-8055-eb3139e522b0', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PYHE8HIN', 'captured', 'USD', '11000', '11000', '0', '0', '0', '2500', 'bogus_ch_9a786589dbfaf64b8bec72d4', '2', '2026-11-29 00:05:18.978975+00', NULL, '2026-11-29 00:05:18.244395+00', '2026-11-29 00:05:24.72063+00', NULL, 'bogus_073420fb0b690b98ff72fdd4'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d562-7f4e-abc7-0c756e5852f9', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249e-d494-7c04-8e87-007b98a7426e', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PAA7ZTTO', 'authorized', 'USD', '11000', '0', '0', '0', '11000', '0', 'bogus_ch_f1446b477251138e3756e607', '1', NULL, NULL, '2026-11-29 00:05:18.803214+00', '2026-11-29 00:05:24.206229+00', NULL, 'bogus_ab77cf67b19cb1924d2bb515'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e906-7856-be9f-2326215160cd', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', '01a2249e-e80f-796c-aa1b-980bf3767b1c', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'PR7FRM4V', 'authorized', 'USD', '11000', '0', '0', '0', '0', '0', 'bogus_ch_36a51f9f0f8293a6fd45618d', '0', NULL, NULL, '2026-11-29 00:05:23.793615+00', '2026-11-29 00:05:23.793615+00', NULL, 'bogus_4e77f39b52485f3b1f77d100');
INSERT INTO ledger_entries (store_id, id, order_id, collection_id, payment_id, operation_id, kind, amount, currency, reference, refund_reason_id, note, created_by, created_at, is_by_key) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8016-7564-92b9-35ccf3af29e8', '01a2249d-7e52-7989-b491-c4610d055587', '01a2249d-7e52-7989-b491-c4610d055587', '01a2249d-7ffd-73b6-b352-6e75b8a513d3', '01a2249d-7fab-7a4b-b7d9-f8f8cd40c472', 'authorization', '11000', 'USD', 'system_73226a88d218f14aa50f2a8c', NULL, NULL, NULL, '2026-11-29 00:03:51.38711+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-860e-72a2-b341-3c9fdd90cf88', '01a2249d-83bb-746d-a65c-755c6d2b891a', '01a2249d-83bb-746d-a65c-755c6d2b891a', '01a2249d-860d-7453-a6fc-2844a4e98425', '01a2249d-85b4-7bed-9729-f947ab330c3e', 'authorization', '8000', 'USD', 'bogus_ch_6cf99eb01c8a26900d3a1348', NULL, NULL, NULL, '2026-11-29 00:03:52.95565+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8fab-7e15-862f-b49f04b1ac1c', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '01a2249d-8f92-7116-9138-95db8f124043', '01a2249d-8f28-7f7b-b676-29af7a02ab1d', 'authorization', '11000', 'USD', 'bogus_ch_dfb3f899ba83d5b3dc131969', NULL, NULL, NULL, '2026-11-29 00:03:55.384093+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-9204-71eb-a8f3-fc40a61fa149', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-91ea-7ec7-9bea-176aae870968', '01a2249d-9145-720a-84f0-16594d3018ed', 'authorization', '11000', 'USD', 'bogus_ch_a9967c1b474f219eeb66d16b', NULL, NULL, NULL, '2026-11-29 00:03:55.878782+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-922b-741f-9a78-2371dc3e200e', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-91ea-7ec7-9bea-176aae870968', '01a2249d-9145-720a-84f0-16594d3018ed', 'capture', '11000', 'USD', 'bogus_ch_a9967c1b474f219eeb66d16b', NULL, NULL, NULL, '2026-11-29 00:03:55.878782+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-74df-78d5-b9b5-bc664bd9f480', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-74cb-7aba-a705-2cfc07291d49', '01a2249e-7450-741f-82b7-5befc0ff2288', 'authorization', '11000', 'USD', 'bogus_ch_57e001c301dd6fc293760e1a', NULL, NULL, NULL, '2026-11-29 00:04:54.050876+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-769b-75b4-9848-aede81f55871', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-74cb-7aba-a705-2cfc07291d49', '01a2249e-7652-7968-84b2-234e49ab047c', 'capture', '5000', 'USD', 'bogus_capture_02ae9cca598259c8cb910fc5', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:04:54.530251+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-78be-765c-af25-eb64b29aecb1', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-78af-74b9-ac0b-c39213973792', '01a2249e-785f-70b9-b399-b1f885542a81', 'authorization', '11000', 'USD', 'bogus_ch_627ddd639f82d2b475cee0b0', NULL, NULL, NULL, '2026-11-29 00:04:55.061556+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7a9a-7bcc-b760-9556444fccb5', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-78af-74b9-ac0b-c39213973792', '01a2249e-7a69-7c06-b7e9-0e568198ccca', 'capture', '11000', 'USD', 'bogus_capture_cdfdc1d032458fec1de8ff6e', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:04:55.564186+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7b56-79cd-92ba-e4f8727b3740', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-78af-74b9-ac0b-c39213973792', '01a2249e-7b0a-78a1-89fc-4b8018ea41b6', 'refund', '3000', 'USD', 'bogus_refund_d530113138d4a7a6c5c357e8', '01a2249d-1d48-784c-88b3-215114408d40', 'torn', '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:04:55.743887+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7cdb-7cec-bce9-e159afaf9acd', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7cd9-719b-b83c-6639fcdd7444', '01a2249e-7cb5-7371-9b7c-1e57e62c558f', 'authorization', '11000', 'USD', 'bogus_ch_5b48c920b22d2fe35e26030c', NULL, NULL, NULL, '2026-11-29 00:04:56.139907+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7d61-7ab9-9d0c-855ce0d2c089', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7cd9-719b-b83c-6639fcdd7444', '01a2249e-7d38-7c85-bead-709666a9578f', 'capture', '11000', 'USD', 'bogus_capture_2a76cb4db34b56f5fb520d43', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:04:56.279109+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7e11-7cb5-bae6-1040ea77eafb', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7cd9-719b-b83c-6639fcdd7444', '01a2249e-7dba-7df2-82a7-6d584127a9bf', 'refund', '11000', 'USD', 'bogus_refund_2516008c039c7616dec06f9c', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:04:56.434254+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7f42-70cd-98bc-d1bce9caf49e', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7f3f-7ea9-815a-9f8890b9f7c4', '01a2249e-7f19-7bec-a39d-c4f24b22d2d1', 'authorization', '11000', 'USD', 'bogus_ch_4cae910734fa7a6b4913095f', NULL, NULL, NULL, '2026-11-29 00:04:56.754756+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7feb-7d67-93fe-48cfd8448e69', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7f3f-7ea9-815a-9f8890b9f7c4', '01a2249e-7fc0-71f0-a624-64e8b3d3ff3e', 'cancellation', '11000', 'USD', 'bogus_cancel_536fe84b4cb21e9698f9f633', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:04:56.925468+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-81ce-76bc-a9c8-7d0e684cb199', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-81c0-7f47-b7cb-e9c60fdce127', '01a2249e-8167-77d0-86cc-60e73333508f', 'authorization', '11000', 'USD', 'bogus_ch_77c5f8eee1fa090f18cc1b66', NULL, NULL, NULL, '2026-11-29 00:04:57.386763+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-827b-7ec2-b7dc-475c45f61c93', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-81c0-7f47-b7cb-e9c60fdce127', '01a2249e-8245-7fc6-a546-2b564be631df', 'cancellation', '11000', 'USD', 'bogus_cancel_3ba8f84a08aa1a80773067eb', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:04:57.580221+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-83ee-7c44-a87e-1216e9af752d', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-83e6-7d1c-aaed-8740e2b86314', '01a2249e-838a-7a5e-8e1d-f43b2df9bead', 'authorization', '11000', 'USD', 'bogus_ch_363bcb896b6009ca2162bf1d', NULL, NULL, NULL, '2026-11-29 00:04:57.938266+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-84d6-778c-9c15-ff447f20f914', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-83e6-7d1c-aaed-8740e2b86314', '01a2249e-84a1-7fb6-a98f-28fdcd810a85', 'capture', '5000', 'USD', 'bogus_capture_eca52f5fa49a5348feb1ad71', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:04:58.18271+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8596-7dbd-85a4-e3274d009f0f', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-83e6-7d1c-aaed-8740e2b86314', '01a2249e-8570-73ee-bc5d-171748739524', 'refund', '5000', 'USD', 'bogus_refund_be05bec949aee9f9223b3c00', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:04:58.371459+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-87dc-7506-a5b0-df0c18b62a53', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-87d2-7afa-8f31-aed796fca529', '01a2249e-8789-7106-b51e-d3b911de9cbf', 'authorization', '11000', 'USD', 'bogus_ch_707677c26324ac3475901c1c', NULL, NULL, NULL, '2026-11-29 00:04:58.933425+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8890-700a-af11-03d260428c4e', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-87d2-7afa-8f31-aed796fca529', '01a2249e-885e-77fe-97cc-7f96ce2d1184', 'capture', '2000', 'USD', 'bogus_capture_66f4e032331e74a6072baf9a', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:04:59.135747+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8aef-7c3a-b0da-bedc4cf601cb', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-8aea-7c2b-9c69-721968dd7071', '01a2249e-8ac2-79cd-9c71-19269f6ff14c', 'authorization', '11000', 'USD', 'bogus_ch_3573f003bc4c1a46aa665da1', NULL, NULL, NULL, '2026-11-29 00:04:59.743356+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8c49-76e8-8af6-9b28de2b064a', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-8ba8-7026-8107-a87fdecda8e5', '01a2249e-8c43-7c9d-86bd-2738767dafe4', '01a2249e-8c2e-7927-97ab-3c4008526c6d', 'authorization', '2000', 'USD', 'system_32c3c8c3fdab2be3770a7921', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:05:00.0848+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8c59-7f30-9e13-d708a21ed7a6', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-8ba8-7026-8107-a87fdecda8e5', '01a2249e-8c43-7c9d-86bd-2738767dafe4', '01a2249e-8c2e-7927-97ab-3c4008526c6d', 'capture', '2000', 'USD', 'system_32c3c8c3fdab2be3770a7921', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:05:00.0848+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8e00-7bb5-90c9-43ce32298097', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', '01a2249e-8dfd-7ad2-aed7-baebd0e1dbf1', '01a2249e-8dc3-7c71-b174-490e545ee48e', 'authorization', '11000', 'USD', 'bogus_ch_c325998f60debe55d93e6861', NULL, NULL, NULL, '2026-11-29 00:05:00.5337+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8fee-7c7e-84a5-2551b81f11d1', '01a2249e-8ed8-7a21-be13-f55d5f899b73', '01a2249e-8ed8-7a21-be13-f55d5f899b73', '01a2249e-8fe6-7323-985b-5ea6de3b1984', '01a2249e-8f92-723a-9b4a-d74ceb45ccfd', 'authorization', '11000', 'USD', 'bogus_ch_0beb316ae31dfa4d146561e3', NULL, NULL, NULL, '2026-11-29 00:05:01.018269+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c037-73de-b79b-28504461a784', '01a2249e-9030-759b-b19c-c88a66757a14', '01a2249e-9030-759b-b19c-c88a66757a14', '01a2249e-c02d-7262-b61d-5681ce5df374', '01a2249e-90be-70fb-a1b2-809b39c6a3a1', 'authorization', '11000', 'USD', 'bogus_ch_9b2ce75cf014a46a34d5d9fd', NULL, NULL, NULL, '2026-11-29 00:05:13.360622+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c3f3-7e48-a981-318c8edd8ac0', '01a2249e-911f-7149-b1cf-4c492fd86a2d', '01a2249e-911f-7149-b1cf-4c492fd86a2d', '01a2249e-c3f2-77c9-a966-49790b734b61', '01a2249e-9208-782e-8351-0e197c5be654', 'authorization', '11000', 'USD', 'bogus_ch_859724e84aadffb6a3ce09cb', NULL, NULL, NULL, '2026-11-29 00:05:14.350311+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c854-7562-8008-70f0c5841076', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c845-71f4-8ce0-7a34000fb204', '01a2249e-c83f-76c6-9a4a-26624fef6fea', 'authorization', '11000', 'USD', 'ch_up_handled', NULL, NULL, NULL, '2026-11-29 00:05:15.362029+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c8ee-7e09-9657-0aee0bc2f4be', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249e-c8ec-7d14-aff0-a40062f1044d', '01a2249e-c8db-712c-8dfc-09a28f503acd', 'authorization', '11000', 'USD', 'bogus_ch_ec6fed3c73a2a0be55265e8f', NULL, NULL, NULL, '2026-11-29 00:05:15.626556+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cadb-7b40-8197-84aaa71cf8f4', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-cace-75ed-a206-d954c809d759', '01a2249e-ca8b-7920-9c3b-978a13468fc9', 'authorization', '11000', 'USD', 'bogus_ch_8a011b4b784fc768cf6ec4a3', NULL, NULL, NULL, '2026-11-29 00:05:16.087423+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cc81-701c-8095-2d0e1dc865e1', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249e-cc7b-7ead-aae5-921009c1815f', '01a2249e-cc53-7b2e-ad7b-ef209239037f', 'authorization', '11000', 'USD', 'bogus_ch_f5c12483491f097bc72311f4', NULL, NULL, NULL, '2026-11-29 00:05:16.5194+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cda3-79ab-8195-a676229d6113', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-cace-75ed-a206-d954c809d759', '01a2249e-cd4d-7580-bf18-582451481a39', 'capture', '11000', 'USD', 'bogus_capture_396846a718ab098394bc6cd5', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:05:16.806425+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d127-7911-b89b-be7ae35dc45a', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249e-d11a-74f5-a1a5-c9b3d1bd5b9d', '01a2249e-d0ef-7977-8e22-40d628363b62', 'authorization', '11000', 'USD', 'bogus_ch_9c0a76451c493186c86075bd', NULL, NULL, NULL, '2026-11-29 00:05:17.70798+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d336-7d74-85e8-41f9f77bca52', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d32f-77ae-9c89-9e3a92d18235', '01a2249e-d30c-7ab1-a13b-624c47023772', 'authorization', '11000', 'USD', 'bogus_ch_9a786589dbfaf64b8bec72d4', NULL, NULL, NULL, '2026-11-29 00:05:18.244395+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d564-736f-8c01-ddd4e4fe4ce5', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249e-d562-7f4e-abc7-0c756e5852f9', '01a2249e-d53d-797d-a80c-b68e4ec26388', 'authorization', '11000', 'USD', 'bogus_ch_f1446b477251138e3756e607', NULL, NULL, NULL, '2026-11-29 00:05:18.803214+00', 'false'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d612-7854-bfb7-ff375a22117e', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d32f-77ae-9c89-9e3a92d18235', '01a2249e-d5e2-76d0-95fa-f75f0537cfde', 'capture', '11000', 'USD', 'bogus_capture_5b79e70ce6a9ebca310a348c', NULL, NULL, '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:05:18.978975+00', 'true'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e90c-75ba-8505-d1e72bad99ce', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', '01a2249e-e906-7856-be9f-2326215160cd', '01a2249e-e88a-7ab1-a08a-6e3572e757d7', 'authorization', '11000', 'USD', 'bogus_ch_36a51f9f0f8293a6fd45618d', NULL, NULL, NULL, '2026-11-29 00:05:23.793615+00', 'false');
INSERT INTO login_sessions (store_id, id_hash, audience, owner_id, password_changed_at, expires_at, created_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '\x4a8e2c0c0976b00b936c986aa462bd018ae8dd4c6e4522e8dd761a54a86db6ea', 'admin', '01a2249d-10c7-7955-afba-58671bf7b443', NULL, '2026-11-29 10:03:49.803755+00', '2026-11-29 00:03:49.803755+00');
INSERT INTO migrations (id, "timestamp", name) VALUES
('1', '1763683200001', 'StoresAndCallers1763683200001'),
('10', '1763683200011', 'Credits1763683200011'),
('11', '1763683200012', 'SessionLife1763683200012'),
('12', '1763683200013', 'RateLimits1763683200013'),
('13', '1763683200014', 'Logins1763683200014'),
('14', '1763683200015', 'AdminRecords1763683200015'),
('15', '1763683200016', 'AccountHolders1763683200016'),
('16', '1763683200018', 'WebhookEvents1763683200018'),
('17', '1763683200019', 'Lists1763683200019'),
('18', '1763683200020', 'WebhooksOut1763683200020'),
('19', '1763683200030', 'EventsIn1763683200030'),
('2', '1763683200002', 'Orders1763683200002'),
('20', '1763683200031', 'OldEvents1763683200031'),
('3', '1763683200003', 'Payments1763683200003'),
('4', '1763683200004', 'Idempotency1763683200004'),
('5', '1763683200005', 'BogusGateway1763683200005'),
('6', '1763683200006', 'Accounts1763683200006'),
('7', '1763683200007', 'SavedMethods1763683200007'),
('8', '1763683200008', 'MethodSettings1763683200008'),
('9', '1763683200010', 'Carts1763683200010');
INSERT INTO order_items (store_id, id, order_id, "position", name, sku, quantity, price, created_at, updated_at, variant_id, metadata) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-daac-7441-bafb-efb7011520ae', '01a2249c-daac-7441-bafb-efb808149b40', '0', 'Tandem T-shirt', 'TEE-M', '2', '5500', '2026-11-29 00:03:09.101054+00', '2026-11-29 00:03:09.101054+00', NULL, '{}'),
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-daf7-75d3-a5a9-085259d0bbb8', '01a2249c-daf7-75d3-a5a9-0853b02f4101', '0', 'Tandem T-shirt', 'TEE-M', '2', '5500', '2026-11-29 00:03:09.175776+00', '2026-11-29 00:03:09.175776+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-251f-7d88-abd8-4070bf76400f', '01a2249d-2520-7781-99bd-7cc74016f789', '0', 'Tandem T-shirt', 'TEE-M', '2', '5500', '2026-11-29 00:03:28.162736+00', '2026-11-29 00:03:28.162736+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-2580-7da8-b249-0fed5528f2de', '01a2249d-2580-7da8-b249-0feebd66416b', '0', 'Tandem T-shirt', 'TEE-M', '2', '5500', '2026-11-29 00:03:28.256652+00', '2026-11-29 00:03:28.256652+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7e52-7989-b491-c460d5df26b1', '01a2249d-7e52-7989-b491-c4610d055587', '0', 'Tandem T-shirt', 'TEE-M', '2', '5500', '2026-11-29 00:03:50.983233+00', '2026-11-29 00:03:50.983233+00', '01a2249d-245b-7a20-82af-26445ecc0887', '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8071-7d88-a67e-c313e27207fb', '01a2249d-8071-7d88-a67e-c3144d958e50', '0', 'Tandem T-shirt', 'TEE-M', '2', '5500', '2026-11-29 00:03:51.530881+00', '2026-11-29 00:03:51.530881+00', '01a2249d-245b-7a20-82af-26445ecc0887', '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-810b-7c68-91b4-77d0e73da57e', '01a2249d-810b-7c68-91b4-77d1b0940f39', '0', 'Tandem T-shirt', 'TEE-M', '2', '5500', '2026-11-29 00:03:51.673477+00', '2026-11-29 00:03:51.673477+00', '01a2249d-245b-7a20-82af-26445ecc0887', '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-827b-7e67-8c93-5ae266b532d9', '01a2249d-827b-7e67-8c93-5ae362eb15da', '0', 'Tandem T-shirt', 'TEE-M', '1', '5500', '2026-11-29 00:03:52.035405+00', '2026-11-29 00:03:52.035405+00', '01a2249d-245b-7a20-82af-26445ecc0887', '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-83bb-746d-a65c-755bf0f9c5fa', '01a2249d-83bb-746d-a65c-755c6d2b891a', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:03:52.380314+00', '2026-11-29 00:03:52.380314+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-87fe-750b-b7e4-b44e5c2179eb', '01a2249d-87fe-750b-b7e4-b44fc98d7818', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:03:53.471377+00', '2026-11-29 00:03:53.471377+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-88f6-7f7d-8d83-e8fbcc2d1cb0', '01a2249d-88f7-769b-88b6-56df65d0801e', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:03:53.7261+00', '2026-11-29 00:03:53.7261+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8aab-7d95-a867-ce09d98e21e7', '01a2249d-8aab-7d95-a867-ce0adc93a0db', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:03:54.156604+00', '2026-11-29 00:03:54.156604+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8c53-7d91-8bc0-2be09aa9f103', '01a2249d-8c53-7d91-8bc0-2be1427c9aec', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:03:54.579663+00', '2026-11-29 00:03:54.579663+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8d99-71f9-b83e-d4bfe8c92eb6', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:03:54.90638+00', '2026-11-29 00:03:54.90638+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-9073-7c97-a2f2-b4c6d30b9868', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:03:55.636202+00', '2026-11-29 00:03:55.636202+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-9282-733c-bb02-64f6ddc43506', '01a2249d-9283-7379-a098-81d5f3c8baf6', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:03:56.163464+00', '2026-11-29 00:03:56.163464+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-93e2-70cf-8c8a-a61c9fe01281', '01a2249d-93e3-72aa-bca1-e598ed8dfa8f', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:03:56.515539+00', '2026-11-29 00:03:56.515539+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7306-7526-88b4-5eae0ceec87b', '01a2249e-7306-7526-88b4-5eaf54d80a11', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:04:53.654586+00', '2026-11-29 00:04:53.654586+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-771e-72c3-976b-f0752509bbfa', '01a2249e-771e-72c3-976b-f076ee529f0d', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:04:54.687138+00', '2026-11-29 00:04:54.687138+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7bb5-7cc3-9ed3-0c78a43c1fba', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:04:55.861657+00', '2026-11-29 00:04:55.861657+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7e81-757a-9366-71e572b25dd1', '01a2249e-7e81-757a-9366-71e694b80f0f', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:04:56.577831+00', '2026-11-29 00:04:56.577831+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8023-75ce-bcfa-c904d6891de9', '01a2249e-8023-75ce-bcfa-c905c92ab904', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:04:56.995803+00', '2026-11-29 00:04:56.995803+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-82bf-7d6f-8a6e-d25de0305d80', '01a2249e-82c0-79dc-838c-25ea900548a8', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:04:57.664484+00', '2026-11-29 00:04:57.664484+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-85f3-7b2d-9fe6-5ad67c1b24d3', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:04:58.484037+00', '2026-11-29 00:04:58.484037+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-89f9-7968-8638-b7ce5c2966d0', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:04:59.514289+00', '2026-11-29 00:04:59.514289+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8cba-7ac9-9f36-8b50a3c269e9', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:00.223446+00', '2026-11-29 00:05:00.223446+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8ed8-7a21-be13-f55c8296915d', '01a2249e-8ed8-7a21-be13-f55d5f899b73', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:00.761174+00', '2026-11-29 00:05:00.761174+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-9030-759b-b19c-c8890e75e70b', '01a2249e-9030-759b-b19c-c88a66757a14', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:01.104925+00', '2026-11-29 00:05:01.104925+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-911f-7149-b1cf-4c4804b46c8f', '01a2249e-911f-7149-b1cf-4c492fd86a2d', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:01.34412+00', '2026-11-29 00:05:01.34412+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c454-7a0c-b3a1-dd267eece2cf', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:14.452468+00', '2026-11-29 00:05:14.452468+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c4b4-7c05-a257-9429bb4f4d3d', '01a2249e-c4b4-7c05-a257-942a2e56de69', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:14.549874+00', '2026-11-29 00:05:14.549874+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c56a-72a2-90ee-112bb0961edd', '01a2249e-c56a-72a2-90ee-112c7792b1a1', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:14.734446+00', '2026-11-29 00:05:14.734446+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c81c-75c8-8b1c-7a5aca80723d', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:15.430291+00', '2026-11-29 00:05:15.430291+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c96a-7c7e-bc4f-dd1bbe750568', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:15.75491+00', '2026-11-29 00:05:15.75491+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cb82-73be-9f8c-ed88d329a915', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:16.291397+00', '2026-11-29 00:05:16.291397+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cf06-7728-9caf-24ba8e92a54c', '01a2249e-cf06-7728-9caf-24bb5a2875cf', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:17.194607+00', '2026-11-29 00:05:17.194607+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cf97-7ea0-90a1-91f5f2c7c6af', '01a2249e-cf97-7ea0-90a1-91f64867f9b0', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:17.336018+00', '2026-11-29 00:05:17.336018+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cfe8-7199-b667-ff6b92f619f6', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:17.417058+00', '2026-11-29 00:05:17.417058+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d1d1-7cc2-a173-d6875c71afe7', '01a2249e-d1d1-7cc2-a173-d688ec199487', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:17.905857+00', '2026-11-29 00:05:17.905857+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d3e0-707f-8656-5634a4db1387', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:18.434418+00', '2026-11-29 00:05:18.434418+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d659-712a-8471-615fbe89e0fa', '01a2249e-d659-712a-8471-6160f75b7d91', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:19.065946+00', '2026-11-29 00:05:19.065946+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d76f-74f9-b778-d3fcf11bb211', '01a2249e-d76f-74f9-b778-d3fd189a3070', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:19.343775+00', '2026-11-29 00:05:19.343775+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d7de-7ea7-ae2a-2b95703af1ae', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:19.458282+00', '2026-11-29 00:05:19.458282+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-dbcf-781e-af65-bb535f230684', '01a2249e-dbcf-781e-af65-bb54d31d9519', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:20.464008+00', '2026-11-29 00:05:20.464008+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e485-7aae-8124-c53ed75644dd', '01a2249e-e485-7aae-8124-c53f2b3c24b5', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:22.698273+00', '2026-11-29 00:05:22.698273+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e622-7baf-9cf7-c29d9e4afdc2', '01a2249e-e622-7baf-9cf7-c29e3a6ddb62', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:23.106945+00', '2026-11-29 00:05:23.106945+00', NULL, '{}'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e7a4-71c3-aa8d-a0566fd4f3e4', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', '0', 'T-shirt', NULL, '2', '5500', '2026-11-29 00:05:23.492597+00', '2026-11-29 00:05:23.492597+00', NULL, '{}');
INSERT INTO payment_collections (store_id, id, order_id, currency, amount, authorized, captured, refunded, canceled, reserved, version, initiated_at, completed_at, metadata, created_at, updated_at, deleted_at) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-daac-7441-bafb-efb808149b40', '01a2249c-daac-7441-bafb-efb808149b40', 'USD', '11000', '0', '0', '0', '0', '0', '0', NULL, NULL, NULL, '2026-11-29 00:03:09.101054+00', '2026-11-29 00:03:09.101054+00', NULL),
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-daf7-75d3-a5a9-0853b02f4101', '01a2249c-daf7-75d3-a5a9-0853b02f4101', 'USD', '11000', '0', '0', '0', '0', '0', '0', NULL, NULL, NULL, '2026-11-29 00:03:09.175776+00', '2026-11-29 00:03:09.175776+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-2520-7781-99bd-7cc74016f789', '01a2249d-2520-7781-99bd-7cc74016f789', 'USD', '11000', '0', '0', '0', '0', '0', '0', NULL, NULL, NULL, '2026-11-29 00:03:28.162736+00', '2026-11-29 00:03:28.162736+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-2580-7da8-b249-0feebd66416b', '01a2249d-2580-7da8-b249-0feebd66416b', 'USD', '11000', '0', '0', '0', '0', '0', '0', NULL, NULL, NULL, '2026-11-29 00:03:28.256652+00', '2026-11-29 00:03:28.256652+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7e52-7989-b491-c4610d055587', '01a2249d-7e52-7989-b491-c4610d055587', 'USD', '11000', '11000', '0', '0', '0', '0', '3', '2026-11-29 00:03:51.223199+00', NULL, NULL, '2026-11-29 00:03:50.983233+00', '2026-11-29 00:03:51.38711+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8071-7d88-a67e-c3144d958e50', '01a2249d-8071-7d88-a67e-c3144d958e50', 'USD', '11000', '0', '0', '0', '0', '0', '0', NULL, NULL, NULL, '2026-11-29 00:03:51.530881+00', '2026-11-29 00:03:51.530881+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-810b-7c68-91b4-77d1b0940f39', '01a2249d-810b-7c68-91b4-77d1b0940f39', 'USD', '8000', '0', '0', '0', '0', '0', '1', NULL, NULL, NULL, '2026-11-29 00:03:51.673477+00', '2026-11-29 00:03:51.789244+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-827b-7e67-8c93-5ae362eb15da', '01a2249d-827b-7e67-8c93-5ae362eb15da', 'USD', '5500', '0', '0', '0', '0', '0', '0', NULL, NULL, NULL, '2026-11-29 00:03:52.035405+00', '2026-11-29 00:03:52.035405+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-83bb-746d-a65c-755c6d2b891a', '01a2249d-83bb-746d-a65c-755c6d2b891a', 'USD', '8000', '8000', '0', '0', '0', '0', '5', '2026-11-29 00:03:52.72543+00', '2026-11-29 00:03:53.075882+00', NULL, '2026-11-29 00:03:52.380314+00', '2026-11-29 00:03:53.075882+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-87fe-750b-b7e4-b44fc98d7818', '01a2249d-87fe-750b-b7e4-b44fc98d7818', 'USD', '11000', '0', '0', '0', '0', '0', '1', '2026-11-29 00:03:53.626021+00', NULL, NULL, '2026-11-29 00:03:53.471377+00', '2026-11-29 00:03:53.471377+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-88f7-769b-88b6-56df65d0801e', '01a2249d-88f7-769b-88b6-56df65d0801e', 'USD', '11000', '0', '0', '0', '0', '0', '1', '2026-11-29 00:03:53.920787+00', NULL, NULL, '2026-11-29 00:03:53.7261+00', '2026-11-29 00:03:53.7261+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8aab-7d95-a867-ce0adc93a0db', '01a2249d-8aab-7d95-a867-ce0adc93a0db', 'USD', '11000', '0', '0', '0', '0', '0', '3', '2026-11-29 00:03:54.277615+00', NULL, NULL, '2026-11-29 00:03:54.156604+00', '2026-11-29 00:03:54.502257+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8c53-7d91-8bc0-2be1427c9aec', '01a2249d-8c53-7d91-8bc0-2be1427c9aec', 'USD', '11000', '0', '0', '0', '0', '0', '3', '2026-11-29 00:03:54.669706+00', NULL, NULL, '2026-11-29 00:03:54.579663+00', '2026-11-29 00:03:54.814398+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', 'USD', '11000', '11000', '0', '0', '0', '0', '3', '2026-11-29 00:03:55.044484+00', NULL, NULL, '2026-11-29 00:03:54.90638+00', '2026-11-29 00:03:55.384093+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', 'USD', '11000', '11000', '11000', '0', '0', '0', '4', '2026-11-29 00:03:55.71486+00', NULL, NULL, '2026-11-29 00:03:55.636202+00', '2026-11-29 00:03:55.878782+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-9283-7379-a098-81d5f3c8baf6', '01a2249d-9283-7379-a098-81d5f3c8baf6', 'USD', '11000', '0', '0', '0', '0', '0', '2', '2026-11-29 00:03:56.247888+00', NULL, NULL, '2026-11-29 00:03:56.163464+00', '2026-11-29 00:03:56.163464+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-93e3-72aa-bca1-e598ed8dfa8f', '01a2249d-93e3-72aa-bca1-e598ed8dfa8f', 'USD', '11000', '0', '0', '0', '0', '0', '1', '2026-11-29 00:03:56.712515+00', NULL, NULL, '2026-11-29 00:03:56.515539+00', '2026-11-29 00:03:56.515539+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-7306-7526-88b4-5eaf54d80a11', 'USD', '11000', '11000', '5000', '0', '0', '0', '5', '2026-11-29 00:04:53.799076+00', '2026-11-29 00:04:54.176351+00', NULL, '2026-11-29 00:04:53.654586+00', '2026-11-29 00:04:54.530251+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-771e-72c3-976b-f076ee529f0d', 'USD', '11000', '11000', '11000', '3000', '0', '0', '6', '2026-11-29 00:04:54.786423+00', '2026-11-29 00:04:55.163227+00', NULL, '2026-11-29 00:04:54.687138+00', '2026-11-29 00:04:55.743887+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', 'USD', '11000', '11000', '11000', '11000', '0', '0', '5', '2026-11-29 00:04:55.989728+00', NULL, NULL, '2026-11-29 00:04:55.861657+00', '2026-11-29 00:04:56.434254+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7e81-757a-9366-71e694b80f0f', 'USD', '11000', '11000', '0', '0', '11000', '0', '4', '2026-11-29 00:04:56.653271+00', NULL, NULL, '2026-11-29 00:04:56.577831+00', '2026-11-29 00:04:56.925468+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-8023-75ce-bcfa-c905c92ab904', 'USD', '11000', '11000', '0', '0', '11000', '0', '5', '2026-11-29 00:04:57.081168+00', '2026-11-29 00:04:57.451182+00', NULL, '2026-11-29 00:04:56.995803+00', '2026-11-29 00:04:57.580221+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-82c0-79dc-838c-25ea900548a8', 'USD', '11000', '11000', '5000', '5000', '0', '0', '6', '2026-11-29 00:04:57.718753+00', '2026-11-29 00:04:57.998767+00', NULL, '2026-11-29 00:04:57.664484+00', '2026-11-29 00:04:58.371459+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', 'USD', '11000', '11000', '2000', '0', '0', '0', '5', '2026-11-29 00:04:58.642307+00', '2026-11-29 00:04:58.994847+00', NULL, '2026-11-29 00:04:58.484037+00', '2026-11-29 00:04:59.135747+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-89f9-7968-8638-b7cfd00fd60b', 'USD', '11000', '11000', '0', '0', '0', '0', '4', '2026-11-29 00:04:59.587486+00', '2026-11-29 00:04:59.789446+00', NULL, '2026-11-29 00:04:59.514289+00', '2026-11-29 00:04:59.789446+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8ba8-7026-8107-a87fdecda8e5', '01a2249e-89f9-7968-8638-b7cfd00fd60b', 'USD', '2000', '2000', '2000', '0', '0', '0', '3', NULL, NULL, NULL, '2026-11-29 00:04:59.904897+00', '2026-11-29 00:05:00.0848+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', 'USD', '11000', '11000', '0', '0', '0', '0', '4', '2026-11-29 00:05:00.327219+00', '2026-11-29 00:05:00.582266+00', NULL, '2026-11-29 00:05:00.223446+00', '2026-11-29 00:05:00.582266+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8ea4-758a-9031-d4139ec31072', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', 'USD', '1500', '0', '0', '0', '0', '0', '0', NULL, NULL, NULL, '2026-11-29 00:05:00.69946+00', '2026-11-29 00:05:00.69946+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8ed8-7a21-be13-f55d5f899b73', '01a2249e-8ed8-7a21-be13-f55d5f899b73', 'USD', '11000', '11000', '0', '0', '0', '0', '3', '2026-11-29 00:05:00.847395+00', NULL, NULL, '2026-11-29 00:05:00.761174+00', '2026-11-29 00:05:01.018269+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-9030-759b-b19c-c88a66757a14', '01a2249e-9030-759b-b19c-c88a66757a14', 'USD', '11000', '11000', '0', '0', '0', '0', '3', '2026-11-29 00:05:01.180946+00', NULL, NULL, '2026-11-29 00:05:01.104925+00', '2026-11-29 00:05:13.360622+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-911f-7149-b1cf-4c492fd86a2d', '01a2249e-911f-7149-b1cf-4c492fd86a2d', 'USD', '11000', '11000', '0', '0', '0', '0', '3', '2026-11-29 00:05:01.413965+00', NULL, NULL, '2026-11-29 00:05:01.34412+00', '2026-11-29 00:05:14.350311+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c454-7a0c-b3a1-dd2742e73115', 'USD', '11000', '11000', '0', '0', '0', '0', '4', '2026-11-29 00:05:14.493997+00', '2026-11-29 00:05:15.362029+00', NULL, '2026-11-29 00:05:14.452468+00', '2026-11-29 00:05:15.362029+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c4b4-7c05-a257-942a2e56de69', '01a2249e-c4b4-7c05-a257-942a2e56de69', 'USD', '11000', '0', '0', '0', '0', '0', '1', '2026-11-29 00:05:14.601449+00', NULL, NULL, '2026-11-29 00:05:14.549874+00', '2026-11-29 00:05:14.549874+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c56a-72a2-90ee-112c7792b1a1', '01a2249e-c56a-72a2-90ee-112c7792b1a1', 'USD', '11000', '0', '0', '0', '0', '0', '1', '2026-11-29 00:05:14.81532+00', NULL, NULL, '2026-11-29 00:05:14.734446+00', '2026-11-29 00:05:14.734446+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', 'USD', '11000', '11000', '0', '0', '0', '0', '4', '2026-11-29 00:05:15.525742+00', '2026-11-29 00:05:15.642133+00', NULL, '2026-11-29 00:05:15.430291+00', '2026-11-29 00:05:15.642133+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', 'USD', '11000', '11000', '11000', '0', '0', '0', '5', '2026-11-29 00:05:15.855757+00', '2026-11-29 00:05:16.146964+00', NULL, '2026-11-29 00:05:15.75491+00', '2026-11-29 00:05:16.806425+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', 'USD', '11000', '11000', '0', '0', '0', '0', '4', '2026-11-29 00:05:16.366908+00', '2026-11-29 00:05:16.575288+00', NULL, '2026-11-29 00:05:16.291397+00', '2026-11-29 00:05:16.575288+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cf06-7728-9caf-24bb5a2875cf', '01a2249e-cf06-7728-9caf-24bb5a2875cf', 'USD', '11000', '0', '0', '0', '0', '11000', '2', '2026-11-29 00:05:17.26788+00', NULL, NULL, '2026-11-29 00:05:17.194607+00', '2026-11-29 00:05:24.371571+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cf97-7ea0-90a1-91f64867f9b0', '01a2249e-cf97-7ea0-90a1-91f64867f9b0', 'USD', '11000', '0', '0', '0', '0', '0', '1', '2026-11-29 00:05:24.371961+00', NULL, NULL, '2026-11-29 00:05:17.336018+00', '2026-11-29 00:05:17.336018+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249e-cfe8-7199-b667-ff6cf5282c53', 'USD', '11000', '11000', '0', '0', '0', '0', '4', '2026-11-29 00:05:17.483557+00', '2026-11-29 00:05:17.770264+00', NULL, '2026-11-29 00:05:17.417058+00', '2026-11-29 00:05:17.770264+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d1d1-7cc2-a173-d688ec199487', 'USD', '11000', '11000', '11000', '0', '0', '0', '5', '2026-11-29 00:05:17.994545+00', '2026-11-29 00:05:18.280767+00', NULL, '2026-11-29 00:05:17.905857+00', '2026-11-29 00:05:18.978975+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249e-d3e0-707f-8656-56358ad6c9d0', 'USD', '11000', '11000', '0', '0', '0', '0', '4', '2026-11-29 00:05:18.583318+00', '2026-11-29 00:05:18.846961+00', NULL, '2026-11-29 00:05:18.434418+00', '2026-11-29 00:05:18.846961+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d659-712a-8471-6160f75b7d91', '01a2249e-d659-712a-8471-6160f75b7d91', 'USD', '11000', '0', '0', '0', '0', '11000', '2', '2026-11-29 00:05:19.207563+00', NULL, NULL, '2026-11-29 00:05:19.065946+00', '2026-11-29 00:05:24.358256+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d76f-74f9-b778-d3fd189a3070', '01a2249e-d76f-74f9-b778-d3fd189a3070', 'USD', '11000', '0', '0', '0', '0', '0', '1', '2026-11-29 00:05:24.600724+00', NULL, NULL, '2026-11-29 00:05:19.343775+00', '2026-11-29 00:05:19.343775+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', 'USD', '11000', '0', '0', '0', '0', '0', '2', '2026-11-29 00:05:19.499947+00', NULL, NULL, '2026-11-29 00:05:19.458282+00', '2026-11-29 00:05:19.458282+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-dbcf-781e-af65-bb54d31d9519', '01a2249e-dbcf-781e-af65-bb54d31d9519', 'USD', '11000', '0', '0', '0', '0', '0', '1', '2026-11-29 00:05:20.583228+00', NULL, NULL, '2026-11-29 00:05:20.464008+00', '2026-11-29 00:05:20.464008+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e485-7aae-8124-c53f2b3c24b5', '01a2249e-e485-7aae-8124-c53f2b3c24b5', 'USD', '11000', '0', '0', '0', '0', '11000', '2', '2026-11-29 00:05:22.780179+00', NULL, NULL, '2026-11-29 00:05:22.698273+00', '2026-11-29 00:05:22.865502+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e622-7baf-9cf7-c29e3a6ddb62', '01a2249e-e622-7baf-9cf7-c29e3a6ddb62', 'USD', '11000', '0', '0', '0', '0', '11000', '2', '2026-11-29 00:05:23.166585+00', NULL, NULL, '2026-11-29 00:05:23.106945+00', '2026-11-29 00:05:23.204871+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', 'USD', '11000', '11000', '0', '0', '0', '0', '4', '2026-11-29 00:05:23.558651+00', '2026-11-29 00:05:23.947603+00', NULL, '2026-11-29 00:05:23.492597+00', '2026-11-29 00:05:23.947603+00', NULL);
INSERT INTO payment_methods (store_id, id, provider_id, name, description, active, auto_capture, session_required, "position", created_at, updated_at, settings, sealed_settings, secrets_set, metadata, storefront_visible, deleted_at) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-d45f-701e-b6ce-c7c2215a3201', 'pp_bogus_default', 'Credit Card', NULL, 'true', 'false', 'true', '0', '2026-11-29 00:03:07.487773+00', '2026-11-29 00:03:07.487773+00', '{}', NULL, '[]', '{}', 'true', NULL),
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-d465-74aa-a86d-5a7cdad8811b', 'pp_system_default', 'Check', NULL, 'true', 'false', 'false', '1', '2026-11-29 00:03:07.494044+00', '2026-11-29 00:03:07.494044+00', '{}', NULL, '[]', '{}', 'true', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'Credit Card', NULL, 'true', 'false', 'true', '0', '2026-11-29 00:03:26.197726+00', '2026-11-29 00:03:26.197726+00', '{}', NULL, '[]', '{}', 'true', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-1d96-7482-9bf0-32952fc2bcc2', 'pp_system_default', 'Check', NULL, 'true', 'false', 'false', '1', '2026-11-29 00:03:26.237343+00', '2026-11-29 00:03:26.237343+00', '{}', NULL, '[]', '{}', 'true', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8755-7b41-b402-e64d9964a5ea', 'pp_bogus_default', 'Sale', NULL, 'true', 'true', 'true', '2', '2026-11-29 00:03:53.301667+00', '2026-11-29 00:03:53.301667+00', '{}', NULL, '[]', '{}', 'true', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c42b-7f66-9811-119a4bb6b87d', 'pp_upgrade_gateway', 'Gateway', NULL, 'true', 'false', 'true', '3', '2026-11-29 00:05:14.411938+00', '2026-11-29 00:05:14.411938+00', '{}', NULL, '[]', '{}', 'true', NULL);
INSERT INTO payment_sessions (store_id, id, order_id, collection_id, payment_method_id, provider_id, customer_id, state, amount, currency, external_id, data, context, failure, expires_at, authorized_at, replaced_at, created_at, updated_at, card_id, covers_all, open_at_gateway, close_after) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7f33-7820-924c-947bcd9abc5d', '01a2249d-7e52-7989-b491-c4610d055587', '01a2249d-7e52-7989-b491-c4610d055587', '01a2249d-1d96-7482-9bf0-32952fc2bcc2', 'pp_system_default', NULL, 'authorized', '11000', 'USD', 'system_28d664387db876e4aa7bd2a7', '{}', '{}', NULL, '2026-11-30 00:03:51.223199+00', '2026-11-29 00:03:51.38711+00', NULL, '2026-11-29 00:03:51.223199+00', '2026-11-29 00:03:51.38711+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8514-72f4-8adb-ceb55b69775c', '01a2249d-83bb-746d-a65c-755c6d2b891a', '01a2249d-83bb-746d-a65c-755c6d2b891a', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '8000', 'USD', 'bogus_a4352335e865c6f59e9b86b9', '{"client_secret": "bogus_secret_2e612864fd3a024c"}', '{}', NULL, '2026-11-30 00:03:52.72543+00', '2026-11-29 00:03:52.95565+00', NULL, '2026-11-29 00:03:52.72543+00', '2026-11-29 00:03:52.95565+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8895-70cd-b2d9-ca2ac4c57a22', '01a2249d-87fe-750b-b7e4-b44fc98d7818', '01a2249d-87fe-750b-b7e4-b44fc98d7818', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'pending', '11000', 'USD', 'bogus_2fd49e08ec9d668886f20e37', '{"color": "blue", "client_secret": "bogus_secret_d64ae1c01b47342e"}', '{}', NULL, '2026-11-30 00:03:53.626021+00', NULL, NULL, '2026-11-29 00:03:53.626021+00', '2026-11-29 00:03:53.626021+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8a20-7208-a378-b8efa1f7da45', '01a2249d-88f7-769b-88b6-56df65d0801e', '01a2249d-88f7-769b-88b6-56df65d0801e', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'pending', '11000', 'USD', 'bogus_dbf5e5dda77d74970d06425f', '{"color": "blue", "client_secret": "bogus_secret_446d25a71b9d8148"}', '{}', NULL, '2026-11-30 00:03:54.01794+00', NULL, NULL, '2026-11-29 00:03:54.01794+00', '2026-11-29 00:03:54.01794+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8b24-7e01-826c-567929b6c82a', '01a2249d-8aab-7d95-a867-ce0adc93a0db', '01a2249d-8aab-7d95-a867-ce0adc93a0db', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'requires_action', '11000', 'USD', 'bogus_3def5758191e600e6c0e103b', '{"action": {"type": "confirm", "complete_with": {"action_result": "confirmed"}}, "bogus_card": "requires_action", "client_secret": "bogus_secret_291e0dbc67402442"}', '{}', NULL, '2026-11-30 00:03:54.277615+00', NULL, NULL, '2026-11-29 00:03:54.277615+00', '2026-11-29 00:03:54.502257+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8ca8-772f-9ef9-81c181717128', '01a2249d-8c53-7d91-8bc0-2be1427c9aec', '01a2249d-8c53-7d91-8bc0-2be1427c9aec', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'failed', '11000', 'USD', 'bogus_53dd59563159033e879a90a2', '{"bogus_card": "card_declined", "client_secret": "bogus_secret_824ee06b71298d48"}', '{}', '{"code": "card_declined", "message": "The card was declined"}', '2026-11-30 00:03:54.669706+00', NULL, NULL, '2026-11-29 00:03:54.669706+00', '2026-11-29 00:03:54.814398+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8e23-7c49-afd8-6991482eb485', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_6fd79933f75a63eab375a530', '{"color": "red", "client_secret": "bogus_secret_8802dcc998c3f765"}', '{}', NULL, '2026-11-30 00:03:55.044484+00', '2026-11-29 00:03:55.384093+00', NULL, '2026-11-29 00:03:55.044484+00', '2026-11-29 00:03:55.384093+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-90c0-7b72-8ee9-8bcb1120230b', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-8755-7b41-b402-e64d9964a5ea', 'pp_bogus_default', NULL, 'captured', '11000', 'USD', 'bogus_fc53fc38da0327342fffda42', '{"client_secret": "bogus_secret_bd59915e92a29c23"}', '{}', NULL, '2026-11-30 00:03:55.71486+00', '2026-11-29 00:03:55.878782+00', NULL, '2026-11-29 00:03:55.71486+00', '2026-11-29 00:03:55.878782+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-92ff-7745-b94f-20ab3f4b4f40', '01a2249d-9283-7379-a098-81d5f3c8baf6', '01a2249d-9283-7379-a098-81d5f3c8baf6', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'canceled', '11000', 'USD', 'bogus_176b204f2616c7cead8becb0', '{"first": true, "client_secret": "bogus_secret_ae8bc693dd10a5c4"}', '{}', NULL, '2026-11-30 00:03:56.288161+00', NULL, '2026-11-29 00:03:56.423871+00', '2026-11-29 00:03:56.288161+00', '2026-11-29 00:03:56.423871+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-9387-7157-9f28-a8c4377be8d9', '01a2249d-9283-7379-a098-81d5f3c8baf6', '01a2249d-9283-7379-a098-81d5f3c8baf6', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'pending', '11000', 'USD', 'bogus_87000d6c301d0563a9b73c78', '{"second": true, "client_secret": "bogus_secret_1f0813da6a44e96f"}', '{}', NULL, '2026-11-30 00:03:56.423871+00', NULL, NULL, '2026-11-29 00:03:56.423871+00', '2026-11-29 00:03:56.423871+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-94a7-75bf-8c63-6929614db4a3', '01a2249d-93e3-72aa-bca1-e598ed8dfa8f', '01a2249d-93e3-72aa-bca1-e598ed8dfa8f', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'expired', '11000', 'USD', 'bogus_4763de83ca57e66c522e638f', '{"client_secret": "bogus_secret_626470437890c9f3"}', '{}', NULL, '2026-11-28 23:03:56.754887+00', NULL, NULL, '2026-11-29 00:03:56.712515+00', '2026-11-29 00:04:53.348494+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-73ce-7eed-96df-bf1c8d47c167', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_41e896662b408366a0d4ce8b', '{"client_secret": "bogus_secret_d26b3bcafc7ff474"}', '{}', NULL, '2026-11-30 00:04:53.846957+00', '2026-11-29 00:04:54.050876+00', NULL, '2026-11-29 00:04:53.846957+00', '2026-11-29 00:04:54.050876+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-77cf-72b2-87c9-da8dd9b84b9e', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_8b75803403d52657c1572b68', '{"client_secret": "bogus_secret_c18a977403a76dbb"}', '{}', NULL, '2026-11-30 00:04:54.864131+00', '2026-11-29 00:04:55.061556+00', NULL, '2026-11-29 00:04:54.864131+00', '2026-11-29 00:04:55.061556+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7c34-7c27-8b62-404f02899cd1', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_6b20ada2a03a31f7eccd1570', '{"client_secret": "bogus_secret_f2289c108236b79c"}', '{}', NULL, '2026-11-30 00:04:55.989728+00', '2026-11-29 00:04:56.139907+00', NULL, '2026-11-29 00:04:55.989728+00', '2026-11-29 00:04:56.139907+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7ecb-7584-a1c4-ebc92b3b13b8', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_66d5af3bab3197eed23d3365', '{"client_secret": "bogus_secret_a731bae19813fb7c"}', '{}', NULL, '2026-11-30 00:04:56.653271+00', '2026-11-29 00:04:56.754756+00', NULL, '2026-11-29 00:04:56.653271+00', '2026-11-29 00:04:56.754756+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-80a4-7ac7-9db0-1c41bd43ca91', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_720981b065bc22a2f6ee12af', '{"client_secret": "bogus_secret_39dd14fa9e88251c"}', '{}', NULL, '2026-11-30 00:04:57.140613+00', '2026-11-29 00:04:57.386763+00', NULL, '2026-11-29 00:04:57.140613+00', '2026-11-29 00:04:57.386763+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8314-716d-8953-06f5e013b559', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_193dcd11c2b1b32a2e8cbe5e', '{"client_secret": "bogus_secret_9f11423d157c5b89"}', '{}', NULL, '2026-11-30 00:04:57.748821+00', '2026-11-29 00:04:57.938266+00', NULL, '2026-11-29 00:04:57.748821+00', '2026-11-29 00:04:57.938266+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-86f8-7b01-8da0-4317fe02dd17', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_d0c70e607a6d4af4a7798683', '{"bogus_card": "refund_refused", "client_secret": "bogus_secret_80aabba0c4deb55f"}', '{}', NULL, '2026-11-30 00:04:58.745707+00', '2026-11-29 00:04:58.933425+00', NULL, '2026-11-29 00:04:58.745707+00', '2026-11-29 00:04:58.933425+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8a69-70b2-b304-2f4593733c84', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_309be5e13fab776fdd2479a7', '{"client_secret": "bogus_secret_aaeed1fb08c53e59"}', '{}', NULL, '2026-11-30 00:04:59.625904+00', '2026-11-29 00:04:59.743356+00', NULL, '2026-11-29 00:04:59.625904+00', '2026-11-29 00:04:59.743356+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8c0a-7bef-bbe1-fe81f2167c63', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-8ba8-7026-8107-a87fdecda8e5', '01a2249d-1d96-7482-9bf0-32952fc2bcc2', 'pp_system_default', NULL, 'captured', '2000', 'USD', 'system_b38d9d334884691abec2339f', '{}', '{}', NULL, '2026-11-30 00:05:00.013816+00', '2026-11-29 00:05:00.0848+00', NULL, '2026-11-29 00:05:00.013816+00', '2026-11-29 00:05:00.0848+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8d51-7d4d-9f36-6c36aa6761fe', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_aa72e8155052a9ec9de3cab9', '{"client_secret": "bogus_secret_4f2097fb8b3d5ae3"}', '{}', NULL, '2026-11-30 00:05:00.369544+00', '2026-11-29 00:05:00.5337+00', NULL, '2026-11-29 00:05:00.369544+00', '2026-11-29 00:05:00.5337+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8f2f-7f97-bd0a-3d2c2d97fc85', '01a2249e-8ed8-7a21-be13-f55d5f899b73', '01a2249e-8ed8-7a21-be13-f55d5f899b73', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_a20f0dd5787abe7512dcd901', '{"client_secret": "bogus_secret_020c6ebaa1e229d2"}', '{}', NULL, '2026-11-30 00:05:00.847395+00', '2026-11-29 00:05:01.018269+00', NULL, '2026-11-29 00:05:00.847395+00', '2026-11-29 00:05:01.018269+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-907a-7818-855b-e49e993f24b4', '01a2249e-9030-759b-b19c-c88a66757a14', '01a2249e-9030-759b-b19c-c88a66757a14', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_c4dad8e8dfb3ae4ff2921d55', '{"bogus_card": "processing", "client_secret": "bogus_secret_0beb6b561c1ebd93"}', '{}', NULL, '2026-11-30 00:05:01.180946+00', '2026-11-29 00:05:13.360622+00', NULL, '2026-11-29 00:05:01.180946+00', '2026-11-29 00:05:13.360622+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-919d-79a4-93a1-94052ce64009', '01a2249e-911f-7149-b1cf-4c492fd86a2d', '01a2249e-911f-7149-b1cf-4c492fd86a2d', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_3befa89a1fd4012de9853cbb', '{"bogus_card": "answer_lost", "client_secret": "bogus_secret_f4d0629d3dcba6fe"}', '{}', NULL, '2026-11-30 00:05:01.490908+00', '2026-11-29 00:05:14.350311+00', NULL, '2026-11-29 00:05:01.490908+00', '2026-11-29 00:05:14.350311+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c47d-70c5-b6cc-2d1c7e002e98', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c42b-7f66-9811-119a4bb6b87d', 'pp_upgrade_gateway', NULL, 'authorized', '11000', 'USD', 'up_handled', '{"id": "up_handled"}', '{}', NULL, '2026-11-30 00:05:14.493997+00', '2026-11-29 00:05:15.362029+00', NULL, '2026-11-29 00:05:14.493997+00', '2026-11-29 00:05:15.362029+00', NULL, 'true', 'false', '2026-11-29 00:05:14.514902+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c4e9-7136-b05b-4522b34c337e', '01a2249e-c4b4-7c05-a257-942a2e56de69', '01a2249e-c4b4-7c05-a257-942a2e56de69', '01a2249e-c42b-7f66-9811-119a4bb6b87d', 'pp_upgrade_gateway', NULL, 'pending', '11000', 'USD', 'up_unhandled', '{"id": "up_unhandled"}', '{}', NULL, '2026-11-30 00:05:14.601449+00', NULL, NULL, '2026-11-29 00:05:14.601449+00', '2026-11-29 00:05:14.650993+00', NULL, 'true', 'true', '2026-11-29 00:05:14.650993+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c5be-7459-b612-c53670d06e1d', '01a2249e-c56a-72a2-90ee-112c7792b1a1', '01a2249e-c56a-72a2-90ee-112c7792b1a1', '01a2249e-c42b-7f66-9811-119a4bb6b87d', 'pp_upgrade_gateway', NULL, 'pending', '11000', 'USD', 'up_change', '{"id": "up_change"}', '{}', NULL, '2026-11-30 00:05:14.81532+00', NULL, NULL, '2026-11-29 00:05:14.81532+00', '2026-11-29 00:05:14.833204+00', NULL, 'true', 'true', '2026-11-29 00:05:14.833204+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c8b1-712b-853b-c27752ca82dc', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_2a4aee1554d6a5c902a1c03b', '{"client_secret": "bogus_secret_db39b98f4007716c"}', '{}', NULL, '2026-11-30 00:05:15.571463+00', '2026-11-29 00:05:15.626556+00', NULL, '2026-11-29 00:05:15.571463+00', '2026-11-29 00:05:15.626556+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-ca18-7553-8d0d-e118d6e45e25', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_454f18fbbdb3c78a4ed62b67', '{"client_secret": "bogus_secret_e4f6a3c6360c3a89"}', '{}', NULL, '2026-11-30 00:05:15.940486+00', '2026-11-29 00:05:16.087423+00', NULL, '2026-11-29 00:05:15.940486+00', '2026-11-29 00:05:16.087423+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cbfa-78d7-b7cb-9ecfe7689f14', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_2cb907c218f7abfca9de21aa', '{"client_secret": "bogus_secret_39a103cc25ed0276"}', '{}', NULL, '2026-11-30 00:05:16.411195+00', '2026-11-29 00:05:16.5194+00', NULL, '2026-11-29 00:05:16.411195+00', '2026-11-29 00:05:16.5194+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cf53-7a53-a8fa-43c6176993d5', '01a2249e-cf06-7728-9caf-24bb5a2875cf', '01a2249e-cf06-7728-9caf-24bb5a2875cf', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'processing', '11000', 'USD', 'bogus_c386d2a14afb20fe3ce561e8', '{"client_secret": "bogus_secret_4df443cd4c31eba9"}', '{}', NULL, '2026-11-30 00:05:17.26788+00', NULL, NULL, '2026-11-29 00:05:17.26788+00', '2026-11-29 00:05:24.371571+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d064-7577-b726-65db3b6a9a94', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_c13b818462895eafe4fa7d29', '{"client_secret": "bogus_secret_f0dc5b99da5ad3a2"}', '{}', NULL, '2026-11-30 00:05:17.541348+00', '2026-11-29 00:05:17.70798+00', NULL, '2026-11-29 00:05:17.541348+00', '2026-11-29 00:05:17.70798+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d255-7337-8055-eb3139e522b0', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_073420fb0b690b98ff72fdd4', '{"client_secret": "bogus_secret_de887c62aef751b4"}', '{}', NULL, '2026-11-30 00:05:18.037738+00', '2026-11-29 00:05:18.244395+00', NULL, '2026-11-29 00:05:18.037738+00', '2026-11-29 00:05:18.244395+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d494-7c04-8e87-007b98a7426e', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_ab77cf67b19cb1924d2bb515', '{"client_secret": "bogus_secret_0d287cdb47efd620"}', '{}', NULL, '2026-11-30 00:05:18.615936+00', '2026-11-29 00:05:18.803214+00', NULL, '2026-11-29 00:05:18.615936+00', '2026-11-29 00:05:18.803214+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d73b-7e8d-960c-6bdcb24c5397', '01a2249e-d659-712a-8471-6160f75b7d91', '01a2249e-d659-712a-8471-6160f75b7d91', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'processing', '11000', 'USD', 'bogus_9ba6186bfc4f65f31e95ea2d', '{"client_secret": "bogus_secret_4a8de0120e191b3c"}', '{}', NULL, '2026-11-30 00:05:19.29225+00', NULL, NULL, '2026-11-29 00:05:19.29225+00', '2026-11-29 00:05:24.358256+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d80b-75fd-8953-6cfb4d9ec33b', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', '01a2249e-c42b-7f66-9811-119a4bb6b87d', 'pp_upgrade_gateway', NULL, 'canceled', '11000', 'USD', 'up_close', '{"id": "up_close", "lose": "cancel"}', '{}', NULL, '2026-11-30 00:05:19.499947+00', NULL, '2026-11-29 00:05:19.579379+00', '2026-11-29 00:05:19.499947+00', '2026-11-29 00:05:19.579379+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d854-72c8-910c-b83f39bf7ffa', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'pending', '11000', 'USD', 'bogus_2d418284acc27d55bd3244e5', '{"client_secret": "bogus_secret_ba80b692344f3d9c"}', '{}', NULL, '2026-11-30 00:05:19.579379+00', NULL, NULL, '2026-11-29 00:05:19.579379+00', '2026-11-29 00:05:19.579379+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-dc46-7b18-ae68-0685ff2fceba', '01a2249e-dbcf-781e-af65-bb54d31d9519', '01a2249e-dbcf-781e-af65-bb54d31d9519', '01a2249e-c42b-7f66-9811-119a4bb6b87d', 'pp_upgrade_gateway', NULL, 'pending', '11000', 'USD', NULL, '{"lose": "create"}', '{}', NULL, '2026-11-30 00:05:20.583228+00', NULL, NULL, '2026-11-29 00:05:20.583228+00', '2026-11-29 00:05:20.583228+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e4db-79cd-909d-cd031be0761b', '01a2249e-e485-7aae-8124-c53f2b3c24b5', '01a2249e-e485-7aae-8124-c53f2b3c24b5', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'processing', '11000', 'USD', 'bogus_8e484ec9b749b26776f88a74', '{"bogus_card": "processing", "client_secret": "bogus_secret_f3cfb2ee5b3a6853"}', '{}', NULL, '2026-11-30 00:05:22.780179+00', NULL, NULL, '2026-11-29 00:05:22.780179+00', '2026-11-29 00:05:22.865502+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e657-7eca-b28c-1e830d87f2c9', '01a2249e-e622-7baf-9cf7-c29e3a6ddb62', '01a2249e-e622-7baf-9cf7-c29e3a6ddb62', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'processing', '11000', 'USD', 'bogus_0540db9238dd8acb135b8ee1', '{"bogus_card": "answer_lost", "client_secret": "bogus_secret_92254bbd98553999"}', '{}', NULL, '2026-11-30 00:05:23.166585+00', NULL, NULL, '2026-11-29 00:05:23.166585+00', '2026-11-29 00:05:23.204871+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e80f-796c-aa1b-980bf3767b1c', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', NULL, 'authorized', '11000', 'USD', 'bogus_4e77f39b52485f3b1f77d100', '{"client_secret": "bogus_secret_6e0183ccf97ff104"}', '{}', NULL, '2026-11-30 00:05:23.601905+00', '2026-11-29 00:05:23.793615+00', NULL, '2026-11-29 00:05:23.601905+00', '2026-11-29 00:05:23.793615+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-ea7c-727b-a8ac-13e0b432eca4', '01a2249e-cf97-7ea0-90a1-91f64867f9b0', '01a2249e-cf97-7ea0-90a1-91f64867f9b0', '01a2249e-c42b-7f66-9811-119a4bb6b87d', 'pp_upgrade_gateway', NULL, 'pending', '11000', 'USD', NULL, '{"lose": "create"}', '{}', NULL, '2026-11-30 00:05:24.371961+00', NULL, NULL, '2026-11-29 00:05:24.371961+00', '2026-11-29 00:05:24.371961+00', NULL, 'true', 'false', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-eadc-7433-9045-072f9eda1a79', '01a2249e-d76f-74f9-b778-d3fd189a3070', '01a2249e-d76f-74f9-b778-d3fd189a3070', '01a2249e-c42b-7f66-9811-119a4bb6b87d', 'pp_upgrade_gateway', NULL, 'pending', '11000', 'USD', NULL, '{"lose": "create"}', '{}', NULL, '2026-11-30 00:05:24.600724+00', NULL, NULL, '2026-11-29 00:05:24.600724+00', '2026-11-29 00:05:24.600724+00', NULL, 'true', 'false', NULL);
INSERT INTO provider_operations (store_id, id, order_id, collection_id, session_id, payment_id, provider_id, verb, operation_key, amount, currency, details, state, result, attempts, sent_at, lease_until, created_at, settled_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7fab-7a4b-b7d9-f8f8cd40c472', '01a2249d-7e52-7989-b491-c4610d055587', '01a2249d-7e52-7989-b491-c4610d055587', '01a2249d-7f33-7820-924c-947bcd9abc5d', NULL, 'pp_system_default', 'authorize', 'd60aafe7ed40d25c1a9cadaf5aacb0700a440270637faaf70fdc8a75ad31666d', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {}, "externalId": "system_28d664387db876e4aa7bd2a7"}, "methodId": "01a2249d-1d96-7482-9bf0-32952fc2bcc2", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "system_73226a88d218f14aa50f2a8c"}}', '1', '2026-11-29 00:03:51.223199+00', '2026-11-29 00:04:03.223199+00', '2026-11-29 00:03:51.223199+00', '2026-11-29 00:03:51.38711+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-85b4-7bed-9729-f947ab330c3e', '01a2249d-83bb-746d-a65c-755c6d2b891a', '01a2249d-83bb-746d-a65c-755c6d2b891a', '01a2249d-8514-72f4-8adb-ceb55b69775c', NULL, 'pp_bogus_default', 'authorize', '725b57a82864bbd8c1c090893dbe80b9aff0225ceb866282fa11dd6d6444a94e', '8000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_2e612864fd3a024c"}, "externalId": "bogus_a4352335e865c6f59e9b86b9"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_6cf99eb01c8a26900d3a1348"}}', '1', '2026-11-29 00:03:52.8383+00', '2026-11-29 00:04:04.8383+00', '2026-11-29 00:03:52.8383+00', '2026-11-29 00:03:52.95565+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8bdf-7a06-8631-2412cb8b0076', '01a2249d-8aab-7d95-a867-ce0adc93a0db', '01a2249d-8aab-7d95-a867-ce0adc93a0db', '01a2249d-8b24-7e01-826c-567929b6c82a', NULL, 'pp_bogus_default', 'authorize', '9ce5944c0d236712ff5ac052ca78d57559a9f2ab8e4ef3d514b636d618b1c131', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"bogus_card": "requires_action", "client_secret": "bogus_secret_291e0dbc67402442"}, "externalId": "bogus_3def5758191e600e6c0e103b"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"data": {"action": {"type": "confirm", "complete_with": {"action_result": "confirmed"}}}, "state": "requires_action"}}', '1', '2026-11-29 00:03:54.411581+00', '2026-11-29 00:04:06.411581+00', '2026-11-29 00:03:54.411581+00', '2026-11-29 00:03:54.502257+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8d25-79a4-b12a-64bb029b291f', '01a2249d-8c53-7d91-8bc0-2be1427c9aec', '01a2249d-8c53-7d91-8bc0-2be1427c9aec', '01a2249d-8ca8-772f-9ef9-81c181717128', NULL, 'pp_bogus_default', 'authorize', '66d14043b11cb50e9cc4a0b3964a9e654efd59e63ed21de2ba75b53cb714ca55', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"bogus_card": "card_declined", "client_secret": "bogus_secret_824ee06b71298d48"}, "externalId": "bogus_53dd59563159033e879a90a2"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'declined', '{"is": "declined", "code": "card_declined", "message": "The card was declined"}', '1', '2026-11-29 00:03:54.753515+00', '2026-11-29 00:04:06.753515+00', '2026-11-29 00:03:54.753515+00', '2026-11-29 00:03:54.814398+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-8f28-7f7b-b676-29af7a02ab1d', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '01a2249d-8d99-71f9-b83e-d4c0b7c37c04', '01a2249d-8e23-7c49-afd8-6991482eb485', NULL, 'pp_bogus_default', 'authorize', 'c062442752615bde33d9108c82077a9194cf9ef950be5d192d3c18db0910dde6', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"color": "red", "client_secret": "bogus_secret_8802dcc998c3f765"}, "externalId": "bogus_6fd79933f75a63eab375a530"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_dfb3f899ba83d5b3dc131969"}}', '1', '2026-11-29 00:03:55.274255+00', '2026-11-29 00:04:07.274255+00', '2026-11-29 00:03:55.274255+00', '2026-11-29 00:03:55.384093+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-9145-720a-84f0-16594d3018ed', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-9073-7c97-a2f2-b4c7834a0c87', '01a2249d-90c0-7b72-8ee9-8bcb1120230b', NULL, 'pp_bogus_default', 'authorize', '9bc64bde9b59cc25eae04cf140def382bff68ca70d4da5e20bb1283ef89f947a', '11000', 'USD', '{"cardId": null, "capture": "automatic", "session": {"data": {"client_secret": "bogus_secret_bd59915e92a29c23"}, "externalId": "bogus_fc53fc38da0327342fffda42"}, "methodId": "01a2249d-8755-7b41-b402-e64d9964a5ea", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "captured", "reference": "bogus_ch_a9967c1b474f219eeb66d16b"}}', '1', '2026-11-29 00:03:55.78412+00', '2026-11-29 00:04:07.78412+00', '2026-11-29 00:03:55.78412+00', '2026-11-29 00:03:55.878782+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7450-741f-82b7-5befc0ff2288', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-73ce-7eed-96df-bf1c8d47c167', NULL, 'pp_bogus_default', 'authorize', 'a20501eaefb169f46b464adda90d5d83e2646b0d71c6953779c0eedc4b8db3f3', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_d26b3bcafc7ff474"}, "externalId": "bogus_41e896662b408366a0d4ce8b"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_57e001c301dd6fc293760e1a"}}', '1', '2026-11-29 00:04:53.911854+00', '2026-11-29 00:05:05.911854+00', '2026-11-29 00:04:53.911854+00', '2026-11-29 00:04:54.050876+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7652-7968-84b2-234e49ab047c', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-7306-7526-88b4-5eaf54d80a11', '01a2249e-73ce-7eed-96df-bf1c8d47c167', '01a2249e-74cb-7aba-a705-2cfc07291d49', 'pp_bogus_default', 'capture', '78e381e3eda2642a4ed626defd857d0e1200beaa91d0073156b8a49287a23eb8', '5000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_57e001c301dd6fc293760e1a", "externalId": "bogus_ch_57e001c301dd6fc293760e1a"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_capture_02ae9cca598259c8cb910fc5"}}', '1', '2026-11-29 00:04:54.444214+00', '2026-11-29 00:05:06.444214+00', '2026-11-29 00:04:54.444214+00', '2026-11-29 00:04:54.530251+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-785f-70b9-b399-b1f885542a81', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-77cf-72b2-87c9-da8dd9b84b9e', NULL, 'pp_bogus_default', 'authorize', '2233c60b6829126d31e1d34a0d2e3e305aeb7864a9cccad32971d0246af26ef6', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_c18a977403a76dbb"}, "externalId": "bogus_8b75803403d52657c1572b68"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_627ddd639f82d2b475cee0b0"}}', '1', '2026-11-29 00:04:54.966092+00', '2026-11-29 00:05:06.966092+00', '2026-11-29 00:04:54.966092+00', '2026-11-29 00:04:55.061556+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7a69-7c06-b7e9-0e568198ccca', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-77cf-72b2-87c9-da8dd9b84b9e', '01a2249e-78af-74b9-ac0b-c39213973792', 'pp_bogus_default', 'capture', '1d6d15d230fc77440f4d6b07c39833a57ca12cb6246d370983a4863d425b0382', '11000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_627ddd639f82d2b475cee0b0", "externalId": "bogus_ch_627ddd639f82d2b475cee0b0"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_capture_cdfdc1d032458fec1de8ff6e"}}', '1', '2026-11-29 00:04:55.504197+00', '2026-11-29 00:05:07.504197+00', '2026-11-29 00:04:55.504197+00', '2026-11-29 00:04:55.564186+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7b0a-78a1-89fc-4b8018ea41b6', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-771e-72c3-976b-f076ee529f0d', '01a2249e-77cf-72b2-87c9-da8dd9b84b9e', '01a2249e-78af-74b9-ac0b-c39213973792', 'pp_bogus_default', 'refund', 'c049ff4467ab3eb7d39efb672204b80c3c2d049ddfbb96712259e9c9863021f0', '3000', 'USD', '{"note": "torn", "isByKey": true, "payment": {"reference": "bogus_ch_627ddd639f82d2b475cee0b0", "externalId": "bogus_ch_627ddd639f82d2b475cee0b0"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b", "refundReasonId": "01a2249d-1d48-784c-88b3-215114408d40"}', 'done', '{"is": "done", "value": {"reference": "bogus_refund_d530113138d4a7a6c5c357e8"}}', '1', '2026-11-29 00:04:55.670279+00', '2026-11-29 00:05:07.670279+00', '2026-11-29 00:04:55.670279+00', '2026-11-29 00:04:55.743887+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7cb5-7371-9b7c-1e57e62c558f', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7c34-7c27-8b62-404f02899cd1', NULL, 'pp_bogus_default', 'authorize', '5e9d098d5cbf148a01416186aa5a5f7d2c1fe759fa096dda88ce84e602b3ed03', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_f2289c108236b79c"}, "externalId": "bogus_6b20ada2a03a31f7eccd1570"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_5b48c920b22d2fe35e26030c"}}', '1', '2026-11-29 00:04:56.070278+00', '2026-11-29 00:05:08.070278+00', '2026-11-29 00:04:56.070278+00', '2026-11-29 00:04:56.139907+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7d38-7c85-bead-709666a9578f', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7c34-7c27-8b62-404f02899cd1', '01a2249e-7cd9-719b-b83c-6639fcdd7444', 'pp_bogus_default', 'capture', '5c22764ee868c8659a2d9d08c6025c3091913e8aadadd3ae2971893f8b88cd6b', '11000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_5b48c920b22d2fe35e26030c", "externalId": "bogus_ch_5b48c920b22d2fe35e26030c"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_capture_2a76cb4db34b56f5fb520d43"}}', '1', '2026-11-29 00:04:56.223074+00', '2026-11-29 00:05:08.223074+00', '2026-11-29 00:04:56.223074+00', '2026-11-29 00:04:56.279109+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7dba-7df2-82a7-6d584127a9bf', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7bb5-7cc3-9ed3-0c79a6f89e56', '01a2249e-7c34-7c27-8b62-404f02899cd1', '01a2249e-7cd9-719b-b83c-6639fcdd7444', 'pp_bogus_default', 'refund', 'aa9b4e01f9327b635120eed6428b8ac9d1e541726891bc8e5309c35b9de70abf', '11000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_5b48c920b22d2fe35e26030c", "externalId": "bogus_ch_5b48c920b22d2fe35e26030c"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_refund_2516008c039c7616dec06f9c"}}', '1', '2026-11-29 00:04:56.363534+00', '2026-11-29 00:05:08.363534+00', '2026-11-29 00:04:56.363534+00', '2026-11-29 00:04:56.434254+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7f19-7bec-a39d-c4f24b22d2d1', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7ecb-7584-a1c4-ebc92b3b13b8', NULL, 'pp_bogus_default', 'authorize', '1b9b56acad7b51a0efd20879e8dcd908296b3ddb7edf25fa038a8f71d6b75831', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_a731bae19813fb7c"}, "externalId": "bogus_66d5af3bab3197eed23d3365"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_4cae910734fa7a6b4913095f"}}', '1', '2026-11-29 00:04:56.699333+00', '2026-11-29 00:05:08.699333+00', '2026-11-29 00:04:56.699333+00', '2026-11-29 00:04:56.754756+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-7fc0-71f0-a624-64e8b3d3ff3e', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7e81-757a-9366-71e694b80f0f', '01a2249e-7ecb-7584-a1c4-ebc92b3b13b8', '01a2249e-7f3f-7ea9-815a-9f8890b9f7c4', 'pp_bogus_default', 'cancel', 'd82c87528e8f6f4eac30806e4159f8acff5f4881a498ad6c654d6395bd12f71c', '11000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_4cae910734fa7a6b4913095f", "externalId": "bogus_ch_4cae910734fa7a6b4913095f"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_cancel_536fe84b4cb21e9698f9f633"}}', '1', '2026-11-29 00:04:56.867673+00', '2026-11-29 00:05:08.867673+00', '2026-11-29 00:04:56.867673+00', '2026-11-29 00:04:56.925468+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8167-77d0-86cc-60e73333508f', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-80a4-7ac7-9db0-1c41bd43ca91', NULL, 'pp_bogus_default', 'authorize', '562e0e982bbaacc47578229e4447f749815f880a72c4b557a1277fdd7f812155', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_39dd14fa9e88251c"}, "externalId": "bogus_720981b065bc22a2f6ee12af"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_77c5f8eee1fa090f18cc1b66"}}', '1', '2026-11-29 00:04:57.238441+00', '2026-11-29 00:05:09.238441+00', '2026-11-29 00:04:57.238441+00', '2026-11-29 00:04:57.386763+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8245-7fc6-a546-2b564be631df', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-8023-75ce-bcfa-c905c92ab904', '01a2249e-80a4-7ac7-9db0-1c41bd43ca91', '01a2249e-81c0-7f47-b7cb-e9c60fdce127', 'pp_bogus_default', 'cancel', '54516bf450378c20b9624c5920b8e23c8a6b8ab54832e51be4601c012d54279b', '11000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_77c5f8eee1fa090f18cc1b66", "externalId": "bogus_ch_77c5f8eee1fa090f18cc1b66"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_cancel_3ba8f84a08aa1a80773067eb"}}', '1', '2026-11-29 00:04:57.53452+00', '2026-11-29 00:05:09.53452+00', '2026-11-29 00:04:57.53452+00', '2026-11-29 00:04:57.580221+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-838a-7a5e-8e1d-f43b2df9bead', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-8314-716d-8953-06f5e013b559', NULL, 'pp_bogus_default', 'authorize', '8ee3d3a4ed37f1afffd8292b142775fcdb9b31a1d1ee06edb582674ef3c7c0f3', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_9f11423d157c5b89"}, "externalId": "bogus_193dcd11c2b1b32a2e8cbe5e"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_363bcb896b6009ca2162bf1d"}}', '1', '2026-11-29 00:04:57.819271+00', '2026-11-29 00:05:09.819271+00', '2026-11-29 00:04:57.819271+00', '2026-11-29 00:04:57.938266+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-84a1-7fb6-a98f-28fdcd810a85', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-8314-716d-8953-06f5e013b559', '01a2249e-83e6-7d1c-aaed-8740e2b86314', 'pp_bogus_default', 'capture', '630864fcdfb0a253ea7b2eb7bf185781809dac397bcc7367c92a4aa14a674c7b', '5000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_363bcb896b6009ca2162bf1d", "externalId": "bogus_ch_363bcb896b6009ca2162bf1d"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_capture_eca52f5fa49a5348feb1ad71"}}', '1', '2026-11-29 00:04:58.13893+00', '2026-11-29 00:05:10.13893+00', '2026-11-29 00:04:58.13893+00', '2026-11-29 00:04:58.18271+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8570-73ee-bc5d-171748739524', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-82c0-79dc-838c-25ea900548a8', '01a2249e-8314-716d-8953-06f5e013b559', '01a2249e-83e6-7d1c-aaed-8740e2b86314', 'pp_bogus_default', 'refund', '42cc54144c5d96dfc37047b7f490897eced4e61765c8f755814cc70593bf5de2', '5000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_363bcb896b6009ca2162bf1d", "externalId": "bogus_ch_363bcb896b6009ca2162bf1d"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_refund_be05bec949aee9f9223b3c00"}}', '1', '2026-11-29 00:04:58.328395+00', '2026-11-29 00:05:10.328395+00', '2026-11-29 00:04:58.328395+00', '2026-11-29 00:04:58.371459+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8789-7106-b51e-d3b911de9cbf', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-86f8-7b01-8da0-4317fe02dd17', NULL, 'pp_bogus_default', 'authorize', '8f54bcfdcc4a98bcec10bbdde3e9751111efd9167290cf9330e4b54ce2e48d84', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"bogus_card": "refund_refused", "client_secret": "bogus_secret_80aabba0c4deb55f"}, "externalId": "bogus_d0c70e607a6d4af4a7798683"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_707677c26324ac3475901c1c"}}', '1', '2026-11-29 00:04:58.840614+00', '2026-11-29 00:05:10.840614+00', '2026-11-29 00:04:58.840614+00', '2026-11-29 00:04:58.933425+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-885e-77fe-97cc-7f96ce2d1184', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-86f8-7b01-8da0-4317fe02dd17', '01a2249e-87d2-7afa-8f31-aed796fca529', 'pp_bogus_default', 'capture', '900f8d58f99c5aa2672673048d2c32633818d5a492e945135161b973126549d4', '2000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_707677c26324ac3475901c1c", "externalId": "bogus_ch_707677c26324ac3475901c1c"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_capture_66f4e032331e74a6072baf9a"}}', '1', '2026-11-29 00:04:59.093981+00', '2026-11-29 00:05:11.093981+00', '2026-11-29 00:04:59.093981+00', '2026-11-29 00:04:59.135747+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-893a-7c6d-b741-769502106445', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-85f3-7b2d-9fe6-5ad7bfb7d37c', '01a2249e-86f8-7b01-8da0-4317fe02dd17', '01a2249e-87d2-7afa-8f31-aed796fca529', 'pp_bogus_default', 'refund', '7c0e57081e0d9070e3f44857042a30995662715464c82c42c740c2cb3c7d2509', '2000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_707677c26324ac3475901c1c", "externalId": "bogus_ch_707677c26324ac3475901c1c"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'declined', '{"is": "declined", "code": "not_refundable", "message": "The card takes no refunds"}', '1', '2026-11-29 00:04:59.299491+00', '2026-11-29 00:05:11.299491+00', '2026-11-29 00:04:59.299491+00', '2026-11-29 00:04:59.410922+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8ac2-79cd-9c71-19269f6ff14c', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-8a69-70b2-b304-2f4593733c84', NULL, 'pp_bogus_default', 'authorize', '79d1b2da8bc980f3b6e2f6a491ced6e24110f53eacacc54e8118214d348e5d30', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_aaeed1fb08c53e59"}, "externalId": "bogus_309be5e13fab776fdd2479a7"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_3573f003bc4c1a46aa665da1"}}', '1', '2026-11-29 00:04:59.682692+00', '2026-11-29 00:05:11.682692+00', '2026-11-29 00:04:59.682692+00', '2026-11-29 00:04:59.743356+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8c2e-7927-97ab-3c4008526c6d', '01a2249e-89f9-7968-8638-b7cfd00fd60b', '01a2249e-8ba8-7026-8107-a87fdecda8e5', '01a2249e-8c0a-7bef-bbe1-fe81f2167c63', NULL, 'pp_system_default', 'authorize', 'a28b16622b878b43787051078ffd42988eea9d36f6651816e038edea8f984b48', '2000', 'USD', '{"cardId": null, "capture": "automatic", "isByKey": true, "session": {"data": {}, "externalId": "system_b38d9d334884691abec2339f"}, "methodId": "01a2249d-1d96-7482-9bf0-32952fc2bcc2", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "captured", "reference": "system_32c3c8c3fdab2be3770a7921"}}', '1', '2026-11-29 00:05:00.013816+00', '2026-11-29 00:05:12.013816+00', '2026-11-29 00:05:00.013816+00', '2026-11-29 00:05:00.0848+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8dc3-7c71-b174-490e545ee48e', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', '01a2249e-8cba-7ac9-9f36-8b51e62d0151', '01a2249e-8d51-7d4d-9f36-6c36aa6761fe', NULL, 'pp_bogus_default', 'authorize', '9f6e90aef1df1ed1afb9c19a643bda8a965a1774675f7aecd9e3f26a3b869a4d', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_4f2097fb8b3d5ae3"}, "externalId": "bogus_aa72e8155052a9ec9de3cab9"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_c325998f60debe55d93e6861"}}', '1', '2026-11-29 00:05:00.450262+00', '2026-11-29 00:05:12.450262+00', '2026-11-29 00:05:00.450262+00', '2026-11-29 00:05:00.5337+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-8f92-723a-9b4a-d74ceb45ccfd', '01a2249e-8ed8-7a21-be13-f55d5f899b73', '01a2249e-8ed8-7a21-be13-f55d5f899b73', '01a2249e-8f2f-7f97-bd0a-3d2c2d97fc85', NULL, 'pp_bogus_default', 'authorize', '78cc180bb23eb531d6e3b6b40a03791701db91a3cbae1ca930db9bd0d20101c9', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_020c6ebaa1e229d2"}, "externalId": "bogus_a20f0dd5787abe7512dcd901"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_0beb316ae31dfa4d146561e3"}}', '1', '2026-11-29 00:05:00.894271+00', '2026-11-29 00:05:12.894271+00', '2026-11-29 00:05:00.894271+00', '2026-11-29 00:05:01.018269+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-90be-70fb-a1b2-809b39c6a3a1', '01a2249e-9030-759b-b19c-c88a66757a14', '01a2249e-9030-759b-b19c-c88a66757a14', '01a2249e-907a-7818-855b-e49e993f24b4', NULL, 'pp_bogus_default', 'authorize', '0286705f35e36fd0a95e86b3b302f3bd07edb211f7af38bc6ebd5036cd7a606e', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"bogus_card": "processing", "client_secret": "bogus_secret_0beb6b561c1ebd93"}, "externalId": "bogus_c4dad8e8dfb3ae4ff2921d55"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_9b2ce75cf014a46a34d5d9fd"}}', '1', '2026-11-29 00:05:01.214179+00', '2026-11-29 00:05:25.341034+00', '2026-11-29 00:05:01.214179+00', '2026-11-29 00:05:13.360622+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-9208-782e-8351-0e197c5be654', '01a2249e-911f-7149-b1cf-4c492fd86a2d', '01a2249e-911f-7149-b1cf-4c492fd86a2d', '01a2249e-919d-79a4-93a1-94052ce64009', NULL, 'pp_bogus_default', 'authorize', 'b9e2b20bd1a44ba31a267e3723174e924f28871e78ae0dc92053b0245ccf698c', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"bogus_card": "answer_lost", "client_secret": "bogus_secret_f4d0629d3dcba6fe"}, "externalId": "bogus_3befa89a1fd4012de9853cbb"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_859724e84aadffb6a3ce09cb"}}', '1', '2026-11-29 00:05:01.546244+00', '2026-11-29 00:05:26.342607+00', '2026-11-29 00:05:01.546244+00', '2026-11-29 00:05:14.350311+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c48b-7ab8-9ca2-7a2ae3343140', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c47d-70c5-b6cc-2d1c7e002e98', NULL, 'pp_upgrade_gateway', 'create_session', '9e30026cb89fbd19807b8abf7fec5d2b549a35df27b5a28ed69a689777a4381b', '11000', 'USD', '{"data": {"id": "up_handled"}, "capture": "manual", "methodId": "01a2249e-c42b-7f66-9811-119a4bb6b87d", "customerId": null}', 'done', '{"is": "done", "value": {"data": {"id": "up_handled"}, "externalId": "up_handled"}}', '1', '2026-11-29 00:05:14.493997+00', '2026-11-29 00:05:26.493997+00', '2026-11-29 00:05:14.493997+00', '2026-11-29 00:05:14.514902+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c50a-7f5d-87d7-eef001c0d59f', '01a2249e-c4b4-7c05-a257-942a2e56de69', '01a2249e-c4b4-7c05-a257-942a2e56de69', '01a2249e-c4e9-7136-b05b-4522b34c337e', NULL, 'pp_upgrade_gateway', 'create_session', '8ac31b5d91daed3c66f113956f68234701717a215888624db7502c5c1f070de8', '11000', 'USD', '{"data": {"id": "up_unhandled"}, "capture": "manual", "methodId": "01a2249e-c42b-7f66-9811-119a4bb6b87d", "customerId": null}', 'done', '{"is": "done", "value": {"data": {"id": "up_unhandled"}, "externalId": "up_unhandled"}}', '1', '2026-11-29 00:05:14.601449+00', '2026-11-29 00:05:26.601449+00', '2026-11-29 00:05:14.601449+00', '2026-11-29 00:05:14.650993+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c5ce-7d61-8eb0-766fd0d514bd', '01a2249e-c56a-72a2-90ee-112c7792b1a1', '01a2249e-c56a-72a2-90ee-112c7792b1a1', '01a2249e-c5be-7459-b612-c53670d06e1d', NULL, 'pp_upgrade_gateway', 'create_session', 'fa3307e14bd02863ad0d63f1aa14838255059878f79bed34a68262abdb50beb9', '11000', 'USD', '{"data": {"id": "up_change"}, "capture": "manual", "methodId": "01a2249e-c42b-7f66-9811-119a4bb6b87d", "customerId": null}', 'done', '{"is": "done", "value": {"data": {"id": "up_change"}, "externalId": "up_change"}}', '1', '2026-11-29 00:05:14.81532+00', '2026-11-29 00:05:26.81532+00', '2026-11-29 00:05:14.81532+00', '2026-11-29 00:05:14.833204+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c83f-76c6-9a4a-26624fef6fea', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c454-7a0c-b3a1-dd2742e73115', '01a2249e-c47d-70c5-b6cc-2d1c7e002e98', NULL, 'pp_upgrade_gateway', 'authorize', '0f45974f785d1840648778107317f67e41fabd51389e037a92bc9e5ce956599f', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"id": "up_handled"}, "externalId": "up_handled"}, "methodId": "01a2249e-c42b-7f66-9811-119a4bb6b87d", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "ch_up_handled"}}', '1', '2026-11-29 00:05:15.362029+00', '2026-11-29 00:05:27.362029+00', '2026-11-29 00:05:15.362029+00', '2026-11-29 00:05:15.362029+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-c8db-712c-8dfc-09a28f503acd', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249e-c8b1-712b-853b-c27752ca82dc', NULL, 'pp_bogus_default', 'authorize', 'e500b81fc909b4193ac74ac4292f217dbf93aed1b0028c77b4d9f6484f7d8417', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_db39b98f4007716c"}, "externalId": "bogus_2a4aee1554d6a5c902a1c03b"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_ec6fed3c73a2a0be55265e8f"}}', '1', '2026-11-29 00:05:15.603798+00', '2026-11-29 00:05:27.603798+00', '2026-11-29 00:05:15.603798+00', '2026-11-29 00:05:15.626556+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-ca8b-7920-9c3b-978a13468fc9', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-ca18-7553-8d0d-e118d6e45e25', NULL, 'pp_bogus_default', 'authorize', 'ed08abca647c90b4db82eadd0232d55729ae4b27d63d0d8c767b1125848b88cf', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_e4f6a3c6360c3a89"}, "externalId": "bogus_454f18fbbdb3c78a4ed62b67"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_8a011b4b784fc768cf6ec4a3"}}', '1', '2026-11-29 00:05:16.008883+00', '2026-11-29 00:05:28.008883+00', '2026-11-29 00:05:16.008883+00', '2026-11-29 00:05:16.087423+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cc53-7b2e-ad7b-ef209239037f', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249e-cbfa-78d7-b7cb-9ecfe7689f14', NULL, 'pp_bogus_default', 'authorize', 'c0ff258bc041da69249e546b6a834479ad77c358751cf0fdc39e37525f55fd48', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_39a103cc25ed0276"}, "externalId": "bogus_2cb907c218f7abfca9de21aa"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_f5c12483491f097bc72311f4"}}', '1', '2026-11-29 00:05:16.474283+00', '2026-11-29 00:05:28.474283+00', '2026-11-29 00:05:16.474283+00', '2026-11-29 00:05:16.5194+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-cd4d-7580-bf18-582451481a39', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-ca18-7553-8d0d-e118d6e45e25', '01a2249e-cace-75ed-a206-d954c809d759', 'pp_bogus_default', 'capture', '6c838015568187cebb12deb493290daa1efe7a87bcf39d7c4606b4c31f669ab2', '11000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_8a011b4b784fc768cf6ec4a3", "externalId": "bogus_ch_8a011b4b784fc768cf6ec4a3"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_capture_396846a718ab098394bc6cd5"}}', '1', '2026-11-29 00:05:16.718437+00', '2026-11-29 00:05:28.718437+00', '2026-11-29 00:05:16.718437+00', '2026-11-29 00:05:16.806425+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d0ef-7977-8e22-40d628363b62', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249e-d064-7577-b726-65db3b6a9a94', NULL, 'pp_bogus_default', 'authorize', '1fb8a460b8acb102e4fa201c92cd9e9c1f739f0c8eb3b53e0c75c49aca29587c', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_f0dc5b99da5ad3a2"}, "externalId": "bogus_c13b818462895eafe4fa7d29"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_9c0a76451c493186c86075bd"}}', '1', '2026-11-29 00:05:17.650285+00', '2026-11-29 00:05:29.650285+00', '2026-11-29 00:05:17.650285+00', '2026-11-29 00:05:17.70798+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d30c-7ab1-a13b-624c47023772', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d255-7337-8055-eb3139e522b0', NULL, 'pp_bogus_default', 'authorize', '7b46ad5d1915c973a613cdc37d3a9dfaec25206d67d7ce2766f7fed933485992', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_de887c62aef751b4"}, "externalId": "bogus_073420fb0b690b98ff72fdd4"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_9a786589dbfaf64b8bec72d4"}}', '1', '2026-11-29 00:05:18.16586+00', '2026-11-29 00:05:30.16586+00', '2026-11-29 00:05:18.16586+00', '2026-11-29 00:05:18.244395+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d53d-797d-a80c-b68e4ec26388', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249e-d494-7c04-8e87-007b98a7426e', NULL, 'pp_bogus_default', 'authorize', 'c4a6631539a5b2ae94cbf7d8b511ddae7c76473b0f7274b6f4240bdb820b237e', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_0d287cdb47efd620"}, "externalId": "bogus_ab77cf67b19cb1924d2bb515"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_f1446b477251138e3756e607"}}', '1', '2026-11-29 00:05:18.756708+00', '2026-11-29 00:05:30.756708+00', '2026-11-29 00:05:18.756708+00', '2026-11-29 00:05:18.803214+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d5e2-76d0-95fa-f75f0537cfde', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d255-7337-8055-eb3139e522b0', '01a2249e-d32f-77ae-9c89-9e3a92d18235', 'pp_bogus_default', 'capture', '849be8cb1d645a73a20a2afbe39c4e231dc29966135a66c77fb6db2273916a7f', '11000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_9a786589dbfaf64b8bec72d4", "externalId": "bogus_ch_9a786589dbfaf64b8bec72d4"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'done', '{"is": "done", "value": {"reference": "bogus_capture_5b79e70ce6a9ebca310a348c"}}', '1', '2026-11-29 00:05:18.926996+00', '2026-11-29 00:05:30.926996+00', '2026-11-29 00:05:18.926996+00', '2026-11-29 00:05:18.978975+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-d827-71a2-bb3c-8eedb7b0831e', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', '01a2249e-d80b-75fd-8953-6cfb4d9ec33b', NULL, 'pp_upgrade_gateway', 'create_session', '0731f7a8aa13d82de66922030a847edaeb2e99fa1373859bf4c3f919f7633291', '11000', 'USD', '{"data": {"id": "up_close", "lose": "cancel"}, "capture": "manual", "methodId": "01a2249e-c42b-7f66-9811-119a4bb6b87d", "customerId": null}', 'done', '{"is": "done", "value": {"data": {"id": "up_close", "lose": "cancel"}, "externalId": "up_close"}}', '1', '2026-11-29 00:05:19.499947+00', '2026-11-29 00:05:31.499947+00', '2026-11-29 00:05:19.499947+00', '2026-11-29 00:05:19.530832+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-db53-7c0c-bdc4-84eef280fa80', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', '01a2249e-d7de-7ea7-ae2a-2b9654ac8037', '01a2249e-d80b-75fd-8953-6cfb4d9ec33b', NULL, 'pp_upgrade_gateway', 'cancel_session', '5872186c1ae90b3cafc741584ff4452b79826e22595f6f3377db1043c3a4b42d', '11000', 'USD', '{"session": {"data": {"id": "up_close", "lose": "cancel"}, "externalId": "up_close"}, "methodId": "01a2249e-c42b-7f66-9811-119a4bb6b87d"}', 'requested', NULL, '1', '2026-11-29 00:05:20.327278+00', '2026-11-29 00:05:32.327278+00', '2026-11-29 00:05:20.327278+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-dcbe-7b6c-8df2-101efae970b5', '01a2249e-dbcf-781e-af65-bb54d31d9519', '01a2249e-dbcf-781e-af65-bb54d31d9519', '01a2249e-dc46-7b18-ae68-0685ff2fceba', NULL, 'pp_upgrade_gateway', 'create_session', 'e17eda6bf109cf621b89fc17ddc63b666cb1fc1b5e49ddfdc440fd3ea47b6be6', '11000', 'USD', '{"data": {"lose": "create"}, "capture": "manual", "methodId": "01a2249e-c42b-7f66-9811-119a4bb6b87d", "customerId": null}', 'requested', NULL, '1', '2026-11-29 00:05:20.583228+00', '2026-11-29 00:05:32.583228+00', '2026-11-29 00:05:20.583228+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e453-73dc-a9c5-98dedbf679e3', '01a2249e-c56a-72a2-90ee-112c7792b1a1', '01a2249e-c56a-72a2-90ee-112c7792b1a1', '01a2249e-c5be-7459-b612-c53670d06e1d', NULL, 'pp_upgrade_gateway', 'update_session', 'bcf4ac9af30a75e8bde58cc6022ef38eebd697ca31800c73b5e492cf6c52c424', '11000', 'USD', '{"data": {"lose": "update"}, "session": {"data": {"id": "up_change"}, "externalId": "up_change"}, "methodId": "01a2249e-c42b-7f66-9811-119a4bb6b87d", "coversAll": true, "customerId": null}', 'requested', NULL, '1', '2026-11-29 00:05:22.576004+00', '2026-11-29 00:05:34.576004+00', '2026-11-29 00:05:22.576004+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e573-713b-8cec-f683e6b52afe', '01a2249e-e485-7aae-8124-c53f2b3c24b5', '01a2249e-e485-7aae-8124-c53f2b3c24b5', '01a2249e-e4db-79cd-909d-cd031be0761b', NULL, 'pp_bogus_default', 'authorize', 'a32afc7fc88021973f71a59d214c6b082719e8194c419c5899a5f27b89549a71', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"bogus_card": "processing", "client_secret": "bogus_secret_f3cfb2ee5b3a6853"}, "externalId": "bogus_8e484ec9b749b26776f88a74"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'requested', NULL, '1', '2026-11-29 00:05:22.865502+00', '2026-11-29 00:05:34.865502+00', '2026-11-29 00:05:22.865502+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e6ba-7813-b599-d27d8336383d', '01a2249e-e622-7baf-9cf7-c29e3a6ddb62', '01a2249e-e622-7baf-9cf7-c29e3a6ddb62', '01a2249e-e657-7eca-b28c-1e830d87f2c9', NULL, 'pp_bogus_default', 'authorize', '7d620ed48874989bdb7fcfa2f542d9a454bcfefc9a87d6dbfa4a8f628b714491', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"bogus_card": "answer_lost", "client_secret": "bogus_secret_92254bbd98553999"}, "externalId": "bogus_0540db9238dd8acb135b8ee1"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'requested', NULL, '1', '2026-11-29 00:05:23.204871+00', '2026-11-29 00:05:35.204871+00', '2026-11-29 00:05:23.204871+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e88a-7ab1-a08a-6e3572e757d7', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', '01a2249e-e7a4-71c3-aa8d-a057d95d2dcc', '01a2249e-e80f-796c-aa1b-980bf3767b1c', NULL, 'pp_bogus_default', 'authorize', '84ce9d7dbc3746b07e9e601ab3dcc582705c999f075a1677db394697ce3c3823', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_6e0183ccf97ff104"}, "externalId": "bogus_4e77f39b52485f3b1f77d100"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'done', '{"is": "done", "value": {"state": "authorized", "reference": "bogus_ch_36a51f9f0f8293a6fd45618d"}}', '1', '2026-11-29 00:05:23.684391+00', '2026-11-29 00:05:35.684391+00', '2026-11-29 00:05:23.684391+00', '2026-11-29 00:05:23.793615+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-eb0f-7b49-af85-2695405de55e', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249e-c81c-75c8-8b1c-7a5b86f8b54c', '01a2249e-c8b1-712b-853b-c27752ca82dc', '01a2249e-c8ec-7d14-aff0-a40062f1044d', 'pp_bogus_default', 'capture', 'db93cf12785e0b1eae1c03ec2b522355e2f3c0fc9fb7c9ee5b4312d972608843', '2500', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_ec6fed3c73a2a0be55265e8f", "externalId": "bogus_ch_ec6fed3c73a2a0be55265e8f"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'requested', NULL, '1', '2026-11-29 00:05:24.156502+00', '2026-11-29 00:09:25.515821+00', '2026-11-29 00:05:24.156502+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-eb10-73fa-b6ce-bdf6fd6e11e8', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249e-d3e0-707f-8656-56358ad6c9d0', '01a2249e-d494-7c04-8e87-007b98a7426e', '01a2249e-d562-7f4e-abc7-0c756e5852f9', 'pp_bogus_default', 'cancel', '6d63028c257d7e281764409ea01b400d90f24a79ea42a2d1d498921e3beb49f1', '11000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_f1446b477251138e3756e607", "externalId": "bogus_ch_f1446b477251138e3756e607"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'requested', NULL, '1', '2026-11-29 00:05:24.206229+00', '2026-11-29 00:05:36.206229+00', '2026-11-29 00:05:24.206229+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-eb3d-7ee4-bb0d-d1b368199c07', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249e-cb82-73be-9f8c-ed89531e7f1e', '01a2249e-cbfa-78d7-b7cb-9ecfe7689f14', '01a2249e-cc7b-7ead-aae5-921009c1815f', 'pp_bogus_default', 'cancel', '8652a7be316af69e2905da526d7dcf6aa8b85812a78b318104781adb31f21736', '11000', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_f5c12483491f097bc72311f4", "externalId": "bogus_ch_f5c12483491f097bc72311f4"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'requested', NULL, '1', '2026-11-29 00:05:24.355376+00', '2026-11-29 00:09:25.515821+00', '2026-11-29 00:05:24.355376+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-eb83-7340-8448-55ede7485159', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-c96a-7c7e-bc4f-dd1cd53e0e0c', '01a2249e-ca18-7553-8d0d-e118d6e45e25', '01a2249e-cace-75ed-a206-d954c809d759', 'pp_bogus_default', 'refund', '2a71b6b9a36c5790802abd6e1579a63d012d10bd9ede6d7696ede069edfff21b', '2500', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_8a011b4b784fc768cf6ec4a3", "externalId": "bogus_ch_8a011b4b784fc768cf6ec4a3"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'requested', NULL, '1', '2026-11-29 00:05:24.305983+00', '2026-11-29 00:09:25.515821+00', '2026-11-29 00:05:24.305983+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-ec1d-752d-8b0b-4ad80a038366', '01a2249e-cf97-7ea0-90a1-91f64867f9b0', '01a2249e-cf97-7ea0-90a1-91f64867f9b0', '01a2249e-ea7c-727b-a8ac-13e0b432eca4', NULL, 'pp_upgrade_gateway', 'create_session', '7ee861efd8b7ecd3ee65d73f181d8c194da826428194ba34cd8313bde89f6ca9', '11000', 'USD', '{"data": {"lose": "create"}, "capture": "manual", "methodId": "01a2249e-c42b-7f66-9811-119a4bb6b87d", "customerId": null}', 'requested', NULL, '1', '2026-11-29 00:05:24.371961+00', '2026-11-29 00:09:25.515821+00', '2026-11-29 00:05:24.371961+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-ecea-7a01-8524-b48ad95a0e78', '01a2249e-cf06-7728-9caf-24bb5a2875cf', '01a2249e-cf06-7728-9caf-24bb5a2875cf', '01a2249e-cf53-7a53-a8fa-43c6176993d5', NULL, 'pp_bogus_default', 'authorize', 'da80eeb9c366f5c7cdc497b59a26ec48025ecf50a2d0af26ad2f7ef6187f2b4c', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_4df443cd4c31eba9"}, "externalId": "bogus_c386d2a14afb20fe3ce561e8"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'requested', NULL, '1', '2026-11-29 00:05:24.371571+00', '2026-11-29 00:09:25.515821+00', '2026-11-29 00:05:24.371571+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-ecf3-7357-947f-c0d90ab2a7c6', '01a2249e-d659-712a-8471-6160f75b7d91', '01a2249e-d659-712a-8471-6160f75b7d91', '01a2249e-d73b-7e8d-960c-6bdcb24c5397', NULL, 'pp_bogus_default', 'authorize', 'a085fdb34da527b61fb8e293b6e71919aad856f74f34f13515331fa60a5e1583', '11000', 'USD', '{"cardId": null, "capture": "manual", "session": {"data": {"client_secret": "bogus_secret_4a8de0120e191b3c"}, "externalId": "bogus_9ba6186bfc4f65f31e95ea2d"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "customerId": null, "shopperData": false}', 'requested', NULL, '1', '2026-11-29 00:05:24.358256+00', '2026-11-29 00:05:36.358256+00', '2026-11-29 00:05:24.358256+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-ecff-7984-aa22-cbf8e4d60ccb', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d1d1-7cc2-a173-d688ec199487', '01a2249e-d255-7337-8055-eb3139e522b0', '01a2249e-d32f-77ae-9c89-9e3a92d18235', 'pp_bogus_default', 'refund', '062d784ff329214813d56b43f46bed3c2bf2aeb3f6394c277918862595893ca6', '2500', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_9a786589dbfaf64b8bec72d4", "externalId": "bogus_ch_9a786589dbfaf64b8bec72d4"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'requested', NULL, '1', '2026-11-29 00:05:24.72063+00', '2026-11-29 00:05:36.72063+00', '2026-11-29 00:05:24.72063+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-ed47-7499-9df8-2272326f77a2', '01a2249e-d76f-74f9-b778-d3fd189a3070', '01a2249e-d76f-74f9-b778-d3fd189a3070', '01a2249e-eadc-7433-9045-072f9eda1a79', NULL, 'pp_upgrade_gateway', 'create_session', 'bbe40a24f1ca1622c155ad865e82ce490f49a745df878adc3a517079cbb8f139', '11000', 'USD', '{"data": {"lose": "create"}, "capture": "manual", "methodId": "01a2249e-c42b-7f66-9811-119a4bb6b87d", "customerId": null}', 'requested', NULL, '1', '2026-11-29 00:05:24.600724+00', '2026-11-29 00:05:36.600724+00', '2026-11-29 00:05:24.600724+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-ed63-7535-a940-b3ce8a2fe037', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249e-cfe8-7199-b667-ff6cf5282c53', '01a2249e-d064-7577-b726-65db3b6a9a94', '01a2249e-d11a-74f5-a1a5-c9b3d1bd5b9d', 'pp_bogus_default', 'capture', 'b238fa89e5456c48abe10b4f4c49e9e4854761304e7076617186c8aa7031a2ab', '2500', 'USD', '{"isByKey": true, "payment": {"reference": "bogus_ch_9c0a76451c493186c86075bd", "externalId": "bogus_ch_9c0a76451c493186c86075bd"}, "methodId": "01a2249d-1d75-7f9d-a1ee-8d5b4124b593", "createdBy": "01a2249d-24c2-75d3-a30a-1b5b8057818b"}', 'requested', NULL, '1', '2026-11-29 00:05:24.760899+00', '2026-11-29 00:05:36.760899+00', '2026-11-29 00:05:24.760899+00', NULL);
INSERT INTO refresh_tokens (store_id, id, customer_id, family, token_hash, expires_at, used_at, revoked_at, created_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-313e-761a-bc32-e9b905dc604a', '01a2249d-2820-7422-9d74-64fb917c42ca', '01a2249d-312c-79cb-af33-984015c7616d', '\x937cd6ab48a7cd07eaeea0de97168461f6e1c55c5d4dc80dd992569ea8b530d1', '2026-12-29 00:03:31.210284+00', NULL, NULL, '2026-11-29 00:03:31.210284+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-3dd9-723d-9aae-a3000bd14b79', '01a2249d-3231-7ec2-9dec-cfa6a7f2d664', '01a2249d-3dcd-7690-aeb1-30ab43c6fba9', '\x5cbb1d051af14d294dc21e9a7927ff901851d67896b46f850c640f8a8eb1f5d0', '2026-12-29 00:03:34.433691+00', NULL, '2026-11-29 00:03:38.349187+00', '2026-11-29 00:03:34.433691+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-55be-7300-9fcc-14baf63ce653', '01a2249d-3231-7ec2-9dec-cfa6a7f2d664', '01a2249d-55b6-7d88-b613-278837800ca3', '\x70329de939569ba05582d7782bdf99a6e63907fe24580d752005882fd5835ccb', '2026-12-29 00:03:40.582895+00', NULL, NULL, '2026-11-29 00:03:40.582895+00');
INSERT INTO refund_reasons (store_id, id, label, code, description, created_at, updated_at, deleted_at) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-d42f-734c-ae2f-1ed8503d048c', 'Damaged', 'damaged', 'The goods arrived damaged', '2026-11-29 00:03:07.428909+00', '2026-11-29 00:03:07.428909+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-1d48-784c-88b3-215114408d40', 'Damaged', 'damaged', 'The goods arrived damaged', '2026-11-29 00:03:26.140531+00', '2026-11-29 00:03:26.140531+00', NULL);
INSERT INTO regions (store_id, id, name, currency, created_at, updated_at) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-c928-7616-8141-f320d83e7beb', 'United States', 'USD', '2026-11-29 00:03:04.616468+00', '2026-11-29 00:03:04.616468+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-0f9c-789c-a0c8-6bf29d624a0a', 'United States', 'USD', '2026-11-29 00:03:22.8861+00', '2026-11-29 00:03:22.8861+00');
INSERT INTO registrations (store_id, id, actor, email, password_hash, expires_at, created_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-70ff-798e-bc02-e15ae19f9f6f', 'customer', 'new@example.com', 'scrypt$32768$8$3$VnBfA4J4J4eaIzxsegP3IQ==$kOzibqXXEPCx7adnheBKg+zwgezdrqJvVJroi8FrXcQ=', '2026-11-30 00:03:47.578281+00', '2026-11-29 00:03:47.578281+00');
INSERT INTO saved_cards (store_id, id, customer_id, payment_method_id, provider_id, profile_id, brand, last4, month, year, name, is_default, deleted_at, created_at, updated_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7dac-76ea-b889-1508534a05db', '01a2249d-2820-7422-9d74-64fb917c42ca', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'BGS-4cdb47d2076ad8588dcb6167', 'visa', '4242', '12', '2027', 'Bogus Card', 'true', NULL, '2026-11-29 00:03:50.812169+00', '2026-11-29 00:03:50.812169+00');
INSERT INTO setup_sessions (store_id, id, customer_id, payment_method_id, provider_id, state, external_id, client_secret, data, failure, card_id, expires_at, created_at, updated_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7d6a-7a7d-b138-c6f9d6ff9d4e', '01a2249d-2820-7422-9d74-64fb917c42ca', '01a2249d-1d75-7f9d-a1ee-8d5b4124b593', 'pp_bogus_default', 'completed', 'bogus_seti_d10b910150b85f14c0aea329', 'bogus_seti_secret_dfb498b3021c109f', '{}', NULL, '01a2249d-7dac-76ea-b889-1508534a05db', '2026-11-30 00:03:50.769985+00', '2026-11-29 00:03:50.769985+00', '2026-11-29 00:03:50.812169+00');
INSERT INTO store_credits (store_id, id, customer_id, currency, amount, used, held, memo, created_by, created_at, updated_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-7d0b-7072-ac91-0a320b0d07b1', '01a2249d-2820-7422-9d74-64fb917c42ca', 'USD', '2000', '0', '0', '', '01a2249d-24c2-75d3-a30a-1b5b8057818b', '2026-11-29 00:03:50.667259+00', '2026-11-29 00:03:50.667259+00');
INSERT INTO variants (store_id, id, sku, name, active, created_at, updated_at, deleted_at) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-da45-7a9d-ae37-d569ba8fc0e8', 'TEE-M', 'Tandem T-shirt', 'true', '2026-11-29 00:03:08.997528+00', '2026-11-29 00:03:08.997528+00', NULL),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-245b-7a20-82af-26445ecc0887', 'TEE-M', 'Tandem T-shirt', 'true', '2026-11-29 00:03:27.96434+00', '2026-11-29 00:03:27.96434+00', NULL);
INSERT INTO variant_prices (store_id, variant_id, currency, amount) VALUES
('01a2249c-c91e-7b62-aa02-e4c5e761957e', '01a2249c-da45-7a9d-ae37-d569ba8fc0e8', 'USD', '5500'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249d-245b-7a20-82af-26445ecc0887', 'USD', '5500');
INSERT INTO webhook_endpoints (store_id, id, url, events, scheme, description, active, disabled_reason, sealed_secrets, created_at, updated_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e70b-754c-91fc-b2b7a8fef1e2', 'http://127.0.0.1:1/hook', '["*"]', 'standard', NULL, 'true', NULL, '\x0151ba3f8e4e45d7a060bd0f65da0ef583360b5e84438976b512d536c082e8d41061239a7055a5647fb557ead95b0d96043c4125e89d3c6f214c860d71f8afd9a64fc213b3278d5a1f0046dbbd8095f6201922c8e0e596044bc756388d', '2026-11-29 00:05:23.340629+00', '2026-11-29 00:05:23.340629+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e741-775a-878c-8274419bc25c', 'http://127.0.0.1:1/hook', '["*"]', 'spree', NULL, 'true', NULL, '\x01907107f7893ee97cf009e7cc933ad809c4ebdf5634fb4aba772d11b198bdb755ed3f452b11da5af28053147306658192293616dc2a44015448f75860517290d342eb3b9240080bd4fa682fc1f420665c75c76b00459a47f046f26264', '2026-11-29 00:05:23.393747+00', '2026-11-29 00:05:23.393747+00');
INSERT INTO webhook_deliveries (store_id, id, endpoint_id, event_id, redelivery_of, state, attempts, response_status, response_body, error, last_attempt_at, next_attempt_at, created_at) VALUES
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e922-73ef-9a22-ad93a08211eb', '01a2249e-e70b-754c-91fc-b2b7a8fef1e2', '01a2249e-e91e-72f8-ac88-763193e9eee6', NULL, 'pending', '1', NULL, NULL, 'ECONNREFUSED', '2026-11-29 00:05:24.763551+00', '2026-11-29 00:05:29.763551+00', '2026-11-29 00:05:23.793615+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e922-73ef-9a22-ad940dea2812', '01a2249e-e741-775a-878c-8274419bc25c', '01a2249e-e91e-72f8-ac88-763193e9eee6', NULL, 'pending', '1', NULL, NULL, 'ECONNREFUSED', '2026-11-29 00:05:24.970764+00', '2026-11-29 00:05:29.970764+00', '2026-11-29 00:05:23.793615+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e962-7bbb-8617-08e88330dd16', '01a2249e-e70b-754c-91fc-b2b7a8fef1e2', '01a2249e-e95e-7fa5-bf09-b21ad4a8e274', NULL, 'pending', '1', NULL, NULL, 'ECONNREFUSED', '2026-11-29 00:05:25.018368+00', '2026-11-29 00:05:30.018368+00', '2026-11-29 00:05:23.793615+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e962-7bbb-8617-08e9aeceb5b9', '01a2249e-e741-775a-878c-8274419bc25c', '01a2249e-e95e-7fa5-bf09-b21ad4a8e274', NULL, 'pending', '1', NULL, NULL, 'ECONNREFUSED', '2026-11-29 00:05:25.098075+00', '2026-11-29 00:05:30.098075+00', '2026-11-29 00:05:23.793615+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e98e-729f-939a-1aeb069a6bf8', '01a2249e-e70b-754c-91fc-b2b7a8fef1e2', '01a2249e-e98d-7d91-baf2-6f7cfc5ddb81', NULL, 'pending', '1', NULL, NULL, 'ECONNREFUSED', '2026-11-29 00:05:25.076953+00', '2026-11-29 00:05:30.076953+00', '2026-11-29 00:05:23.947603+00'),
('01a2249d-0f9b-7836-8088-7db8127787f4', '01a2249e-e98e-729f-939a-1aecf0c3b04e', '01a2249e-e741-775a-878c-8274419bc25c', '01a2249e-e98d-7d91-baf2-6f7cfc5ddb81', NULL, 'pending', '1', NULL, NULL, 'ECONNREFUSED', '2026-11-29 00:05:25.157361+00', '2026-11-29 00:05:30.157361+00', '2026-11-29 00:05:23.947603+00');
INSERT INTO webhook_events (id, store_id, provider_id, headers, body, state, event_id, event_type, reason, attempts, due_at, received_at, settled_at, method_id) VALUES
('01a2249e-c605-72f5-899a-6a6eeb2135fb', '01a2249d-0f9b-7836-8088-7db8127787f4', 'pp_upgrade_gateway', '{"user-agent": "node", "content-type": "application/json", "content-length": "90", "sec-fetch-mode": "cors"}', '\x7b226964223a226576745f68616e646c6564222c2274797065223a2270616964222c2261626f7574223a5b7b2273657373696f6e223a2275705f68616e646c6564222c22617574686f72697a6564223a223131303030227d5d7d', 'handled', 'evt_handled', 'paid', NULL, '1', '2026-11-29 00:05:30.355231+00', '2026-11-29 00:05:14.885606+00', '2026-11-29 00:05:15.362029+00', NULL),
('01a2249e-c623-77c6-ba30-96691ae96d3d', '01a2249d-0f9b-7836-8088-7db8127787f4', 'pp_upgrade_gateway', '{"user-agent": "node", "content-type": "application/json", "content-length": "36", "sec-fetch-mode": "cors"}', '\x', 'ignored', NULL, 'boring', NULL, '1', '2026-11-29 00:05:30.355231+00', '2026-11-29 00:05:14.915473+00', '2026-11-29 00:05:15.366595+00', NULL),
('01a2249e-dd50-7b4a-8b37-d3637350a2a4', '01a2249d-0f9b-7836-8088-7db8127787f4', 'pp_upgrade_gateway', '{"user-agent": "node", "content-type": "application/json", "content-length": "98", "sec-fetch-mode": "cors"}', '\x7b226964223a226576745f7061726b6564222c2274797065223a2270616964222c2261626f7574223a5b7b2273657373696f6e223a2275705f65313765646136626631303963663632222c22617574686f72697a6564223a223131303030227d5d7d', 'failed', NULL, 'paid', 'it was never finished', '9', '2026-11-29 01:09:22.405275+00', '2026-11-29 00:05:20.850113+00', '2026-11-29 00:05:22.417961+00', NULL),
('01a2249e-e9af-7626-ad84-48239ef51064', NULL, 'pp_upgrade_gateway', '{"user-agent": "node", "content-type": "application/json", "content-length": "94", "sec-fetch-mode": "cors"}', '\x7b226964223a226576745f756e68616e646c6564222c2274797065223a2270616964222c2261626f7574223a5b7b2273657373696f6e223a2275705f756e68616e646c6564222c22617574686f72697a6564223a223131303030227d5d7d', 'received', NULL, NULL, NULL, '1', '2026-11-29 00:05:39.737309+00', '2026-11-29 00:05:24.020174+00', NULL, NULL);
INSERT INTO pgboss.job (id, name, priority, data, state, retry_limit, retry_count, retry_delay, retry_backoff, start_after, started_on, singleton_key, singleton_on, expire_in, created_on, completed_on, keep_until, output, dead_letter, policy) VALUES
('01a2249e-e92f-72fc-9688-84eca228ac77', 'webhook-deliveries', '0', '{"lane": "01a2249e-e70b-754c-91fc-b2b7a8fef1e2 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 0, "deliveryId": "01a2249e-e922-73ef-9a22-ad93a08211eb"}', 'completed', '1000', '0', '0', 'false', '2026-11-29 00:05:23.793615+00', '2026-11-29 00:05:24.533889+00', NULL, NULL, '00:01:30', '2026-11-29 00:05:23.793615+00', '2026-11-29 00:05:24.956274+00', '2026-12-13 00:05:23.793615+00', NULL, NULL, 'standard'),
('01a2249e-e92f-72fc-9688-84eded1a0d9b', 'webhook-deliveries', '0', '{"lane": "01a2249e-e741-775a-878c-8274419bc25c 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 0, "deliveryId": "01a2249e-e922-73ef-9a22-ad940dea2812"}', 'completed', '1000', '0', '0', 'false', '2026-11-29 00:05:23.793615+00', '2026-11-29 00:05:24.533889+00', NULL, NULL, '00:01:30', '2026-11-29 00:05:23.793615+00', '2026-11-29 00:05:25.067981+00', '2026-12-13 00:05:23.793615+00', NULL, NULL, 'standard'),
('01a2249e-e963-756c-a116-b661f4a7df8b', 'webhook-deliveries', '0', '{"lane": "01a2249e-e70b-754c-91fc-b2b7a8fef1e2 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 0, "deliveryId": "01a2249e-e962-7bbb-8617-08e88330dd16"}', 'completed', '1000', '0', '0', 'false', '2026-11-29 00:05:23.793615+00', '2026-11-29 00:05:24.533889+00', NULL, NULL, '00:01:30', '2026-11-29 00:05:23.793615+00', '2026-11-29 00:05:25.05903+00', '2026-12-13 00:05:23.793615+00', NULL, NULL, 'standard'),
('01a2249e-e963-756c-a116-b66200e8da27', 'webhook-deliveries', '0', '{"lane": "01a2249e-e741-775a-878c-8274419bc25c 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 0, "deliveryId": "01a2249e-e962-7bbb-8617-08e9aeceb5b9"}', 'completed', '1000', '0', '0', 'false', '2026-11-29 00:05:23.793615+00', '2026-11-29 00:05:24.533889+00', NULL, NULL, '00:01:30', '2026-11-29 00:05:23.793615+00', '2026-11-29 00:05:25.132673+00', '2026-12-13 00:05:23.793615+00', NULL, NULL, 'standard'),
('01a2249e-e98f-7b02-9498-7a1d77dae989', 'webhook-deliveries', '0', '{"lane": "01a2249e-e70b-754c-91fc-b2b7a8fef1e2 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 0, "deliveryId": "01a2249e-e98e-729f-939a-1aeb069a6bf8"}', 'completed', '1000', '0', '0', 'false', '2026-11-29 00:05:23.947603+00', '2026-11-29 00:05:24.533889+00', NULL, NULL, '00:01:30', '2026-11-29 00:05:23.947603+00', '2026-11-29 00:05:25.115803+00', '2026-12-13 00:05:23.947603+00', NULL, NULL, 'standard'),
('01a2249e-e98f-7b02-9498-7a1e15a7ec29', 'webhook-deliveries', '0', '{"lane": "01a2249e-e741-775a-878c-8274419bc25c 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 0, "deliveryId": "01a2249e-e98e-729f-939a-1aecf0c3b04e"}', 'completed', '1000', '0', '0', 'false', '2026-11-29 00:05:23.947603+00', '2026-11-29 00:05:24.533889+00', NULL, NULL, '00:01:30', '2026-11-29 00:05:23.947603+00', '2026-11-29 00:05:25.203479+00', '2026-12-13 00:05:23.947603+00', NULL, NULL, 'standard'),
('01a2249e-ed00-7ace-b52f-114ad7e02f76', 'webhook-deliveries', '0', '{"lane": "01a2249e-e70b-754c-91fc-b2b7a8fef1e2 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 1, "deliveryId": "01a2249e-e922-73ef-9a22-ad93a08211eb"}', 'created', '1000', '0', '0', 'false', '2026-11-29 00:05:29.763551+00', NULL, NULL, NULL, '00:01:30', '2026-11-29 00:05:24.763551+00', NULL, '2026-12-13 00:05:29.763551+00', NULL, NULL, 'standard'),
('01a2249e-ed94-7cef-9703-f3060f7b87e8', 'webhook-deliveries', '0', '{"lane": "01a2249e-e741-775a-878c-8274419bc25c 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 1, "deliveryId": "01a2249e-e922-73ef-9a22-ad940dea2812"}', 'created', '1000', '0', '0', 'false', '2026-11-29 00:05:29.970764+00', NULL, NULL, NULL, '00:01:30', '2026-11-29 00:05:24.970764+00', NULL, '2026-12-13 00:05:29.970764+00', NULL, NULL, 'standard'),
('01a2249e-eda2-70d6-bce0-fded41b799e3', 'webhook-deliveries', '0', '{"lane": "01a2249e-e70b-754c-91fc-b2b7a8fef1e2 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 1, "deliveryId": "01a2249e-e962-7bbb-8617-08e88330dd16"}', 'created', '1000', '0', '0', 'false', '2026-11-29 00:05:30.018368+00', NULL, NULL, NULL, '00:01:30', '2026-11-29 00:05:25.018368+00', NULL, '2026-12-13 00:05:30.018368+00', NULL, NULL, 'standard'),
('01a2249e-ede4-77b4-b013-27e26e3642a9', 'webhook-deliveries', '0', '{"lane": "01a2249e-e70b-754c-91fc-b2b7a8fef1e2 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 1, "deliveryId": "01a2249e-e98e-729f-939a-1aeb069a6bf8"}', 'created', '1000', '0', '0', 'false', '2026-11-29 00:05:30.076953+00', NULL, NULL, NULL, '00:01:30', '2026-11-29 00:05:25.076953+00', NULL, '2026-12-13 00:05:30.076953+00', NULL, NULL, 'standard'),
('01a2249e-edfb-7521-9e0d-42371e3c59b1', 'webhook-deliveries', '0', '{"lane": "01a2249e-e741-775a-878c-8274419bc25c 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 1, "deliveryId": "01a2249e-e962-7bbb-8617-08e9aeceb5b9"}', 'created', '1000', '0', '0', 'false', '2026-11-29 00:05:30.098075+00', NULL, NULL, NULL, '00:01:30', '2026-11-29 00:05:25.098075+00', NULL, '2026-12-13 00:05:30.098075+00', NULL, NULL, 'standard'),
('01a2249e-ee2a-7560-b226-9daa497ab914', 'webhook-deliveries', '0', '{"lane": "01a2249e-e741-775a-878c-8274419bc25c 01a2249e-e7a4-71c3-aa8d-a057d95d2dcc", "storeId": "01a2249d-0f9b-7836-8088-7db8127787f4", "attempts": 1, "deliveryId": "01a2249e-e98e-729f-939a-1aecf0c3b04e"}', 'created', '1000', '0', '0', 'false', '2026-11-29 00:05:30.157361+00', NULL, NULL, NULL, '00:01:30', '2026-11-29 00:05:25.157361+00', NULL, '2026-12-13 00:05:30.157361+00', NULL, NULL, 'standard');
SELECT setval('migrations_id_seq', (SELECT max(id) FROM migrations));
