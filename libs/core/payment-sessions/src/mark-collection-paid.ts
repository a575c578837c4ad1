import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext, type Settled } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import {
  OrderNotFound,
  OrderNotOpen,
  OrdersRepository,
  PlacementsRepository,
  type Order,
} from '@tandem/orders';
import {
  AmountExceedsOutstanding,
  AmountNotPositive,
  CollectionNotFound,
  CollectionsRepository,
  type PaymentCollection,
} from '@tandem/payment-collections';
import { PaymentMethodsReader, ProviderNotEnabled, type PaymentMethod } from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import { CarryOut, operationKey, ProviderOperations, type Begun } from '@tandem/provider-operations';
import { BeginAuthorization } from './begin-authorization';
import { madeLocally } from './local-session';
import { paid } from './paid-session';
import { PayableAmount } from './payable-amount';
import type { CollectionDetails, SessionDetails } from './payment-session';
import { CollectionNotUnpaid, PaymentSessionRequired } from './payment-sessions.errors';
import { PaymentSessionsReader } from './payment-sessions.reader';
import { PaymentSessionsRepository } from './payment-sessions.repository';
import { SessionSettlement } from './session-settlement';
import { SessionsByHandRepository } from './sessions-by-hand.repository';

/** An id (UUID, null for one of no known form), and as the caller spelled it. */
interface Named {
  readonly id: string | null;
  readonly shownId: string;
}

export interface MarkCollectionPaidInput {
  readonly collection: Named;
  /** The order it must be of. */
  readonly order: Named;
  /** Whose method it is paid with; one that needs no shopper's page. */
  readonly providerId: string;
}

interface Held {
  readonly order: Order;
  readonly collection: PaymentCollection;
}

/**
 * Says that the whole of a collection was paid by hand (Medusa): a payment like any other, captured at once, so that
 * refunds and sums know one way only. Only while nothing is held, taken or under way for it.
 * @throws CollectionNotFound, OrderNotFound, OrderNotOpen, ProviderNotEnabled, PaymentSessionRequired,
 *   CollectionNotUnpaid, AmountNotPositive, AmountExceedsOutstanding, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class MarkCollectionPaid {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersRepository,
    private readonly collections: CollectionsRepository,
    private readonly methods: PaymentMethodsReader,
    private readonly registry: ProviderRegistry,
    private readonly sessions: PaymentSessionsRepository,
    private readonly byHand: SessionsByHandRepository,
    private readonly reader: PaymentSessionsReader,
    private readonly operations: ProviderOperations,
    private readonly beginAuthorization: BeginAuthorization,
    private readonly carryOut: CarryOut,
    private readonly settlement: SessionSettlement,
    private readonly payable: PayableAmount,
    private readonly placements: PlacementsRepository,
  ) {}

  async run(ctx: RequestContext, input: MarkCollectionPaidInput): Promise<CollectionDetails> {
    await ctx.idempotency.lease();
    const usable = await this.methods.usable(ctx);
    const begun = await this.database.transaction((tx) => this.begin(tx, ctx, input, usable));
    const { operation } = begun;
    const outcome = await this.carryOut.authorize(begun, {});
    const settled = await this.database.transaction(async (tx) => {
      const details = await this.settlement.settleAuthorization(tx, operation, outcome);
      return answer(ctx, tx, await this.result(tx, details));
    });
    return unwrap(settled);
  }

  private async begin(
    tx: Tx,
    ctx: RequestContext,
    input: MarkCollectionPaidInput,
    usable: readonly PaymentMethod[],
  ): Promise<Begun> {
    const held = await this.take(tx, ctx, input);
    const id = newId();
    const { seed } = ctx.idempotency;
    const targetId = seed === null ? id : held.collection.id;
    const key = operationKey({ seed, verb: 'authorize', targetId, number: 0 });
    const before = await this.operations.findByKey(tx, ctx.storeId, key);
    if (before) return { operation: before, by: 'us before' };
    const method = methodOf(input.providerId, usable, held.order);
    await this.refuseUnlessUnpaid(tx, held);
    await this.placements.request(tx, held.order);
    await this.insert(tx, held, id, method);
    const session = await this.sessions.lock(tx, ctx.storeId, id);
    if (session === null) throw new Error(`session ${id} was inserted and is not there`);
    const by = { createdBy: ctx.caller.id ?? undefined, isByKey: ctx.caller.kind === 'secret_key' };
    const asked = { key, shopperData: false, capture: 'automatic', ...by } as const;
    return this.beginAuthorization.run(tx, { ...held, session }, asked);
  }

  /** The locks in the order that every transaction keeps: order, collection. */
  private async take(
    tx: Tx,
    ctx: RequestContext,
    { collection: named, order: of }: MarkCollectionPaidInput,
  ): Promise<Held> {
    const found = named.id === null ? null : await this.collections.find(ctx.storeId, named.id, tx);
    if (found === null) throw new CollectionNotFound(named.shownId);
    if (found.orderId !== of.id) throw new OrderNotFound(of.shownId);
    const order = await this.orders.lock(tx, ctx.storeId, found.orderId, ctx.caller.reach);
    const collection = await this.collections.lock(tx, ctx.storeId, found.id);
    if (order === null || collection === null) throw new CollectionNotFound(named.shownId);
    return { order, collection };
  }

  private async refuseUnlessUnpaid(tx: Tx, { order, collection }: Held): Promise<void> {
    if (order.state === 'canceled') throw new OrderNotOpen(order.state);
    const sessions = await this.sessions.ofCollections(tx, collection.storeId, [collection.id]);
    const isUnderWay = sessions.some(({ state }) => state === 'requires_action' || state === 'processing');
    const isUntouched = collection.authorized.isZero() && collection.reserved.isZero();
    if (isUnderWay || !isUntouched) throw new CollectionNotUnpaid();
    if (!collection.amount.isPositive()) throw new AmountNotPositive();
    const payable = await this.payable.of(tx, order, collection);
    if (payable.lessThan(collection.amount)) throw new AmountExceedsOutstanding(payable);
  }

  private async insert(
    tx: Tx,
    { order, collection }: Held,
    id: string,
    method: PaymentMethod,
  ): Promise<void> {
    const { customerId } = order;
    const provider = this.registry.get(method.providerId);
    if (!provider.capabilities.local.sessions) throw new PaymentSessionRequired();
    const made = madeLocally(
      await provider.createSession({
        operationKey: id,
        settings: {},
        sessionId: id,
        storeId: order.storeId,
        orderId: order.id,
        capture: 'automatic',
        data: {},
        customerId,
      }),
    );
    await this.byHand.insertAlone(tx, {
      ...made,
      storeId: order.storeId,
      id,
      orderId: order.id,
      collectionId: collection.id,
      paymentMethodId: method.id,
      providerId: method.providerId,
      customerId,
      amount: collection.amount,
    });
  }

  private async result(tx: Tx, details: SessionDetails): Promise<Settled<CollectionDetails>> {
    const result = paid(details);
    if ('refusal' in result) return result;
    const { storeId, collectionId } = details.session;
    return { value: await this.reader.collection(storeId, collectionId, tx) };
  }
}

/** @throws ProviderNotEnabled, PaymentSessionRequired */
function methodOf(providerId: string, usable: readonly PaymentMethod[], order: Order): PaymentMethod {
  const method = usable.find((candidate) => candidate.providerId === providerId);
  if (!method) throw new ProviderNotEnabled(providerId, order.regionId);
  if (method.sessionRequired) throw new PaymentSessionRequired();
  return method;
}
