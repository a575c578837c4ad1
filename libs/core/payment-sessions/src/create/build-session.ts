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
import type { SessionContext } from '../payment-session';
import type { NewSession } from '../payment-session.row';
import { asksToSave, saveMethodIn } from './save-method';

/** What a caller asks for: an attempt to pay an order with a method. */
export interface OpenSessionInput extends NamedCard {
  readonly order: OrderRef;
  /** The same, where it was looked up already. */
  readonly found?: Order;
  readonly method: PaymentMethod;
  /** Left out: all that is outstanding. */
  readonly amount?: DecimalAmount;
  /** The caller's object for the provider. */
  readonly data: ProviderData;
  /** The collection as the caller named it (Medusa), for an error about it; left out where the order was named. */
  readonly shownCollectionId?: string;
}

/** A session ready to be stored. */
export interface Draft {
  readonly known: NewSession;
  /** Who pays; empty for a guest. */
  readonly context: SessionContext;
  /** Minor units; null for all that is outstanding. */
  readonly amount: bigint | null;
  readonly capture: 'automatic' | 'manual';
  /** The gateway's id of the saved card that pays it. */
  readonly savedProfileId?: string;
  readonly accountHolder?: ProviderAccountHolder;
  readonly saveMethod?: 'on_session' | 'off_session';
  readonly shownCollectionId?: string;
}

/** An order by its id, and as it was found where that took a look. */
export type FoundOrder = Pick<OpenSessionInput, 'found'> & { readonly order: { readonly id: string } };

/** A session as a local provider has made it; a remote one has not been asked yet, and there is no id. */
interface BuiltSession {
  readonly externalId: string | null;
  readonly data: ProviderData;
}

/** Who pays with what; null for a guest, and for a card that is entered. */
interface PaidBy {
  readonly id: string;
  readonly customerId: string | null;
  readonly payer: Payer | null;
  readonly card: SavedCard | null;
}

/** All of a session's opening that needs no lock: the amount, and the session as a local provider makes it. */
@Injectable()
export class BuildSession {
  constructor(
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly registry: ProviderRegistry,
    private readonly cards: FindNamedCard,
    private readonly holders: EnsureAccountHolder,
  ) {}

  /** Whether a gateway is asked for its sessions, by an operation. An unknown provider is refused when one is prepared. */
  isRemote(providerId: string): boolean {
    return this.registry.find(providerId)?.capabilities.local.sessions === false;
  }

  /** What an operation is about has an id: an order that is named by its number is looked up. @throws OrderNotFound */
  async orderOf(ctx: RequestContext, { order }: Pick<OpenSessionInput, 'order'>): Promise<FoundOrder> {
    if ('id' in order) return { order };
    const found = await this.orders.find(ctx, order);
    if (found === null) throw new OrderNotFound();
    return { order: { id: found.id }, found };
  }

  /** @throws OrderNotFound, CollectionNotFound, OrderCurrencyFixed, SavedCardNotFound, CardNumberInData, SessionRefused, OutcomeUnknown */
  async run(ctx: RequestContext, input: OpenSessionInput): Promise<Draft> {
    const { method, shownCollectionId } = input;
    const { orderId, amount, found } = await this.orderAndAmount(ctx, input);
    const by = await this.paidBy(ctx, input, found);
    const { id, customerId, payer, card } = by;
    const made = await this.buildLocally(ctx.storeId, input, by);
    refuseCardNumbers(made.data);
    const known: NewSession = {
      id,
      storeId: ctx.storeId,
      orderId,
      customerId,
      externalId: made.externalId,
      data: made.data,
      method: {
        id: method.id,
        providerId: method.providerId,
        name: method.name,
        description: method.description,
        sessionRequired: method.sessionRequired,
      },
      cardId: card?.id ?? null,
      providerIds: await this.methods.visibleProviders(ctx.storeId),
    };
    return {
      known,
      context: contextOf(payer),
      amount,
      capture: captureMode(method),
      savedProfileId: card?.profileId,
      ...accountHolderOf(payer),
      ...this.saveMethod(input, payer),
      shownCollectionId,
    };
  }

  /**
   * An order named by its id, to be paid in full, needs no look-up of its own: the statement finds it. But no gateway is
   * told of a customer for the sake of an order that is not there.
   */
  private async orderAndAmount(
    ctx: RequestContext,
    input: OpenSessionInput,
  ): Promise<{ orderId: string; amount: bigint | null; found: Order | null }> {
    const { amount, order } = input;
    if ('id' in order && this.needsNoOrder(ctx, input))
      return { orderId: order.id, amount: null, found: null };
    const found = input.found ?? (await this.orders.find(ctx, order));
    if (found === null) throw notFound(input);
    refuseOtherCurrency(ctx, found);
    return { orderId: found.id, amount: amount?.in(found.total.currency).minor ?? null, found };
  }

  private needsNoOrder(ctx: RequestContext, { amount, found, method, data }: OpenSessionInput): boolean {
    const hasNoOverrides = !amount && !found && ctx.currency === undefined;
    return hasNoOverrides && this.needsNoCustomer(ctx, method, data);
  }

  /** Whether no gateway comes to know a customer by this session. */
  private needsNoCustomer({ caller }: RequestContext, method: PaymentMethod, data: ProviderData): boolean {
    return caller.scope.customerId === null || (this.isLocal(method) && !asksToSave(data));
  }

  /**
   * Of a saved card the customer it belongs to, else whoever is logged in. Where the order is known to be another's, its gateway
   * is told of no customer: whoever pays it then would have their card kept for a stranger.
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

/** The error about an order out of reach, as the caller named it. */
export function notFound({ shownCollectionId }: Pick<Draft, 'shownCollectionId'>): CoreError {
  return shownCollectionId === undefined ? new OrderNotFound() : new CollectionNotFound(shownCollectionId);
}

/** What a session shows of who pays it. */
export function contextOf(payer: Payer | null): SessionContext {
  if (payer === null) return {};
  const { customer, holder } = payer;
  if (holder === null) return { customer };
  const { createdAt, updatedAt, ...rest } = holder;
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { customer, accountHolder: { ...rest, ...times } };
}
