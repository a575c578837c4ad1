import { Injectable } from '@nestjs/common';
import { Database, sql } from '@tandem/database';
import { newId } from '@tandem/ids';
import { hashPassword } from './passwords';

/** A customer or an admin, as a token names them. */
export interface Person {
  readonly id: string;
  readonly email: string;
}

const INSERT_CUSTOMER = sql(
  'insert customer',
  `INSERT INTO customers (store_id, id, email, password_hash) VALUES ($1, $2, lower($3), $4)`,
);

const INSERT_ADMIN = sql(
  'insert admin',
  `INSERT INTO admin_users (store_id, id, email, password_hash) VALUES ($1, $2, lower($3), $4)`,
);

const FIND_CUSTOMER = sql('find customer', `SELECT id, email FROM customers WHERE store_id = $1 AND id = $2`);
const CUSTOMER_BY_EMAIL = sql(
  'find customer by email',
  `SELECT id, email FROM customers WHERE store_id = $1 AND email = lower($2)`,
);
const ADMIN_BY_EMAIL = sql(
  'find admin by email',
  `SELECT id, email FROM admin_users WHERE store_id = $1 AND email = lower($2)`,
);

interface NewPerson {
  readonly email: string;
  readonly password: string;
}

/** Who may log in: customers and admins, each in one store. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  addCustomer(storeId: string, person: NewPerson): Promise<Person> {
    return this.insert(INSERT_CUSTOMER, storeId, person);
  }

  addAdmin(storeId: string, person: NewPerson): Promise<Person> {
    return this.insert(INSERT_ADMIN, storeId, person);
  }

  findCustomer(storeId: string, id: string): Promise<Person | null> {
    return this.one(FIND_CUSTOMER, [storeId, id]);
  }

  customerByEmail(storeId: string, email: string): Promise<Person | null> {
    return this.one(CUSTOMER_BY_EMAIL, [storeId, email]);
  }

  adminByEmail(storeId: string, email: string): Promise<Person | null> {
    return this.one(ADMIN_BY_EMAIL, [storeId, email]);
  }

  private async insert(
    statement: typeof INSERT_ADMIN,
    storeId: string,
    { email, password }: NewPerson,
  ): Promise<Person> {
    const id = newId();
    await this.database.query(statement, [storeId, id, email, await hashPassword(password)]);
    return { id, email: email.toLowerCase() };
  }

  private async one(statement: typeof FIND_CUSTOMER, values: string[]): Promise<Person | null> {
    const [person] = await this.database.query<Person>(statement, values);
    return person ?? null;
  }
}
