import { Injectable } from '@nestjs/common';
import { storeResponse, readerOf, orThrow, type RequestContext } from '@tandem/context';
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
 * Opens an attempt to pay all that is outstanding of a collection; its earlier attempts make way (Medusa's rule).
 * @throws CollectionNotFound, ProviderNotEnabled, OrderNotPayable, AmountNotPositive, CardNumberInData, SessionRefused,
 *   OutcomeUnknown
 */
@Injectable()
export class ReplacePaymentSession {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly prepare: BuildSession,
    private readonly store: InsertSession,
    private readonly createRemote: CreateRemoteSession,
    private readonly reader: PaymentSessionsReader,
  ) {}

  async run(ctx: RequestContext, input: ReplacePaymentSessionInput): Promise<CollectionDetails> {
    // A cart's collection carries its order's own id.
    const { collectionId: orderId } = input;
    if (this.prepare.isRemote(input.providerId)) {
      const prepare = (): Promise<Draft> => this.draft(ctx, input);
      const response = readerOf((tx) => this.reader.collection(ctx.storeId, orderId, tx));
      return this.createRemote.run(ctx, { orderId, place: 'alone', prepare }, response);
    }
    const draft = await this.draft(ctx, input);
    const stored = await this.store.inOneStatement(ctx, draft, 'alone');
    return stored === null ? this.keepingAuthorized(ctx, draft) : createdCollectionFrom(stored);
  }

  private async draft(ctx: RequestContext, input: ReplacePaymentSessionInput): Promise<Draft> {
    const { collectionId, publicId, data } = input;
    const method = await this.methodFor(ctx, input);
    const savedProfileId = savedProfileIn(data);
    const order = { id: collectionId };
    return this.prepare.run(ctx, { order, method, data, savedProfileId, shownCollectionId: publicId });
  }

  /** A provider that is not enabled is named with the cart's region, and only to whoever may see the cart. */
  private async methodFor(
    ctx: RequestContext,
    { collectionId: id, publicId, providerId }: ReplacePaymentSessionInput,
  ): Promise<PaymentMethod> {
    const usable = await this.methods.usable(ctx);
    const method = usable.find((candidate) => candidate.providerId === providerId);
    if (method) return method;
    const order = await this.orders.find(ctx, { id });
    if (order === null) throw new CollectionNotFound(publicId);
    throw new ProviderNotEnabled(providerId, order.regionId);
  }

  /** With payments on the collection already, the answer is read whole before it is kept. */
  private keepingAuthorized(ctx: RequestContext, draft: Draft): Promise<CollectionDetails> {
    return this.database.transaction(async (tx) => {
      const { placedDue } = await this.store.lockOrder(tx, ctx, draft);
      await ctx.idempotency.claim(tx);
      await this.store.within(tx, ctx, draft, { place: 'alone', placedDue });
      const value = await this.reader.collection(ctx.storeId, draft.known.orderId, tx);
      return orThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
