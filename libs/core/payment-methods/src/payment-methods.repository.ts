import { Injectable, Logger } from '@nestjs/common';
import { SealedSecrets, type Sealed } from '@tandem/auth';
import { Database, sql, type Queryable, type Tx } from '@tandem/database';
import { settingsIn, type PaymentMethod, type Settings } from './payment-method';

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

const SEALED = sql(
  'sealed settings of payment method',
  `SELECT id, sealed_settings AS sealed FROM payment_methods WHERE store_id = $1 AND id = $2`,
);

const ACTIVE_PROVIDERS = sql(
  'providers with active methods',
  `SELECT DISTINCT provider_id AS "providerId" FROM payment_methods WHERE active`,
);

const OF_GATEWAY = `SELECT store_id AS "storeId", id, provider_id AS "providerId", settings, sealed_settings AS sealed
  FROM payment_methods`;

const OF_PROVIDERS = sql(
  'payment methods of providers',
  `${OF_GATEWAY} WHERE provider_id = ANY($1) ORDER BY id`,
);

const BESIDES = sql(
  'payment methods besides one',
  `${OF_GATEWAY} WHERE store_id = (SELECT store_id FROM payment_methods WHERE id = $1) ORDER BY id`,
);

// A position left out is the last.
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
  'all sealed settings of payment methods',
  `SELECT store_id AS "storeId", id, sealed_settings AS sealed FROM payment_methods WHERE sealed_settings IS NOT NULL`,
);

// Whoever saves new ones meanwhile has sealed them with the current secret.
const RESEAL = sql(
  'reseal settings of payment method',
  `UPDATE payment_methods SET sealed_settings = $4 WHERE store_id = $1 AND id = $2 AND sealed_settings = $3`,
);

/** A method with its secrets, sealed as they are kept. */
export type KeptMethod = PaymentMethod & SealedSettings;

/** Secrets as they are kept: which there are, and all of them in one sealed text. */
export interface SealedSettings {
  readonly secretsSet: readonly string[];
  readonly sealed: Buffer | null;
}

/** A method as far as its gateway is concerned, of whichever store. */
export type MethodOfGateway = Pick<KeptMethod, 'id' | 'providerId' | 'settings' | 'sealed'> & {
  readonly storeId: string;
};

/** A method as it is written. */
export type MethodToSave = Omit<KeptMethod, 'position' | 'isRemoved' | 'createdAt' | 'updatedAt'> & {
  readonly position: number | null;
};

@Injectable()
export class PaymentMethodsRepository {
  private readonly logger = new Logger(PaymentMethodsRepository.name);

  // Ids of methods whose secrets could not be opened: logged once, for whoever forges events must not fill the log.
  private readonly unreadable = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly secrets: SealedSecrets,
  ) {}

  /** All of them, removed ones too, in the store's order. */
  ofStore(storeId: string, on: Queryable = this.database): Promise<PaymentMethod[]> {
    return on.query<PaymentMethod>(METHODS_OF_STORE, [storeId]);
  }

  /** One that is not removed, held until `tx` ends. */
  async lock(tx: Tx, storeId: string, id: string): Promise<KeptMethod | null> {
    const [row] = await tx.query<KeptMethod>(LOCK, [storeId, id]);
    return row ?? null;
  }

  /** Across all stores, for the warning at start. */
  async activeProviders(): Promise<string[]> {
    const rows = await this.database.query<{ providerId: string }>(ACTIVE_PROVIDERS, []);
    return rows.map((row) => row.providerId);
  }

  /** Of all stores, removed ones too. */
  ofProviders(providerIds: readonly string[]): Promise<MethodOfGateway[]> {
    return this.database.query<MethodOfGateway>(OF_PROVIDERS, [providerIds]);
  }

  /** The methods of one's store, itself among them; none where there is no such method. */
  besides(id: string): Promise<MethodOfGateway[]> {
    return this.database.query<MethodOfGateway>(BESIDES, [id]);
  }

  /** Writes a new one, or one that is there. */
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

  /** Seals the secrets of a method for it alone. */
  seal(storeId: string, id: string, secrets: Settings): SealedSettings {
    const secretsSet = Object.keys(secrets);
    const sealed = secretsSet.length > 0 ? this.secrets.seal(secrets, sealedFor(storeId, id)) : null;
    return { secretsSet, sealed };
  }

  /** For a call in the method's name. @throws Error where they cannot be opened: no other account may be charged instead */
  async secretsOf(storeId: string, id: string): Promise<Settings> {
    const [row] = await this.database.query<Pick<KeptMethod, 'id' | 'sealed'>>(SEALED, [storeId, id]);
    return row ? this.opened(storeId, row) : {};
  }

  /** Of all stores. */
  sealedOfAll(): Promise<Sealed[]> {
    return this.database.query(SEALED_ALL, []);
  }

  /** With the current secret; null where they are already. @throws Error where they cannot be opened */
  reseal({ storeId, id, sealed }: Sealed): Buffer | null {
    return this.secrets.reseal(sealed, sealedFor(storeId, id));
  }

  async storeResealed({ storeId, id, sealed }: Sealed, resealed: Buffer): Promise<void> {
    await this.database.query(RESEAL, [storeId, id, sealed, resealed]);
  }

  /** What another server's secret has sealed is lost, and must be set again; the method itself goes on. */
  open(storeId: string, method: Pick<KeptMethod, 'id' | 'sealed'>): Settings {
    return this.openIfReadable(storeId, method) ?? {};
  }

  /** Null where they cannot be opened, which is logged once until they can. */
  openIfReadable(storeId: string, method: Pick<KeptMethod, 'id' | 'sealed'>): Settings | null {
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

  private opened(storeId: string, { id, sealed }: Pick<KeptMethod, 'id' | 'sealed'>): Settings {
    return sealed === null ? {} : settingsIn(this.secrets.open(sealed, sealedFor(storeId, id)));
  }
}

function sealedFor(storeId: string, methodId: string): string {
  return `payment method ${storeId} ${methodId}`;
}
