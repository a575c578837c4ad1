import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AdminUser, Customer } from '@tandem/accounts';
import { AddApiKey, ApiKeys, RevokeFormerKeys, WRITE_ALL } from '@tandem/auth';
import { HandOverOrder } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { AddPaymentMethod, PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { AddRefundReason } from '@tandem/payments';
import { AddVariant } from '@tandem/variants';
import { OpenStore, StoresReader, type Region, type Store } from '@tandem/stores';
import {
  contextOf,
  DEMO_EMAILS,
  DemoPeople,
  emailsOf,
  type DemoEmails,
  type DemoPair,
  type LoggedIn,
  type PeopleWithPasswords,
} from './demo-people';

export const DEMO_STORE = 'Tandem demo store';

// Each run of the demo makes one, and revokes those it made before.
const KEY_TITLES = '^Demo [0-9a-f]{8}$';

/** The demo store as a start finds it. */
export interface StoreAtStart {
  readonly store: Store;
  readonly publishableKey: string;
  /** Null where the store was there already: a start makes no key. */
  readonly secretKey: string | null;
  readonly methods: readonly PaymentMethod[];
  readonly order: Order;
}

/** A store ready to take a payment, with its people and keys. */
export interface StoreInUse extends StoreAtStart {
  readonly region: Region;
  readonly secretKey: string;
  readonly admin: LoggedIn<AdminUser>;
  readonly customer: LoggedIn<Customer>;
  readonly customerOrder: Order;
}

/** Sets up stores to try Tandem with: each with keys, people, payment methods and two unpaid orders of 110.00 USD. */
@Injectable()
export class DemoStore {
  constructor(
    private readonly openStore: OpenStore,
    private readonly stores: StoresReader,
    private readonly keys: ApiKeys,
    private readonly addKey: AddApiKey,
    private readonly revokeFormer: RevokeFormerKeys,
    private readonly people: DemoPeople,
    private readonly addMethod: AddPaymentMethod,
    private readonly methods: PaymentMethodsReader,
    private readonly addVariant: AddVariant,
    private readonly addReason: AddRefundReason,
    private readonly handOver: HandOverOrder,
  ) {}

  /** The demo store: made once, then found again, each time with a new secret key and fresh orders. */
  async run(): Promise<StoreInUse> {
    const store = await this.stores.findByName(DEMO_STORE);
    if (store === null) return this.set(DEMO_STORE, DEMO_EMAILS);
    const found = await this.people.find(store, DEMO_EMAILS);
    if (found === null)
      throw new Error(`the people of the store "${store.name}" are gone: it is no demo store`);
    return this.use(store, await this.people.withPasswords(store, found));
  }

  /** What a start shows of it: made where it is not there. Null where its people are gone: it is somebody's own then. */
  async start(): Promise<StoreAtStart | null> {
    const store = await this.stores.findByName(DEMO_STORE);
    if (store === null) return this.set(DEMO_STORE, DEMO_EMAILS);
    const found = await this.people.find(store, DEMO_EMAILS);
    return found && { ...(await this.look(store, found)), secretKey: null };
  }

  /** Another store of the same kind. */
  make(name: string): Promise<StoreInUse> {
    const mark = `+${randomBytes(6).toString('hex')}`;
    return this.set(name, emailsOf(mark));
  }

  private async set(name: string, emails: DemoEmails): Promise<StoreInUse> {
    const { store } = await this.openStore.run({ name, currency: 'USD', regionName: 'United States' });
    const people = await this.people.create(store, emails);
    const ctx = contextOf(store, people.admin);
    await this.addReason.run(ctx, {
      label: 'Damaged',
      code: 'damaged',
      description: 'The goods arrived damaged',
    });
    await this.addKey.run(ctx, { type: 'publishable', title: 'Storefront', scopes: [] });
    await this.addMethod.run(ctx, method('pp_bogus_default', 'Credit Card'));
    await this.addMethod.run(ctx, method('pp_system_default', 'Check'));
    const prices = [Money.parse('55.00', store.currency)];
    await this.addVariant.run(ctx, { name: 'Tandem T-shirt', sku: 'TEE-M', active: true, prices });
    return this.use(store, people);
  }

  private async use(store: Store, people: PeopleWithPasswords): Promise<StoreInUse> {
    return {
      ...(await this.look(store, people)),
      ...this.people.loggedIn(store, people),
      region: await this.stores.regionFor(store.id, store.currency),
      secretKey: await this.newSecretKey(contextOf(store, people.admin)),
      customerOrder: await this.unpaidOrder(store, people.admin, people.customer),
    };
  }

  private async look(store: Store, { admin }: DemoPair): Promise<Omit<StoreAtStart, 'secretKey'>> {
    return {
      store,
      publishableKey: await this.publishableKey(contextOf(store, admin)),
      methods: await this.methods.visible(store.id),
      order: await this.unpaidOrder(store, admin, null),
    };
  }

  /** The one it made before is revoked. */
  private async newSecretKey(ctx: RequestContext): Promise<string> {
    const title = `Demo ${randomBytes(4).toString('hex')}`;
    const { id, token } = await this.addKey.run(ctx, { type: 'secret', title, scopes: [WRITE_ALL] });
    await this.revokeFormer.run(ctx, { keptId: id, titles: KEY_TITLES });
    return token;
  }

  private async publishableKey(ctx: RequestContext): Promise<string> {
    return (
      (await this.keys.publishableOf(ctx.storeId)) ??
      (await this.addKey.run(ctx, { type: 'publishable', title: 'Storefront', scopes: [] })).token
    );
  }

  private async unpaidOrder(store: Store, owner: AdminUser, customer: Customer | null): Promise<Order> {
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

function method(providerId: string, name: string): Parameters<AddPaymentMethod['run']>[1] {
  const unset = { description: null, position: null, metadata: {}, settings: {} };
  return { ...unset, providerId, name, active: true, storefrontVisible: true, autoCapture: false };
}
