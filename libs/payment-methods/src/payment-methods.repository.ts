import { Injectable, Logger } from '@nestjs/common';
import { SealedSecrets } from '@tandem/auth';
import { Database, sql, type Queryable, type Tx } from '@tandem/database';
import type { PaymentMethod, Settings } from './payment-method';

const COLUMNS = `id, provider_id AS "providerId", name, description, active, storefront_visible AS "storefrontVisible",
  auto_capture AS "autoCapture", session_required AS "sessionRequired", position, metadata, settings,
  secrets_set AS "secretsSet", deleted_at IS NOT NULL AS "isRemoved", created_at AS "createdAt", updated_at AS "updatedAt"`;

// Removed ones too: a payment made with one still names it.
const METHODS_OF_STORE = sql(
  'payment methods of store',
  `SELECT ${COLUMNS} FROM payment_methods WHERE store_id = $1 ORDER BY position, id`,
);

const LOCK = sql(
  'lock payment method',
  `SELECT ${COLUMNS}, sealed_settings AS sealed FROM payment_methods
    WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL FOR NO KEY UPDATE`,
);

const ACTIVE_PROVIDERS = sql(
  'providers with active methods',
  `SELECT DISTINCT provider_id AS "providerId" FROM payment_methods WHERE active`,
);

// A position left out is the last.
const SAVE = sql(
  'save payment method',
  `INSERT INTO payment_methods (store_id, id, provider_id, name, description, active, storefront_visible, auto_capture,
     session_required, position, metadata, settings, sealed_settings, secrets_set)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
     coalesce($10, (SELECT count(*) FROM payment_methods WHERE store_id = $1)), $11, $12, $13, $14)
   ON CONFLICT (store_id, id) DO UPDATE SET name = excluded.name, description = excluded.description,
     active = excluded.active, storefront_visible = excluded.storefront_visible, auto_capture = excluded.auto_capture,
     position = excluded.position, metadata = excluded.metadata, settings = excluded.settings,
     sealed_settings = excluded.sealed_settings, secrets_set = excluded.secrets_set, updated_at = now()`,
);

const REMOVE = sql(
  'remove payment method',
  `UPDATE payment_methods SET deleted_at = coalesce(deleted_at, now()), active = false, updated_at = now()
    WHERE store_id = $1 AND id = $2`,
);

type LockedRow = PaymentMethod & { readonly sealed: Buffer | null };

/** A method as it is written; its secrets are sealed here. */
export type MethodToSave = Omit<
  PaymentMethod,
  'position' | 'secretsSet' | 'isRemoved' | 'createdAt' | 'updatedAt'
> & { readonly position: number | null; readonly secrets: Settings };

@Injectable()
export class PaymentMethodsRepository {
  private readonly logger = new Logger(PaymentMethodsRepository.name);

  constructor(
    private readonly database: Database,
    private readonly sealed: SealedSecrets,
  ) {}

  /** All of them, removed ones too, in the store's order. */
  ofStore(storeId: string, on: Queryable = this.database): Promise<PaymentMethod[]> {
    return on.query<PaymentMethod>(METHODS_OF_STORE, [storeId]);
  }

  /** One that is not removed, with its secrets, held until `tx` ends. */
  async lock(
    tx: Tx,
    storeId: string,
    id: string,
  ): Promise<{ method: PaymentMethod; secrets: Settings } | null> {
    const [row] = await tx.query<LockedRow>(LOCK, [storeId, id]);
    if (!row) return null;
    const { sealed, ...method } = row;
    return { method, secrets: this.opened(storeId, id, sealed) };
  }

  /** Across all stores, for the warning at start. */
  async activeProviders(): Promise<string[]> {
    const rows = await this.database.query<{ providerId: string }>(ACTIVE_PROVIDERS, []);
    return rows.map((row) => row.providerId);
  }

  /** Writes a new one, or one that is there. */
  async save(tx: Tx, storeId: string, method: MethodToSave): Promise<void> {
    const { id, secrets } = method;
    const hasSecrets = Object.keys(secrets).length > 0;
    await tx.query(SAVE, [
      storeId,
      id,
      method.providerId,
      method.name,
      method.description,
      method.active,
      method.storefrontVisible,
      method.autoCapture,
      method.sessionRequired,
      method.position,
      JSON.stringify(method.metadata),
      JSON.stringify(method.settings),
      hasSecrets ? this.sealed.seal(secrets, sealedFor(storeId, id)) : null,
      JSON.stringify(Object.keys(secrets)),
    ]);
  }

  async remove(tx: Tx, storeId: string, id: string): Promise<void> {
    await tx.query(REMOVE, [storeId, id]);
  }

  /** What another server's secret has sealed is lost, and must be set again; the method itself goes on. */
  private opened(storeId: string, id: string, sealed: Buffer | null): Settings {
    try {
      return sealed === null ? {} : (this.sealed.open(sealed, sealedFor(storeId, id)) as Settings);
    } catch {
      this.logger.error(`the secret settings of payment method ${id} cannot be opened: set them again`);
      return {};
    }
  }
}

function sealedFor(storeId: string, methodId: string): string {
  return `payment method ${storeId} ${methodId}`;
}
