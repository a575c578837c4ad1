import { Injectable } from '@nestjs/common';
import { resultAsResponse, type RequestContext, type Result } from '@tandem/context';
import type { Tx } from '@tandem/database';
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
import { numberedKey, OperationRunner, type NewOperation } from '@tandem/provider-operations';
import { BeginAuthorization } from '../complete/begin-authorization';
import { builtLocally } from '../create/local-session';
import { paymentResult } from '../complete/paid-session';
import { PayableAmount } from '../create/payable-amount';
import type { CollectionDetails, PaymentSession, SessionDetails } from '../payment-session';
import { CollectionNotUnpaid, PaymentSessionRequired } from '../payment-sessions.errors';
import { PaymentSessionsReader } from '../payment-sessions.reader';
import { PaymentSessionsRepository } from '../payment-sessions.repository';
import { SessionSettlement } from '../complete/session-settlement';
import { ManualSessionsRepository } from '../update/manual-sessions.repository';

/** An id (UUID), and as the caller wrote it. */
interface Named {
  readonly id: string;
  readonly publicId: string;
}

export interface MarkCollectionPaidInput {
  readonly collection: Named;
  /** The order it must belong to. */
  readonly order: Named;
  /** The provider of a manual method to record the payment with. */
  readonly providerId: string;
}

interface Locked {
  readonly order: Order;
  readonly collection: PaymentCollection;
}

/**
 * Records that a collection was paid in full outside any gateway (Medusa's mark-as-paid): an ordinary payment, captured at once, so
 * that refunds and totals work as usual. Only while nothing is authorized, captured or in flight for the collection.
 * @throws CollectionNotFound, OrderNotFound, OrderNotOpen, ProviderNotEnabled, PaymentSessionRequired,
 *   CollectionNotUnpaid, AmountNotPositive, AmountExceedsOutstanding, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class MarkCollectionPaid {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly collections: CollectionsRepository,
    private readonly methods: PaymentMethodsReader,
    private readonly registry: ProviderRegistry,
    private readonly sessions: PaymentSessionsRepository,
    private readonly manualSessions: ManualSessionsRepository,
    private readonly reader: PaymentSessionsReader,
    private readonly beginAuthorization: BeginAuthorization,
    private readonly runner: OperationRunner,
    private readonly settlement: SessionSettlement,
    private readonly payable: PayableAmount,
    private readonly placements: PlacementsRepository,
  ) {}

  async run(ctx: RequestContext, input: MarkCollectionPaidInput): Promise<CollectionDetails> {
    const { id: targetId } = input.collection;
    const usable = await this.methods.findUsable(ctx);
    return this.runner.run<'authorize', CollectionDetails, CollectionDetails>(ctx, 'authorize', {
      response: resultAsResponse(),
      targetId,
      reserve: async (tx, key) => {
        const locked = await this.lockCollection(tx, ctx, targetId, input);
        const method = methodOf(input.providerId, usable, locked.order);
        return { open: await this.reserve(tx, ctx, locked, { method, key }) };
      },
      settle: async (tx, operation, outcome) =>
        this.result(tx, await this.settlement.settleAuthorization(tx, operation, outcome)),
    });
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    locked: Locked,
    { method, key }: { readonly method: PaymentMethod; readonly key: string | null },
  ): Promise<NewOperation<'authorize'>> {
    await this.refuseUnlessUnpaid(tx, locked);
    await this.placements.requestPlacement(tx, locked.order);
    const id = newId();
    const session = await this.insert(tx, locked, id, method);
    return this.beginAuthorization.run(
      tx,
      { ...locked, session },
      {
        key: key ?? numberedKey(id, 'authorize', 0),
        shopperData: false,
        capture: 'automatic',
        requestedBy: { createdBy: ctx.caller.id, isByKey: ctx.caller.kind === 'secret_key' },
      },
    );
  }

  /** Lock order: order, collection. */
  private async lockCollection(
    tx: Tx,
    ctx: RequestContext,
    collectionId: string,
    { collection: named, order: of }: MarkCollectionPaidInput,
  ): Promise<Locked> {
    // Read before locking: the order is locked first, and only the collection has its id.
    const found = await this.collections.findById(ctx.storeId, collectionId, tx);
    if (found === null) throw new CollectionNotFound(named.publicId);
    if (found.orderId !== of.id) throw new OrderNotFound(of.publicId);
    const order = await this.orders.lockForUpdate(tx, ctx.storeId, found.orderId, ctx.caller.scope);
    const collection = await this.collections.lockForUpdate(tx, ctx.storeId, found.id);
    if (order === null || collection === null) throw new CollectionNotFound(named.publicId);
    return { order, collection };
  }

  private async refuseUnlessUnpaid(tx: Tx, { order, collection }: Locked): Promise<void> {
    if (order.state === 'canceled') throw new OrderNotOpen(order.state);
    const sessions = await this.sessions.findByCollections(tx, collection.storeId, [collection.id]);
    const isInProgress = sessions.some(({ state }) => state === 'requires_action' || state === 'processing');
    const isUntouched = collection.authorized.isZero() && collection.reserved.isZero();
    if (isInProgress || !isUntouched) throw new CollectionNotUnpaid();
    if (!collection.amount.isPositive()) throw new AmountNotPositive();
    const payable = await this.payable.calculate(tx, order, collection);
    if (payable.lessThan(collection.amount)) throw new AmountExceedsOutstanding(payable);
  }

  private async insert(
    tx: Tx,
    { order, collection }: Locked,
    id: string,
    method: PaymentMethod,
  ): Promise<PaymentSession> {
    const { customerId } = order;
    const provider = this.registry.get(method.providerId);
    if (!provider.capabilities.local.sessions) throw new PaymentSessionRequired();
    const made = builtLocally(
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
    return this.manualSessions.insertSuperseding(tx, {
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

  private async result(tx: Tx, details: SessionDetails): Promise<Result<CollectionDetails>> {
    const result = paymentResult(details);
    if ('error' in result) return result;
    const { storeId, collectionId } = details.session;
    return { value: await this.reader.getCollection(storeId, collectionId, tx) };
  }
}

/** @throws ProviderNotEnabled, PaymentSessionRequired */
function methodOf(providerId: string, usable: readonly PaymentMethod[], order: Order): PaymentMethod {
  const method = usable.find((candidate) => candidate.providerId === providerId);
  if (!method) throw new ProviderNotEnabled(providerId, order.regionId);
  if (method.sessionRequired) throw new PaymentSessionRequired();
  return method;
}
