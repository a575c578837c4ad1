import { Injectable } from '@nestjs/common';
import { Database, sql, type Tx } from '@tandem/database';
import type { PaymentMethod } from './payment-method';

const COLUMNS = `id, provider_id AS "providerId", name, description, active, auto_capture AS "autoCapture",
  session_required AS "sessionRequired"`;

const METHODS_OF_STORE = sql(
  'payment methods of store',
  `SELECT ${COLUMNS} FROM payment_methods WHERE store_id = $1 ORDER BY position, id`,
);

const ACTIVE_PROVIDERS = sql(
  'providers with active methods',
  `SELECT DISTINCT provider_id AS "providerId" FROM payment_methods WHERE active`,
);

const INSERT_METHOD = sql(
  'insert payment method',
  `INSERT INTO payment_methods (store_id, id, provider_id, name, description, active, auto_capture, session_required, position)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT count(*) FROM payment_methods WHERE store_id = $1))`,
);

@Injectable()
export class PaymentMethodsRepository {
  constructor(private readonly database: Database) {}

  ofStore(storeId: string): Promise<PaymentMethod[]> {
    return this.database.query<PaymentMethod>(METHODS_OF_STORE, [storeId]);
  }

  /** Across all stores, for the warning at start. */
  async activeProviders(): Promise<string[]> {
    const rows = await this.database.query<{ providerId: string }>(ACTIVE_PROVIDERS, []);
    return rows.map((row) => row.providerId);
  }

  async insert(tx: Tx, storeId: string, method: PaymentMethod): Promise<void> {
    const { id, providerId, name, description, active, autoCapture, sessionRequired } = method;
    await tx.query(INSERT_METHOD, [
      storeId,
      id,
      providerId,
      name,
      description,
      active,
      autoCapture,
      sessionRequired,
    ]);
  }
}
