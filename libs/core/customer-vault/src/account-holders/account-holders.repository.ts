import { Injectable } from '@nestjs/common';
import { Database, sql } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { ProviderAccountHolder, ProviderCustomer } from '@tandem/provider-kit';
import type { AccountHolder, HolderKey, Payer } from './account-holder';

// Customer and account holder in one read, because every session of a logged-in customer needs both. A method whose gateway account
// does not have the provider's holder has its own.
const FIND_PAYER = sql(
  'find payer',
  `SELECT c.id AS payer_id, c.email AS payer_email, c.first_name, c.last_name, c.phone, h.*
     FROM customers c
     LEFT JOIN account_holders h ON h.store_id = c.store_id AND h.customer_id = c.id AND h.provider_id = $3
           AND (h.payment_method_id IS NULL OR h.payment_method_id = $4)
    WHERE c.store_id = $1 AND c.id = $2 ORDER BY h.payment_method_id NULLS LAST LIMIT 1`,
);

// Two concurrent requests get the same holder from the gateway (same idempotency key); the first stores it.
const INSERT = sql(
  'insert account holder',
  `INSERT INTO account_holders (store_id, id, customer_id, provider_id, external_id, email, data)
   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
);

// Sets the method's own holder, only if the current one is still the stale one: a concurrent request may have replaced it. An
// external id that belongs to another customer is not stored.
const REPLACE = sql(
  'replace account holder of method',
  `INSERT INTO account_holders (store_id, id, customer_id, provider_id, external_id, email, data, payment_method_id)
   SELECT $1, $2, $3, $4, $5, $6, $7, $8
    WHERE NOT EXISTS (SELECT 1 FROM account_holders WHERE store_id = $1 AND provider_id = $4 AND external_id = $5)
   ON CONFLICT (store_id, customer_id, provider_id, payment_method_id) WHERE payment_method_id IS NOT NULL
   DO UPDATE SET external_id = excluded.external_id, email = excluded.email, data = excluded.data, updated_at = excluded.updated_at
     WHERE account_holders.external_id = $9`,
);

interface PayerRow {
  payer_id: string;
  payer_email: string;
  first_name: string | null;
  last_name: string | null;
  phone: string | null;
  /** Null if there is no holder, like the fields below. */
  id: string | null;
  provider_id: string;
  external_id: string;
  email: string;
  data: Record<string, unknown>;
  created_at: Date;
  updated_at: Date;
}

@Injectable()
export class AccountHoldersRepository {
  constructor(private readonly database: Database) {}

  /** Null if the customer does not exist. */
  async findHolder({ storeId, customerId, providerId, methodId }: HolderKey): Promise<Payer | null> {
    const [row] = await this.database.query<PayerRow>(FIND_PAYER, [
      storeId,
      customerId,
      providerId,
      methodId,
    ]);
    return row ? { customer: customerFrom(row), holder: holderFrom(row) } : null;
  }

  /** Does nothing if the customer already has one there, or if the external id belongs to another customer. */
  async insert(
    { storeId, customerId, providerId }: HolderKey,
    email: string,
    { externalId, data }: ProviderAccountHolder,
  ): Promise<void> {
    const values = [storeId, newId(), customerId, providerId, externalId, email, JSON.stringify(data)];
    await this.database.query(INSERT, values);
  }

  /** For this method only: other methods of the provider may use a gateway account that still has `stale`. */
  async replace(
    { storeId, customerId, providerId, methodId }: HolderKey,
    {
      externalId,
      data,
      email,
      stale,
    }: ProviderAccountHolder & { readonly email: string; readonly stale: string },
  ): Promise<void> {
    const row = [newId(), customerId, providerId, externalId, email, JSON.stringify(data)];
    await this.database.query(REPLACE, [storeId, ...row, methodId, stale]);
  }
}

function customerFrom(row: PayerRow): ProviderCustomer {
  return {
    id: row.payer_id,
    email: row.payer_email,
    firstName: row.first_name,
    lastName: row.last_name,
    phone: row.phone,
  };
}

function holderFrom({ id, email, data, ...row }: PayerRow): AccountHolder | null {
  if (id === null) return null;
  return {
    id,
    providerId: row.provider_id,
    externalId: row.external_id,
    email,
    data,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
