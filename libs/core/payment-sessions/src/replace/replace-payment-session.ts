import { Injectable } from '@nestjs/common';
import { storeResponse, readerOf, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { CollectionNotFound } from '@tandem/payment-collections';
import { OrdersReader } from '@tandem/orders';
import { PaymentMethodsReader, ProviderNotEnabled, type PaymentMethod } from '@tandem/payment-methods';
import type { ProviderData } from '@tandem/provider-kit';
import { CreateRemoteSession } from '../create/create-remote-session';
import { savedProfileIn } from '../create/find-named-card';
import type { CollectionDetails } from '../payment-session';
import { createdCollectionFrom } from '../payment-session.row';
import { PaymentSessionsReader } from '../payment-sessions.reader';
import { BuildSession, type Draft } from '../create/build-session';
import { InsertSession } from '../create/insert-session';

export interface ReplacePaymentSessionInput {
  /** The collection (UUID), and as the caller wrote it. */
  readonly collectionId: string;
  readonly publicId: string;
  readonly providerId: string;
  readonly data: ProviderData;
}

/**
 * Creates a session for the full outstanding amount of a collection and supersedes its other sessions (Medusa's rule).
 * @throws CollectionNotFound, ProviderNotEnabled, OrderNotPayable, AmountNotPositive, CardNumberInData, SessionRefused,
 *   OutcomeUnknown
 */
@Injectable()
export class ReplacePaymentSession {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly buildSession: BuildSession,
    private readonly insertSession: InsertSession,
    private readonly createRemote: CreateRemoteSession,
    private readonly reader: PaymentSessionsReader,
  ) {}

  async run(ctx: RequestContext, input: ReplacePaymentSessionInput): Promise<CollectionDetails> {
    // A cart's collection has the same id as its order.
    const { collectionId: orderId } = input;
    if (this.buildSession.isRemote(input.providerId)) {
      const prepare = (): Promise<Draft> => this.draft(ctx, input);
      const response = readerOf((tx) => this.reader.getCollection(ctx.storeId, orderId, tx));
      return this.createRemote.run(ctx, { orderId, place: 'replaceOthers', prepare }, response);
    }
    const draft = await this.draft(ctx, input);
    const inserted = await this.insertSession.insertWithKey(ctx, draft, 'replaceOthers');
    return 'snapshot' in inserted
      ? createdCollectionFrom(inserted.snapshot)
      : this.replaceUnderLock(ctx, draft);
  }

  private async draft(ctx: RequestContext, input: ReplacePaymentSessionInput): Promise<Draft> {
    const { collectionId, publicId, data } = input;
    const method = await this.methodFor(ctx, input);
    const savedProfileId = savedProfileIn(data);
    const order = { id: collectionId };
    return this.buildSession.run(ctx, { order, method, data, savedProfileId, shownCollectionId: publicId });
  }

  /** The error about a provider that is not enabled names the cart's region, so it is only for callers who may see the cart. */
  private async methodFor(
    ctx: RequestContext,
    { collectionId: id, publicId, providerId }: ReplacePaymentSessionInput,
  ): Promise<PaymentMethod> {
    const usable = await this.methods.findUsable(ctx);
    const method = usable.find((candidate) => candidate.providerId === providerId);
    if (method) return method;
    const order = await this.orders.find(ctx, { id });
    if (order === null) throw new CollectionNotFound(publicId);
    throw new ProviderNotEnabled(providerId, order.regionId);
  }

  /** For a collection with payments: the response shows them, so it is read in full before it is stored. */
  private replaceUnderLock(ctx: RequestContext, draft: Draft): Promise<CollectionDetails> {
    return this.database.transaction(async (tx) => {
      const { placedDue } = await this.insertSession.lockOrder(tx, ctx, draft);
      await ctx.idempotency.claim(tx);
      await this.insertSession.insertInTransaction(tx, ctx, draft, { place: 'replaceOthers', placedDue });
      const value = await this.reader.getCollection(ctx.storeId, draft.newSession.orderId, tx);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
