import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AddCustomer,
  AdminsRepository,
  CustomersReader,
  type AdminUser,
  type Customer,
} from '@tandem/accounts';
import { AddApiKey, ApiKeys, JwtTokens, WRITE_ALL } from '@tandem/auth';
import { HandOverOrder } from '@tandem/checkout';
import { admin, noIdempotency, type RequestContext } from '@tandem/context';
import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { AddPaymentMethod, PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { AddRefundReason } from '@tandem/payments';
import { AddVariant } from '@tandem/variants';
import { OpenStore, StoresReader, type Region, type Store } from '@tandem/stores';

export const DEMO_STORE = 'Tandem demo store';

// The demo people log in with it; a store of one's own has its own.
const PASSWORD = 'tandem-demo';

/** The demo people's addresses; those of another store have `mark` in them, for an email logs in without a key. */
const emailsOf = (mark: string): { admin: string; customer: string } => ({
  admin: `admin${mark}@example.com`,
  customer: `customer${mark}@example.com`,
});

type Emails = ReturnType<typeof emailsOf>;

const CUSTOMER = {
  firstName: null,
  lastName: null,
  companyName: null,
  phone: null,
  acceptsEmailMarketing: false,
  metadata: {},
  password: PASSWORD,
};

/** A store ready to take a payment, with whoever may ask. */
export interface StoreInUse {
  readonly store: Store;
  readonly region: Region;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly admin: AdminUser & { readonly password: string; readonly jwt: string };
  readonly customer: Customer & { readonly password: string; readonly jwt: string };
  readonly methods: readonly PaymentMethod[];
  readonly order: Order;
  readonly customerOrder: Order;
}

interface People {
  readonly admin: AdminUser;
  readonly customer: Customer;
}

/** Sets up stores to try Tandem with: each with keys, people, payment methods and two unpaid orders of 110.00 USD. */
@Injectable()
export class DemoStore {
  constructor(
    private readonly openStore: OpenStore,
    private readonly stores: StoresReader,
    private readonly keys: ApiKeys,
    private readonly addKey: AddApiKey,
    private readonly admins: AdminsRepository,
    private readonly customers: CustomersReader,
    private readonly addCustomer: AddCustomer,
    private readonly jwt: JwtTokens,
    private readonly addMethod: AddPaymentMethod,
    private readonly methods: PaymentMethodsReader,
    private readonly addVariant: AddVariant,
    private readonly addReason: AddRefundReason,
    private readonly handOver: HandOverOrder,
  ) {}

  /** The demo store: made once, then found again, each time with a new secret key and fresh orders. */
  async run(): Promise<StoreInUse> {
    const store = await this.stores.findByName(DEMO_STORE);
    return store ? this.use(store, emailsOf('')) : this.set(DEMO_STORE, emailsOf(''));
  }

  /** Another store of the same kind. */
  make(name: string): Promise<StoreInUse> {
    return this.set(name, emailsOf(`+${randomBytes(6).toString('hex')}`));
  }

  private async set(name: string, emails: Emails): Promise<StoreInUse> {
    const { store } = await this.openStore.run({ name, currency: 'USD', regionName: 'United States' });
    const owner = await this.admins.add(store.id, { email: emails.admin, password: PASSWORD });
    const ctx = contextOf(store, owner);
    await this.addReason.run(ctx, {
      label: 'Damaged',
      code: 'damaged',
      description: 'The goods arrived damaged',
    });
    await this.addKey.run(ctx, { type: 'publishable', title: 'Storefront', scopes: [] });
    await this.addMethod.run(ctx, method('pp_bogus_default', 'Credit Card'));
    await this.addMethod.run(ctx, method('pp_system_default', 'Check'));
    await this.addCustomer.run(ctx, { ...CUSTOMER, email: emails.customer });
    const prices = [Money.parse('55.00', store.currency)];
    await this.addVariant.run(ctx, { name: 'Tandem T-shirt', sku: 'TEE-M', active: true, prices });
    return this.use(store, emails);
  }

  private async use(store: Store, emails: Emails): Promise<StoreInUse> {
    const { admin: owner, customer } = await this.peopleOf(store, emails);
    const ctx = contextOf(store, owner);
    const title = `Demo ${randomBytes(4).toString('hex')}`;
    const { token: secretKey } = await this.addKey.run(ctx, { type: 'secret', title, scopes: [WRITE_ALL] });
    return {
      store,
      region: await this.stores.regionFor(store.id, store.currency),
      publishableKey: await this.publishableKey(ctx),
      secretKey,
      admin: {
        ...owner,
        password: PASSWORD,
        jwt: this.jwt.issue('admin', { ...owner, storeId: store.id }),
      },
      customer: {
        ...customer,
        password: PASSWORD,
        jwt: this.jwt.issue('store', { ...customer, storeId: store.id }),
      },
      methods: await this.methods.visible(store.id),
      order: await this.unpaidOrder(store, owner, null),
      customerOrder: await this.unpaidOrder(store, owner, customer),
    };
  }

  private async publishableKey(ctx: RequestContext): Promise<string> {
    return (
      (await this.keys.publishableOf(ctx.storeId)) ??
      (await this.addKey.run(ctx, { type: 'publishable', title: 'Storefront', scopes: [] })).token
    );
  }

  private async peopleOf(store: Store, emails: Emails): Promise<People> {
    const owner = await this.admins.findByEmail(store.id, emails.admin);
    const customer = await this.customers.findByEmail(store.id, emails.customer);
    if (!owner || !customer) throw new Error(`the store "${store.name}" is no demo store`);
    return { admin: owner, customer };
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

function contextOf(store: Store, owner: AdminUser): RequestContext {
  return { storeId: store.id, caller: admin(owner.id), idempotency: noIdempotency };
}
