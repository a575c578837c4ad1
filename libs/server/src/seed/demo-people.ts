import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CreateCustomer, CustomersReader, UpdateCustomer, type Customer } from '@tandem/customers';
import { AccountPasswords, DEMO_PASSWORD } from '@tandem/logins';
import { CreateUser, SetUserPassword, UsersReader, type AdminUser } from '@tandem/staff';
import { hashPassword, IS_PUBLIC, JwtTokens } from '@tandem/auth';
import { admin, noIdempotency, resultAsResponse, type RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { Store } from '@tandem/stores';

export interface DemoEmails {
  readonly admin: string;
  readonly customer: string;
}

/** The demo emails. Those of other stores contain `mark`, because an email must be unique across stores to log in without a key. */
export const emailsOf = (mark: string): DemoEmails => ({
  admin: `admin${mark}@example.com`,
  customer: `customer${mark}@example.com`,
});

export const DEMO_EMAILS = emailsOf('');

export interface DemoPair {
  readonly admin: AdminUser;
  readonly customer: Customer;
}

/** The demo people that still exist: one may have been deleted or have changed their email. */
export type ExistingDemoPeople = { readonly [Person in keyof DemoPair]: DemoPair[Person] | null };

/** A password and its hash. Hashing is slow, so it is done before the transaction. */
export interface DemoPassword {
  readonly password: string;
  readonly hash: string;
}

type WithPassword<T> = T & { readonly password: string };
export type LoggedIn<T> = WithPassword<T> & { readonly jwt: string };

export interface DemoPeopleWithPasswords extends DemoPair {
  readonly admin: WithPassword<AdminUser>;
  readonly customer: WithPassword<Customer>;
}

const CUSTOMER = {
  firstName: null,
  lastName: null,
  companyName: null,
  phone: null,
  acceptsEmailMarketing: false,
  metadata: {},
};

/**
 * The admin and the customer of a demo store. They have the well-known password only if the server is not public; otherwise, and
 * once it was changed, each run of `demo` sets a new random one.
 */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly users: UsersReader,
    private readonly createUser: CreateUser,
    private readonly customers: CustomersReader,
    private readonly passwords: AccountPasswords,
    private readonly createCustomer: CreateCustomer,
    private readonly updateCustomer: UpdateCustomer,
    private readonly setUserPassword: SetUserPassword,
    private readonly jwt: JwtTokens,
    @Inject(IS_PUBLIC) private readonly isPublic: boolean,
  ) {}

  async createPassword(): Promise<DemoPassword> {
    const password = this.isPublic ? newPassword() : DEMO_PASSWORD;
    return { password, hash: await hashPassword(password) };
  }

  async create(
    tx: Tx,
    store: Store,
    emails: DemoEmails,
    { password, hash }: DemoPassword,
  ): Promise<DemoPeopleWithPasswords> {
    const owner = await this.createUser.runInTransaction(tx, store.id, { email: emails.admin, hash });
    const customer = { ...CUSTOMER, email: emails.customer, hash };
    const created = await this.createCustomer.runInTransaction(tx, contextOf(store, owner), customer);
    return { admin: { ...owner, password }, customer: { ...created, password } };
  }

  async findPeople(store: Store, emails: DemoEmails): Promise<ExistingDemoPeople> {
    return {
      admin: await this.users.findByEmail(store.id, emails.admin),
      customer: await this.customers.findByEmail(store.id, emails.customer),
    };
  }

  /** Creates a deleted customer again, but never an admin, who may have been deleted on purpose. @throws Error */
  async complete(store: Store, emails: DemoEmails): Promise<DemoPair> {
    const { admin: owner, customer } = await this.findPeople(store, emails);
    if (owner === null) {
      throw new Error(
        `the store "${store.name}" has no admin ${emails.admin}, so it is no longer a demo store. ` +
          `The command "store" creates another one`,
      );
    }
    const { password } = await this.createPassword();
    const newCustomer = { ...CUSTOMER, email: emails.customer, password };
    return {
      admin: owner,
      customer: customer ?? (await this.createCustomer.run(contextOf(store, owner), newCustomer)),
    };
  }

  /** With valid passwords: the well-known one if it is allowed and still set, else a new one, which ends existing login sessions. */
  async setPasswords(store: Store, people: DemoPair): Promise<DemoPeopleWithPasswords> {
    if (!this.isPublic && (await this.haveDemoPassword(store, people)).every(Boolean)) {
      const password = DEMO_PASSWORD;
      return { admin: { ...people.admin, password }, customer: { ...people.customer, password } };
    }
    const password = newPassword();
    const owner = await this.setUserPassword.run(store.id, people.admin.id, password);
    const ctx = contextOf(store, owner);
    const customer = await this.updateCustomer.run(ctx, people.customer.id, { password }, resultAsResponse());
    return { admin: { ...owner, password }, customer: { ...customer, password } };
  }

  /** For each demo user that exists: whether it has the well-known password. */
  async haveDemoPassword(
    { id: storeId }: Store,
    { admin: owner, customer }: ExistingDemoPeople,
  ): Promise<boolean[]> {
    const accounts = [
      ...(owner ? [{ actor: 'user', storeId, id: owner.id } as const] : []),
      ...(customer ? [{ actor: 'customer', storeId, id: customer.id } as const] : []),
    ];
    const hashes = accounts.map((account) => this.passwords.findMatchingHash(account, DEMO_PASSWORD));
    return (await Promise.all(hashes)).map((hash) => hash !== null);
  }

  logIn(
    { id: storeId }: Store,
    { admin: owner, customer }: DemoPeopleWithPasswords,
  ): { admin: LoggedIn<AdminUser>; customer: LoggedIn<Customer> } {
    return {
      admin: { ...owner, jwt: this.jwt.issue('admin', { ...owner, storeId, loginId: null }) },
      customer: { ...customer, jwt: this.jwt.issue('store', { ...customer, storeId, loginId: null }) },
    };
  }
}

export function contextOf(store: Store, owner: AdminUser): RequestContext {
  return { storeId: store.id, caller: admin(owner.id), idempotency: noIdempotency };
}

/** 144 random bits, in characters that need no quoting in a shell. */
function newPassword(): string {
  return randomBytes(18).toString('base64url');
}
