import { Injectable } from '@nestjs/common';
import { Database, sql } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { ProviderAccountHolder, ProviderCustomer } from '@tandem/provider-kit';
import type { AccountHolder, HolderKey, Payer } from './account-holder';

// Customer and account holder in one read, because every session of a logged-in customer needs both. A method whose gateway account
// does not have the provider's holder has its own.
const FIND_PAYER = sql(
  'find payer',
  `SELECT c.id AS "payerId", c.email AS "payerEmail", c.first_name AS "firstName", c.last_name AS "lastName", c.phone,
     h.id, h.provider_id AS "providerId", h.external_id AS "externalId", h.email, h.data, h.created_at AS "createdAt",
     h.updated_at AS "updatedAt"
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

interface PayerRow extends Omit<ProviderCustomer, 'id' | 'email'>, Omit<AccountHolder, 'id'> {
  readonly payerId: string;
  readonly payerEmail: string;
  /** Null if there is no holder, like the holder's other fields. */
  readonly id: string | null;
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

function customerFrom({ payerId, payerEmail, firstName, lastName, phone }: PayerRow): ProviderCustomer {
  return { id: payerId, email: payerEmail, firstName, lastName, phone };
}

function holderFrom(row: PayerRow): AccountHolder | null {
  const { id, providerId, externalId, email, data, createdAt, updatedAt } = row;
  return id === null ? null : { id, providerId, externalId, email, data, createdAt, updatedAt };
}
