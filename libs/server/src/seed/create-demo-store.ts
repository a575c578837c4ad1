import { Injectable } from '@nestjs/common';
import { CreateApiKey } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import { CreatePaymentMethod } from '@tandem/payment-methods';
import { CreateRefundReason } from '@tandem/payments';
import { CreateStore, type Store, type NewStore } from '@tandem/stores';
import { CreateVariant } from '@tandem/catalog';
import {
  contextOf,
  DemoPeople,
  type DemoEmails,
  type DemoPassword,
  type DemoPeopleWithPasswords,
} from './demo-people';

/** A store that was just created, with its people. */
export interface CreatedStore {
  readonly store: Store;
  readonly people: DemoPeopleWithPasswords;
}

const REASON = { label: 'Damaged', code: 'damaged', description: 'The goods arrived damaged' };

/**
 * Creates a demo store with its people, a publishable key, payment methods and a variant, in one transaction, so that a killed
 * process leaves nothing half done.
 */
@Injectable()
export class CreateDemoStore {
  constructor(
    private readonly database: Database,
    private readonly openStore: CreateStore,
    private readonly people: DemoPeople,
    private readonly addReason: CreateRefundReason,
    private readonly addKey: CreateApiKey,
    private readonly addMethod: CreatePaymentMethod,
    private readonly addVariant: CreateVariant,
  ) {}

  async run(name: string, emails: DemoEmails): Promise<CreatedStore> {
    const password = await this.people.createPassword();
    return this.database.transaction(async (tx) => {
      const { store } = await this.openStore.runInTransaction(tx, newStore(name));
      return this.createContents(tx, store, emails, password);
    });
  }

  /** Null if a store with this name exists. */
  async runOnce(name: string, emails: DemoEmails): Promise<CreatedStore | null> {
    const password = await this.people.createPassword();
    return this.database.transaction(async (tx) => {
      const store = await this.openStore.createUnlessExists(tx, newStore(name));
      return store && this.createContents(tx, store, emails, password);
    });
  }

  private async createContents(
    tx: Tx,
    store: Store,
    emails: DemoEmails,
    password: DemoPassword,
  ): Promise<CreatedStore> {
    const people = await this.people.create(tx, store, emails, password);
    const ctx = contextOf(store, people.admin);
    await this.addReason.runInTransaction(tx, ctx, REASON);
    await this.addKey.runInTransaction(tx, ctx, { type: 'publishable', title: 'Storefront', scopes: [] });
    await this.addMethodWithin(tx, ctx, 'pp_bogus_default', 'Credit Card');
    await this.addMethodWithin(tx, ctx, 'pp_system_default', 'Check');
    const prices = [Money.parse('55.00', store.currency)];
    await this.addVariant.runInTransaction(tx, ctx, {
      name: 'Tandem T-shirt',
      sku: 'TEE-M',
      active: true,
      prices,
    });
    return { store, people };
  }

  /** Neither provider has settings, so there is nothing to check at a gateway. */
  private async addMethodWithin(
    tx: Tx,
    ctx: RequestContext,
    providerId: string,
    name: string,
  ): Promise<void> {
    const unset = { description: null, position: null, metadata: {}, settings: {}, isChecked: true };
    const visible = { active: true, storefrontVisible: true, autoCapture: false };
    await this.addMethod.runInTransaction(tx, ctx, { ...unset, ...visible, providerId, name });
  }
}

function newStore(name: string): NewStore {
  return { name, currency: 'USD', regionName: 'United States' };
}
