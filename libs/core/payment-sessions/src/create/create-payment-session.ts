import { Injectable } from '@nestjs/common';
import { readerOf, type RequestContext } from '@tandem/context';
import type { OrderRef } from '@tandem/orders';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import type { DecimalAmount } from '@tandem/money';
import type { ProviderData } from '@tandem/provider-kit';
import { CreateRemoteSession, type CreatedSession } from './create-remote-session';
import type { SessionDetails } from '../payment-session';
import { createdDetailsFrom } from '../payment-session.row';
import { PaymentSessionsReader } from '../payment-sessions.reader';
import { BuildSession, type Draft, type FoundOrder, type OpenSessionInput } from './build-session';
import { InsertSession } from './insert-session';

export interface CreatePaymentSessionInput {
  readonly order: OrderRef;
  /** The payment method (UUID). */
  readonly methodId: string;
  /** Left out: the full outstanding amount. */
  readonly amount?: DecimalAmount;
  readonly data: ProviderData;
  /** A saved card of the calling customer (UUID); left out for none. */
  readonly savedCardId?: string;
  /** The saved card by the gateway's id. */
  readonly savedProfileId?: string;
}

type GuessCurrency = Pick<OpenSessionInput, 'guessCurrency'>;

/**
 * Creates another session to pay an order; the existing ones stay open (Spree's rule).
 * @throws OrderNotFound, OrderNotPayable, PaymentMethodNotFound, SavedCardNotFound, AmountNotPositive, AmountExceedsOutstanding,
 *   CardNumberInData, SessionRefused, OutcomeUnknown
 */
@Injectable()
export class CreatePaymentSession {
  constructor(
    private readonly methods: PaymentMethodsReader,
    private readonly buildSession: BuildSession,
    private readonly insertSession: InsertSession,
    private readonly createRemote: CreateRemoteSession,
    private readonly reader: PaymentSessionsReader,
  ) {}

  async run(ctx: RequestContext, input: CreatePaymentSessionInput): Promise<SessionDetails> {
    // Includes removed methods, so that a retry can continue a session begun before the removal.
    const { providerId } = await this.methods.getIncludingRemoved(ctx.storeId, input.methodId);
    if (this.buildSession.isRemote(providerId)) return this.remote(ctx, input);
    return (await this.local(ctx, input, true)) ?? this.inOrdersCurrency(ctx, input);
  }

  /** The order has another currency than the last one: it is read, and nothing was written yet. */
  private async inOrdersCurrency(
    ctx: RequestContext,
    input: CreatePaymentSessionInput,
  ): Promise<SessionDetails> {
    const details = await this.local(ctx, input, false);
    if (details === null) throw new Error("a session in its order's currency was not inserted");
    return details;
  }

  /** Null if the guessed currency is wrong. */
  private async local(
    ctx: RequestContext,
    input: CreatePaymentSessionInput,
    guessCurrency: boolean,
  ): Promise<SessionDetails | null> {
    const draft = await this.draft(ctx, { ...input, guessCurrency });
    const inserted = await this.insertSession.insertWithKey(ctx, draft, 'keepOthers');
    return 'snapshot' in inserted ? createdDetailsFrom(inserted.snapshot) : null;
  }

  private async remote(ctx: RequestContext, input: CreatePaymentSessionInput): Promise<SessionDetails> {
    const found = await this.buildSession.findOrder(ctx, input);
    const prepare = (): Promise<Draft> => this.draft(ctx, { ...input, ...found });
    const response = readerOf((tx, session: CreatedSession) => this.reader.getDetails(tx, session));
    return this.createRemote.run(ctx, { orderId: found.order.id, place: 'keepOthers', prepare }, response);
  }

  private async draft(
    ctx: RequestContext,
    { methodId, ...input }: CreatePaymentSessionInput & Pick<FoundOrder, 'found'> & GuessCurrency,
  ): Promise<Draft> {
    const method = await this.methods.get(ctx, methodId);
    return this.buildSession.run(ctx, { ...input, method });
  }
}
