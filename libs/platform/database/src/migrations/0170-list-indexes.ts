import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each list goes by an index in the order it is shown in, which has what its usual filters look at, so that rows that are counted or
 * skipped are not read. And what a payment looks up of itself does not scan: the operations of its session.
 */
export class ListIndexes1763683200170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX orders_listed ON orders (store_id, id) INCLUDE (state, step, completed_at, created_at, region_id);
      CREATE INDEX orders_by_state ON orders (store_id, state, id);
      DROP INDEX orders_by_creation;
      CREATE INDEX orders_by_creation ON orders (store_id, created_at, id) INCLUDE (state, step, completed_at);
      CREATE INDEX orders_by_update ON orders (store_id, updated_at, id) INCLUDE (state, step, completed_at);
      CREATE INDEX orders_by_email ON orders (store_id, lower(email), id);

      DROP INDEX payments_by_creation;
      CREATE INDEX payments_by_creation ON payments (store_id, created_at, id);
      CREATE INDEX payments_by_update ON payments (store_id, updated_at, id);

      CREATE INDEX customers_by_creation ON customers (store_id, created_at, id);
      CREATE INDEX customers_by_update ON customers (store_id, updated_at, id);
      CREATE INDEX customers_by_first_name ON customers (store_id, first_name, id);
      CREATE INDEX customers_by_last_name ON customers (store_id, last_name, id);

      CREATE INDEX webhook_events_by_state ON webhook_events (store_id, state, id) WHERE store_id IS NOT NULL;
      CREATE INDEX variant_prices_by_currency ON variant_prices (store_id, currency, variant_id);

      CREATE INDEX provider_operations_of_session ON provider_operations (store_id, session_id);
      CREATE INDEX refused_closings ON provider_operations (id) WHERE verb = 'cancel_session' AND state = 'declined';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX refused_closings, provider_operations_of_session, variant_prices_by_currency, webhook_events_by_state,
        customers_by_last_name, customers_by_first_name, customers_by_update, customers_by_creation, payments_by_update,
        payments_by_creation, orders_by_email, orders_by_update, orders_by_creation, orders_by_state,
        orders_listed;
      CREATE INDEX payments_by_creation ON payments (store_id, created_at);
      CREATE INDEX orders_by_creation ON orders (store_id, created_at);
    `);
  }
}
