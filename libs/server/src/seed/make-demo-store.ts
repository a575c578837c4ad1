import { Injectable } from '@nestjs/common';
import { AddApiKey } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import { AddPaymentMethod } from '@tandem/payment-methods';
import { AddRefundReason } from '@tandem/payments';
import { OpenStore, type Store, type StoreToOpen } from '@tandem/stores';
import { AddVariant } from '@tandem/catalog';
import {
  contextOf,
  DemoPeople,
  type DemoEmails,
  type DemoPassword,
  type PeopleWithPasswords,
} from './demo-people';

/** A store that was just created, with its people. */
export interface MadeStore {
  readonly store: Store;
  readonly people: PeopleWithPasswords;
}

const REASON = { label: 'Damaged', code: 'damaged', description: 'The goods arrived damaged' };

/**
 * Creates a demo store with its people, a publishable key, payment methods and a variant, in one transaction, so that a killed
 * process leaves nothing half done.
 */
@Injectable()
export class MakeDemoStore {
  constructor(
    private readonly database: Database,
    private readonly openStore: OpenStore,
    private readonly people: DemoPeople,
    private readonly addReason: AddRefundReason,
    private readonly addKey: AddApiKey,
    private readonly addMethod: AddPaymentMethod,
    private readonly addVariant: AddVariant,
  ) {}

  async run(name: string, emails: DemoEmails): Promise<MadeStore> {
    const password = await this.people.firstPassword();
    return this.database.transaction(async (tx) => {
      const { store } = await this.openStore.within(tx, newStore(name));
      return this.fill(tx, store, emails, password);
    });
  }

  /** Null if a store with this name exists. */
  async runOnce(name: string, emails: DemoEmails): Promise<MadeStore | null> {
    const password = await this.people.firstPassword();
    return this.database.transaction(async (tx) => {
      const store = await this.openStore.withinUnlessOpen(tx, newStore(name));
      return store && this.fill(tx, store, emails, password);
    });
  }

  private async fill(tx: Tx, store: Store, emails: DemoEmails, password: DemoPassword): Promise<MadeStore> {
    const people = await this.people.create(tx, store, emails, password);
    const ctx = contextOf(store, people.admin);
    await this.addReason.within(tx, ctx, REASON);
    await this.addKey.within(tx, ctx, { type: 'publishable', title: 'Storefront', scopes: [] });
    await this.addMethodWithin(tx, ctx, 'pp_bogus_default', 'Credit Card');
    await this.addMethodWithin(tx, ctx, 'pp_system_default', 'Check');
    const prices = [Money.parse('55.00', store.currency)];
    await this.addVariant.within(tx, ctx, { name: 'Tandem T-shirt', sku: 'TEE-M', active: true, prices });
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
    await this.addMethod.within(tx, ctx, { ...unset, ...visible, providerId, name });
  }
}

function newStore(name: string): StoreToOpen {
  return { name, currency: 'USD', regionName: 'United States' };
}
