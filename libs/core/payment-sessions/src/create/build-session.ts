import { Injectable } from '@nestjs/common';
import { EnsureAccountHolder, accountHolderOf, type Payer } from '@tandem/customer-vault';
import type { CoreError, RequestContext } from '@tandem/context';
import { newId } from '@tandem/ids';
import type { DecimalAmount } from '@tandem/money';
import { OrderNotFound, OrdersReader, refuseOtherCurrency, type Order, type OrderRef } from '@tandem/orders';
import { CollectionNotFound } from '@tandem/payment-collections';
import { captureMode, PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ProviderAccountHolder, ProviderData } from '@tandem/provider-kit';
import type { SavedCard } from '@tandem/customer-vault';
import { FindNamedCard, type NamedCard } from './find-named-card';
import { builtLocally, refuseCardNumbers } from './local-session';
import { RecentCurrencies } from './recent-currencies';
import type { SessionContext } from '../payment-session';
import type { NewSession } from '../payment-session.row';
import { isSaveRequested, saveMethodIn } from './save-method';

/** The caller's request to pay an order with a method. */
export interface OpenSessionInput extends NamedCard {
  readonly order: OrderRef;
  /** The order, if already loaded. */
  readonly found?: Order;
  /**
   * Converts the amount in the store's likely currency, without reading the order. If that is not the order's, the insert refuses with
   * `other_currency`, and must be run again without this.
   */
  readonly guessCurrency?: boolean;
  readonly method: PaymentMethod;
  /** Left out: the full outstanding amount. */
  readonly amount?: DecimalAmount;
  /** The caller's object for the provider. */
  readonly data: ProviderData;
  /** The collection's id as the caller wrote it (Medusa), for errors; left out if the caller named the order. */
  readonly shownCollectionId?: string;
}

/** A session ready to be inserted. */
export interface Draft {
  readonly newSession: NewSession;
  /** The paying customer; empty for a guest. */
  readonly context: SessionContext;
  /** Minor units; null for the full outstanding amount. */
  readonly amount: bigint | null;
  /** The currency of the amount, which must be the order's; null if the order was read. */
  readonly currency: string | null;
  readonly capture: 'automatic' | 'manual';
  /** The gateway's id of the saved card that pays it. */
  readonly savedProfileId?: string;
  readonly accountHolder?: ProviderAccountHolder;
  readonly saveMethod?: 'on_session' | 'off_session';
  readonly shownCollectionId?: string;
}

/** An order's id, and the order if it had to be loaded. */
export type FoundOrder = Pick<OpenSessionInput, 'found'> & { readonly order: { readonly id: string } };

/** A session as a local provider built it; at a remote gateway it does not exist yet, so it has no external id. */
interface BuiltSession {
  readonly externalId: string | null;
  readonly data: ProviderData;
}

/** The payer (null for a guest) and the saved card (null if one is entered). */
interface PaidBy {
  readonly id: string;
  readonly customerId: string | null;
  readonly payer: Payer | null;
  readonly card: SavedCard | null;
}

interface OrderAndAmount extends Pick<Draft, 'amount' | 'currency'> {
  readonly orderId: string;
  /** Null if it was not read. */
  readonly found: Order | null;
}

/** The part of creating a session that needs no lock: its amount, its payer, and a local provider's data. */
@Injectable()
export class BuildSession {
  private readonly currencies = new RecentCurrencies();

  constructor(
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly registry: ProviderRegistry,
    private readonly cards: FindNamedCard,
    private readonly holders: EnsureAccountHolder,
  ) {}

  /** Whether the provider's sessions are created by a gateway call. An unknown provider is refused later, in `run`. */
  isRemote(providerId: string): boolean {
    return this.registry.find(providerId)?.capabilities.local.sessions === false;
  }

  /** Resolves an order number to its id, which an operation needs. @throws OrderNotFound */
  async findOrder(ctx: RequestContext, { order }: Pick<OpenSessionInput, 'order'>): Promise<FoundOrder> {
    if ('id' in order) return { order };
    const found = await this.orders.find(ctx, order);
    if (found === null) throw new OrderNotFound();
    return { order: { id: found.id }, found };
  }

  /** @throws OrderNotFound, CollectionNotFound, OrderCurrencyFixed, SavedCardNotFound, CardNumberInData, SessionRefused, OutcomeUnknown */
  async run(ctx: RequestContext, input: OpenSessionInput): Promise<Draft> {
    const { method, shownCollectionId } = input;
    const { orderId, amount, currency, found } = await this.orderAndAmount(ctx, input);
    const by = await this.paidBy(ctx, input, found);
    const { id, customerId, payer, card } = by;
    const built = await this.buildLocally(ctx.storeId, input, by);
    refuseCardNumbers(built.data);
    const newSession: NewSession = {
      id,
      storeId: ctx.storeId,
      orderId,
      customerId,
      externalId: built.externalId,
      data: built.data,
      method: {
        id: method.id,
        providerId: method.providerId,
        name: method.name,
        description: method.description,
        sessionRequired: method.sessionRequired,
      },
      cardId: card?.id ?? null,
      providerIds: await this.methods.findVisibleProviders(ctx.storeId),
    };
    return {
      newSession,
      context: contextOf(payer),
      amount,
      currency,
      capture: captureMode(method),
      savedProfileId: card?.profileId,
      ...accountHolderOf(payer),
      ...this.saveMethod(input, payer),
      shownCollectionId,
    };
  }

  /**
   * An order named by id is not read here: the insert statement finds it, and requires the likely currency. It is read when the
   * customer may be created at a gateway, which must not happen for an order that does not exist.
   */
  private async orderAndAmount(ctx: RequestContext, input: OpenSessionInput): Promise<OrderAndAmount> {
    const likely = this.withoutOrder(ctx, input);
    if (likely) return likely;
    const { amount, order } = input;
    const found = input.found ?? (await this.orders.find(ctx, order));
    if (found === null) throw notFound(input);
    refuseOtherCurrency(ctx, found);
    const { currency } = found.total;
    this.currencies.set(ctx.storeId, currency);
    return { orderId: found.id, amount: amount?.in(currency).minor ?? null, currency: null, found };
  }

  /** Null if the order must be read. */
  private withoutOrder(ctx: RequestContext, input: OpenSessionInput): OrderAndAmount | null {
    const { amount, order, guessCurrency } = input;
    if (!('id' in order) || !this.needsNoOrder(ctx, input)) return null;
    if (!amount) return { orderId: order.id, amount: null, currency: null, found: null };
    if (!guessCurrency) return null;
    const likely = this.currencies.convert(ctx.storeId, amount);
    return likely && { orderId: order.id, amount: likely.minor, currency: likely.currency, found: null };
  }

  private needsNoOrder(ctx: RequestContext, { found, method, data }: OpenSessionInput): boolean {
    return !found && ctx.currency === undefined && this.needsNoCustomer(ctx, method, data);
  }

  /** Whether this session never sends a customer to a gateway. */
  private needsNoCustomer({ caller }: RequestContext, method: PaymentMethod, data: ProviderData): boolean {
    return caller.scope.customerId === null || (this.isLocal(method) && !isSaveRequested(data));
  }

  /**
   * The saved card's owner, else the logged-in customer. If the order belongs to another customer, none is sent to the gateway:
   * otherwise the payer's card would be saved for that other customer.
   */
  private async paidBy(ctx: RequestContext, input: OpenSessionInput, found: Order | null): Promise<PaidBy> {
    const card = await this.cards.run(ctx, { ...input, methodId: input.method.id });
    const customerId = card?.customerId ?? ctx.caller.scope.customerId;
    const isAnothers = card === null && found !== null && found.customerId !== customerId;
    const { id: methodId, providerId } = input.method;
    const payer =
      customerId === null || isAnothers
        ? null
        : await this.holders.findOrGuest({ storeId: ctx.storeId, customerId, providerId, methodId });
    return { id: newId(), customerId, payer, card };
  }

  private async buildLocally(
    storeId: string,
    input: OpenSessionInput,
    { id, customerId, payer, card }: PaidBy,
  ): Promise<BuiltSession> {
    const { method, data } = input;
    if (!this.isLocal(method)) return { externalId: null, data };
    return builtLocally(
      await this.registry.get(method.providerId).createSession({
        operationKey: id,
        settings: {},
        sessionId: id,
        storeId,
        orderId: null,
        capture: captureMode(method),
        data,
        customerId,
        ...accountHolderOf(payer),
        ...(card && { savedMethod: { profileId: card.profileId } }),
        ...this.saveMethod(input, payer),
      }),
    );
  }

  private saveMethod({ method, data }: OpenSessionInput, payer: Payer | null): Pick<Draft, 'saveMethod'> {
    return saveMethodIn(data, payer, this.registry.get(method.providerId).capabilities);
  }

  private isLocal({ providerId }: PaymentMethod): boolean {
    return this.registry.get(providerId).capabilities.local.sessions;
  }
}

/** The error about an order the caller has no access to, with the id the caller used. */
export function notFound({ shownCollectionId }: Pick<Draft, 'shownCollectionId'>): CoreError {
  return shownCollectionId === undefined ? new OrderNotFound() : new CollectionNotFound(shownCollectionId);
}

/** The payer as the session shows it. */
export function contextOf(payer: Payer | null): SessionContext {
  if (payer === null) return {};
  const { customer, holder } = payer;
  if (holder === null) return { customer };
  const { createdAt, updatedAt, ...rest } = holder;
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { customer, accountHolder: { ...rest, ...times } };
}
