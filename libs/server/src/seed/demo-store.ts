import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Customer } from '@tandem/customers';
import type { AdminUser } from '@tandem/staff';
import { CreateApiKey, ApiKeys, RevokeFormerKeys, WRITE_ALL } from '@tandem/auth';
import { ImportOrder } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { StoresReader, type Region, type Store } from '@tandem/stores';
import { contextOf, DEMO_EMAILS, DemoPeople, emailsOf, type LoggedIn } from './demo-people';
import { CreateDemoStore, type CreatedStore } from './create-demo-store';

export const DEMO_STORE = 'Tandem demo store';

// Each run of `demo` creates a key with such a title and revokes its former ones.
const KEY_TITLES = '^Demo [0-9a-f]{8}$';

/** The demo store as a server start prints it. */
export interface DemoStoreAtStart {
  readonly store: Store;
  readonly publishableKey: string;
  /** Null if the store existed already: a start creates no key then. */
  readonly secretKey: string | null;
  readonly methods: readonly PaymentMethod[];
  readonly order: Order;
}

/** A store ready to take a payment, with its people and keys. */
export interface DemoStoreDetails extends DemoStoreAtStart {
  readonly region: Region;
  readonly secretKey: string;
  readonly admin: LoggedIn<AdminUser>;
  readonly customer: LoggedIn<Customer>;
  readonly customerOrder: Order;
}

/** Sets up demo stores, each with keys, people, payment methods and two unpaid orders of 110.00 USD. */
@Injectable()
export class DemoStore {
  constructor(
    private readonly createStore: CreateDemoStore,
    private readonly stores: StoresReader,
    private readonly keys: ApiKeys,
    private readonly addKey: CreateApiKey,
    private readonly revokeFormer: RevokeFormerKeys,
    private readonly people: DemoPeople,
    private readonly methods: PaymentMethodsReader,
    private readonly handOver: ImportOrder,
  ) {}

  /** Creates the demo store if it does not exist; each run creates a new secret key and unpaid orders. */
  async run(): Promise<DemoStoreDetails> {
    const made = await this.createOnce();
    if (made) return this.describeWithKeys(made);
    const store = await this.getExisting();
    const people = await this.people.complete(store, DEMO_EMAILS);
    return this.describeWithKeys({ store, people: await this.people.setPasswords(store, people) });
  }

  /** The demo store for a server start; created if missing. Null if its admin is gone, as the store is then used for real. */
  async start(): Promise<DemoStoreAtStart | null> {
    const made = await this.createOnce();
    if (made) return this.describeWithKeys(made);
    const store = await this.getExisting();
    const { admin: owner } = await this.people.findPeople(store, DEMO_EMAILS);
    return owner && { ...(await this.describe(store, owner)), secretKey: null };
  }

  /** Another store of the same kind. */
  async create(name: string): Promise<DemoStoreDetails> {
    const mark = `+${randomBytes(6).toString('hex')}`;
    return this.describeWithKeys(await this.createStore.run(name, emailsOf(mark)));
  }

  /** Null if it exists. */
  private async createOnce(): Promise<CreatedStore | null> {
    if (await this.stores.findByName(DEMO_STORE)) return null;
    return this.createStore.runOnce(DEMO_STORE, DEMO_EMAILS);
  }

  private async getExisting(): Promise<Store> {
    const store = await this.stores.findByName(DEMO_STORE);
    if (store === null) throw new Error('the demo store was renamed by a concurrent request');
    return store;
  }

  private async describeWithKeys({ store, people }: CreatedStore): Promise<DemoStoreDetails> {
    return {
      ...(await this.describe(store, people.admin)),
      ...this.people.logIn(store, people),
      region: await this.stores.getRegionFor(store.id, store.currency),
      secretKey: await this.createSecretKey(contextOf(store, people.admin)),
      customerOrder: await this.createUnpaidOrder(store, people.admin, people.customer),
    };
  }

  private async describe(store: Store, owner: AdminUser): Promise<Omit<DemoStoreAtStart, 'secretKey'>> {
    return {
      store,
      publishableKey: await this.getPublishableKey(contextOf(store, owner)),
      methods: await this.methods.findVisible(store.id),
      order: await this.createUnpaidOrder(store, owner, null),
    };
  }

  /** Also revokes the keys of former runs. */
  private async createSecretKey(ctx: RequestContext): Promise<string> {
    const title = `Demo ${randomBytes(4).toString('hex')}`;
    const { id, token } = await this.addKey.run(ctx, { type: 'secret', title, scopes: [WRITE_ALL] });
    await this.revokeFormer.run(ctx, { currentId: id, titles: KEY_TITLES });
    return token;
  }

  private async getPublishableKey(ctx: RequestContext): Promise<string> {
    return (
      (await this.keys.findPublishableToken(ctx.storeId)) ??
      (await this.addKey.run(ctx, { type: 'publishable', title: 'Storefront', scopes: [] })).token
    );
  }

  private async createUnpaidOrder(store: Store, owner: AdminUser, customer: Customer | null): Promise<Order> {
    const price = Money.parse('55.00', store.currency);
    const { order } = await this.handOver.run(contextOf(store, owner), {
      currency: store.currency,
      email: customer?.email ?? 'guest@example.com',
      customerId: customer?.id ?? null,
      items: [{ name: 'Tandem T-shirt', sku: 'TEE-M', quantity: 2, price }],
      adjustments: [],
      metadata: {},
    });
    return order;
  }
}
