import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logins by email alone, registrations on their way to an account, sessions kept by a cookie, and invitations. */
export class Logins1763683200014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE invites, login_sessions, registrations;
      DROP INDEX customers_by_email, admin_users_by_email;
      ALTER TABLE customers DROP COLUMN company_name, DROP COLUMN password_changed_at;
      ALTER TABLE admin_users DROP COLUMN first_name, DROP COLUMN last_name, DROP COLUMN avatar_url,
        DROP COLUMN metadata, DROP COLUMN password_changed_at, DROP COLUMN updated_at;
    `);
  }
}
