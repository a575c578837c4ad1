import { Injectable } from '@nestjs/common';
import { isUniqueViolation, sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import type { Customer, CustomerToSave } from './customer';
import { EmailTaken } from './customers.errors';

export const CUSTOMER_COLUMNS = `id, email, first_name AS "firstName", last_name AS "lastName", company_name AS "companyName", phone,
  accepts_email_marketing AS "acceptsEmailMarketing", metadata, password_hash IS NOT NULL AS "hasLogin",
  password_changed_at AS "passwordChangedAt", created_at AS "createdAt", updated_at AS "updatedAt"`;

const FIND = sql(
  'find customer',
  `SELECT ${CUSTOMER_COLUMNS} FROM customers WHERE store_id = $1 AND id = $2`,
);

const FIND_ALL = sql(
  'find customers',
  `SELECT ${CUSTOMER_COLUMNS} FROM customers WHERE store_id = $1 AND id = ANY($2)`,
);

const FIND_BY_EMAIL = sql(
  'find customer by email',
  `SELECT ${CUSTOMER_COLUMNS} FROM customers WHERE store_id = $1 AND email = lower($2)`,
);

const INSERT = sql(
  'insert customer',
  `INSERT INTO customers (store_id, id, email, first_name, last_name, phone, accepts_email_marketing, metadata,
     company_name, password_hash)
   VALUES ($1, $2, lower($3), $4, $5, $6, $7, $8, $9, $10)`,
);

const UPDATE = sql(
  'update customer',
  `UPDATE customers SET email = lower($3), first_name = $4, last_name = $5, phone = $6, accepts_email_marketing = $7,
     metadata = $8, company_name = $9, updated_at = now()
    WHERE store_id = $1 AND id = $2`,
);

const LOCK = sql(
  'lock customer',
  `SELECT ${CUSTOMER_COLUMNS} FROM customers WHERE store_id = $1 AND id = $2 FOR NO KEY UPDATE`,
);

@Injectable()
export class CustomersRepository {
  findById(on: Queryable, storeId: string, id: string): Promise<Customer | null> {
    return this.findOne(on, FIND, [storeId, id]);
  }

  /** Those that exist, in no order. */
  findByIds(on: Queryable, storeId: string, ids: readonly string[]): Promise<Customer[]> {
    return on.query<Customer>(FIND_ALL, [storeId, ids]);
  }

  findByEmail(on: Queryable, storeId: string, email: string): Promise<Customer | null> {
    return this.findOne(on, FIND_BY_EMAIL, [storeId, email]);
  }

  /** Locks the account and its logins against every other change until `tx` ends. */
  lockForUpdate(tx: Tx, storeId: string, id: string): Promise<Customer | null> {
    return this.findOne(tx, LOCK, [storeId, id]);
  }

  /** @throws EmailTaken */
  insert(tx: Tx, storeId: string, customer: CustomerToSave, passwordHash: string | null): Promise<void> {
    return this.write(tx, INSERT, [...valuesOf(storeId, customer), passwordHash]);
  }

  /** Its row must be locked. @throws EmailTaken */
  update(tx: Tx, storeId: string, customer: CustomerToSave): Promise<void> {
    return this.write(tx, UPDATE, valuesOf(storeId, customer));
  }

  private async write(tx: Tx, statement: Statement, values: readonly unknown[]): Promise<void> {
    try {
      await tx.query(statement, values);
    } catch (error) {
      throw isUniqueViolation(error) ? new EmailTaken() : error;
    }
  }

  private async findOne(on: Queryable, statement: Statement, values: unknown[]): Promise<Customer | null> {
    const [customer] = await on.query<Customer>(statement, values);
    return customer ?? null;
  }
}

function valuesOf(storeId: string, customer: CustomerToSave): unknown[] {
  return [
    storeId,
    customer.id,
    customer.email,
    customer.firstName,
    customer.lastName,
    customer.phone,
    customer.acceptsEmailMarketing,
    JSON.stringify(customer.metadata),
    customer.companyName,
  ];
}
