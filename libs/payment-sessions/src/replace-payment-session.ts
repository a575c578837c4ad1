import { Injectable } from '@nestjs/common';
import { answer, unwrap, type CoreError, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { CollectionNotFound } from '@tandem/payment-collections';
import { OrdersReader } from '@tandem/orders';
import { PaymentMethodsReader, ProviderNotEnabled, type PaymentMethod } from '@tandem/payment-methods';
import type { ProviderData } from '@tandem/provider-kit';
import { OpenRemotely } from './open-remotely';
import { OpenSession, type Draft } from './open-session';
import type { CollectionDetails } from './payment-session';
import { createdCollectionFrom } from './payment-session.row';
import { PaymentSessionsReader } from './payment-sessions.reader';

export interface ReplacePaymentSessionInput {
  /** The collection (UUID), null for an id of no known form; and as the caller spelled it. */
  readonly collectionId: string | null;
  readonly shownId: string;
  readonly providerId: string;
  readonly data: ProviderData;
}

/**
 * Opens an attempt to pay all that is outstanding of a collection; its earlier attempts make way (Medusa's rule).
 * @throws CollectionNotFound, ProviderNotEnabled, OrderNotOpen, AmountNotPositive, CardNumberInData, SessionRefused,
 *   OutcomeUnknown
 */
@Injectable()
export class ReplacePaymentSession {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly opening: OpenSession,
    private readonly remotely: OpenRemotely,
    private readonly reader: PaymentSessionsReader,
  ) {}

  async run(ctx: RequestContext, input: ReplacePaymentSessionInput): Promise<CollectionDetails> {
    const { collectionId, shownId, providerId, data } = input;
    const missing = new CollectionNotFound(shownId);
    if (collectionId === null) throw missing;
    const method = await this.methodFor(ctx, collectionId, providerId, missing);
    // A cart's collection carries its order's own id.
    const draft = await this.opening.prepare(ctx, {
      order: { id: collectionId },
      method,
      data,
      replace: true,
      missing,
    });
    if (draft.made === null) {
      return this.remotely.run(ctx, draft, async (tx) =>
        answer(ctx, tx, { value: await this.reader.collection(ctx.storeId, collectionId, tx) }),
      );
    }
    const snapshot = await this.opening.inOneStatement(ctx, draft);
    return snapshot ? createdCollectionFrom(snapshot) : this.besideMoney(ctx, collectionId, draft);
  }

  /** A provider that is not enabled is named with the cart's region, and only to whoever may see the cart. */
  private async methodFor(
    ctx: RequestContext,
    id: string,
    providerId: string,
    missing: CoreError,
  ): Promise<PaymentMethod> {
    const active = await this.methods.active(ctx.storeId);
    const method = active.find((candidate) => candidate.providerId === providerId);
    if (method) return method;
    const order = await this.orders.find(ctx, { id });
    throw order ? new ProviderNotEnabled(providerId, order.regionId) : missing;
  }

  /** With payments on the collection already, the answer is read whole before it is kept. */
  private async besideMoney(
    ctx: RequestContext,
    collectionId: string,
    draft: Draft,
  ): Promise<CollectionDetails> {
    const store = async (tx: Tx): Promise<CollectionDetails> => {
      await this.opening.lock(tx, ctx, draft);
      await ctx.idempotency.claim(tx);
      await this.opening.within(tx, ctx, draft);
      const value = await this.reader.collection(ctx.storeId, collectionId, tx);
      return unwrap(await answer(ctx, tx, { value }));
    };
    return this.database.transaction(store);
  }
}
