import { Injectable, Logger } from '@nestjs/common';
import { SealedSecrets, type Sealed } from '@tandem/auth';
import { Database, sql, type Queryable, type Tx } from '@tandem/database';
import { parseSettings, type PaymentMethod, type Settings } from './payment-method';

const COLUMNS = `id, provider_id AS "providerId", name, description, active, storefront_visible AS "storefrontVisible",
  auto_capture AS "autoCapture", session_required AS "sessionRequired", position, metadata, settings,
  secrets_set AS "secretsSet", deleted_at IS NOT NULL AS "isRemoved", created_at AS "createdAt", updated_at AS "updatedAt"`;

// Includes removed methods, which payments still refer to.
const METHODS_OF_STORE = sql(
  'find payment methods of store',
  `SELECT ${COLUMNS} FROM payment_methods WHERE store_id = $1 ORDER BY position, id`,
);

const LOCK = sql(
  'lock payment method',
  `SELECT ${COLUMNS}, sealed_settings AS sealed FROM payment_methods
    WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL FOR NO KEY UPDATE`,
);

const SEALED = sql(
  'find sealed settings of payment method',
  `SELECT id, sealed_settings AS sealed FROM payment_methods WHERE store_id = $1 AND id = $2`,
);

const ACTIVE_PROVIDERS = sql(
  'find providers with active methods',
  `SELECT DISTINCT provider_id AS "providerId" FROM payment_methods WHERE active`,
);

const OF_GATEWAY = `SELECT store_id AS "storeId", id, provider_id AS "providerId", settings, sealed_settings AS sealed
  FROM payment_methods`;

const OF_PROVIDERS = sql(
  'find payment methods of providers',
  `${OF_GATEWAY} WHERE provider_id = ANY($1) ORDER BY id`,
);

const METHODS_SHARING_ACCOUNT = sql(
  'find payment methods sharing an account',
  `${OF_GATEWAY} WHERE store_id = (SELECT store_id FROM payment_methods WHERE id = $1) ORDER BY id`,
);

// Without a position the method goes last.
const SAVE = sql(
  'save payment method',
  `INSERT INTO payment_methods (store_id, id, provider_id, name, description, active, storefront_visible, auto_capture,
     session_required, position, metadata, settings, sealed_settings, secrets_set)
   SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10, count(*)), $11, $12, $13, $14
     FROM payment_methods WHERE store_id = $1
   ON CONFLICT (store_id, id) DO UPDATE SET name = excluded.name, description = excluded.description,
     active = excluded.active, storefront_visible = excluded.storefront_visible, auto_capture = excluded.auto_capture,
     position = excluded.position, metadata = excluded.metadata, settings = excluded.settings,
     sealed_settings = excluded.sealed_settings, secrets_set = excluded.secrets_set,
     updated_at = excluded.updated_at`,
);

const REMOVE = sql(
  'remove payment method',
  `UPDATE payment_methods SET deleted_at = now(), active = false, updated_at = now()
    WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL`,
);

const SEALED_ALL = sql(
  'find all sealed settings of payment methods',
  `SELECT store_id AS "storeId", id, sealed_settings AS sealed FROM payment_methods WHERE sealed_settings IS NOT NULL`,
);

// Skips settings saved meanwhile, which are already encrypted with the current secret.
const RESEAL = sql(
  'reseal settings of payment method',
  `UPDATE payment_methods SET sealed_settings = $4 WHERE store_id = $1 AND id = $2 AND sealed_settings = $3`,
);

/** A method with its encrypted secrets. */
export type StoredMethod = PaymentMethod & SealedSettings;

/** The stored secrets: their keys, and all values encrypted together. */
export interface SealedSettings {
  readonly secretsSet: readonly string[];
  readonly sealed: Buffer | null;
}

/** The fields of a method that concern its gateway. */
export type MethodOfGateway = Pick<StoredMethod, 'id' | 'providerId' | 'settings' | 'sealed'> & {
  readonly storeId: string;
};

/** A method to be written. */
export type MethodToSave = Omit<StoredMethod, 'position' | 'isRemoved' | 'createdAt' | 'updatedAt'> & {
  readonly position: number | null;
};

@Injectable()
export class PaymentMethodsRepository {
  private readonly logger = new Logger(PaymentMethodsRepository.name);

  // Ids of methods whose secrets could not be decrypted: logged once, so that forged events cannot fill the log.
  private readonly unreadable = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly secrets: SealedSecrets,
  ) {}

  /** All methods, including removed ones, in the store's order. */
  findByStore(storeId: string, on: Queryable = this.database): Promise<PaymentMethod[]> {
    return on.query<PaymentMethod>(METHODS_OF_STORE, [storeId]);
  }

  /** Locks a method that is not removed until `tx` ends. */
  async lockForUpdate(tx: Tx, storeId: string, id: string): Promise<StoredMethod | null> {
    const [row] = await tx.query<StoredMethod>(LOCK, [storeId, id]);
    return row ?? null;
  }

  /** Across all stores, for the warning at start. */
  async findActiveProviders(): Promise<string[]> {
    const rows = await this.database.query<{ providerId: string }>(ACTIVE_PROVIDERS, []);
    return rows.map((row) => row.providerId);
  }

  /** Methods of all stores, including removed ones. */
  findByProviders(providerIds: readonly string[]): Promise<MethodOfGateway[]> {
    return this.database.query<MethodOfGateway>(OF_PROVIDERS, [providerIds]);
  }

  /** All methods of the same store, including the method itself; empty if it does not exist. */
  methodsSharingAccount(id: string): Promise<MethodOfGateway[]> {
    return this.database.query<MethodOfGateway>(METHODS_SHARING_ACCOUNT, [id]);
  }

  /** Inserts or updates a method. */
  async save(tx: Tx, storeId: string, method: MethodToSave): Promise<void> {
    await tx.query(SAVE, [
      storeId,
      method.id,
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
      method.sealed,
      JSON.stringify(method.secretsSet),
    ]);
  }

  async remove(tx: Tx, storeId: string, id: string): Promise<void> {
    await tx.query(REMOVE, [storeId, id]);
  }

  /** Encrypts the secrets, bound to their method. */
  seal(storeId: string, id: string, secrets: Settings): SealedSettings {
    const secretsSet = Object.keys(secrets);
    const sealed = secretsSet.length > 0 ? this.secrets.seal(secrets, sealedFor(storeId, id)) : null;
    return { secretsSet, sealed };
  }

  /** For provider calls. @throws Error if they cannot be decrypted: no other account may be charged instead */
  async getSecrets(storeId: string, id: string): Promise<Settings> {
    const [row] = await this.database.query<Pick<StoredMethod, 'id' | 'sealed'>>(SEALED, [storeId, id]);
    return row ? this.opened(storeId, row) : {};
  }

  /** Encrypted secrets of all stores. */
  findAllSealed(): Promise<Sealed[]> {
    return this.database.query(SEALED_ALL, []);
  }

  /** Encrypts with the current secret; null if they already are. @throws Error if they cannot be decrypted */
  reseal({ storeId, id, sealed }: Sealed): Buffer | null {
    return this.secrets.reseal(sealed, sealedFor(storeId, id));
  }

  async storeResealed({ storeId, id, sealed }: Sealed, resealed: Buffer): Promise<void> {
    await this.database.query(RESEAL, [storeId, id, sealed, resealed]);
  }

  /** Secrets encrypted with an unknown server secret are lost and must be set again; the method itself stays usable. */
  unseal(storeId: string, method: Pick<StoredMethod, 'id' | 'sealed'>): Settings {
    return this.decryptIfPossible(storeId, method) ?? {};
  }

  /** Null if they cannot be decrypted, which is logged once. */
  decryptIfPossible(storeId: string, method: Pick<StoredMethod, 'id' | 'sealed'>): Settings | null {
    const { id } = method;
    try {
      const settings = this.opened(storeId, method);
      this.unreadable.delete(id);
      return settings;
    } catch {
      if (!this.unreadable.has(id))
        this.logger.error(`the secret settings of payment method ${id} cannot be opened: set them again`);
      this.unreadable.add(id);
      return null;
    }
  }

  private opened(storeId: string, { id, sealed }: Pick<StoredMethod, 'id' | 'sealed'>): Settings {
    return sealed === null ? {} : parseSettings(this.secrets.unseal(sealed, sealedFor(storeId, id)));
  }
}

function sealedFor(storeId: string, methodId: string): string {
  return `payment method ${storeId} ${methodId}`;
}
