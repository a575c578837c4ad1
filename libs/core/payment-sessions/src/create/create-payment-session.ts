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
import { BuildSession, type Draft, type FoundOrder } from './build-session';
import { InsertSession } from './insert-session';

export interface CreatePaymentSessionInput {
  readonly order: OrderRef;
  /** The payment method (UUID). */
  readonly methodId: string;
  /** Left out: all that is outstanding. */
  readonly amount?: DecimalAmount;
  readonly data: ProviderData;
  /** A saved card of the customer who asks (UUID); left out for none. */
  readonly savedCardId?: string;
  /** The same by the gateway's own id of the card. */
  readonly savedProfileId?: string;
}

/**
 * Opens one more attempt to pay an order (Spree's rule: others stay open beside it).
 * @throws OrderNotFound, OrderNotPayable, PaymentMethodNotFound, SavedCardNotFound, AmountNotPositive, AmountExceedsOutstanding,
 *   CardNumberInData, SessionRefused, OutcomeUnknown
 */
@Injectable()
export class CreatePaymentSession {
  constructor(
    private readonly methods: PaymentMethodsReader,
    private readonly prepare: BuildSession,
    private readonly store: InsertSession,
    private readonly createRemote: CreateRemoteSession,
    private readonly reader: PaymentSessionsReader,
  ) {}

  async run(ctx: RequestContext, input: CreatePaymentSessionInput): Promise<SessionDetails> {
    // Active or not: a retry of one that was begun with it goes on.
    const { providerId } = await this.methods.getIncludingRemoved(ctx.storeId, input.methodId);
    if (this.prepare.isRemote(providerId)) return this.remote(ctx, input);
    const stored = await this.store.inOneStatement(ctx, await this.draft(ctx, input), 'beside');
    if (stored === null) throw new Error('a session beside others never stands back');
    return createdDetailsFrom(stored);
  }

  private async remote(ctx: RequestContext, input: CreatePaymentSessionInput): Promise<SessionDetails> {
    const found = await this.prepare.orderOf(ctx, input);
    const prepare = (): Promise<Draft> => this.draft(ctx, { ...input, ...found });
    const response = readerOf((tx, session: CreatedSession) => this.reader.details(tx, session));
    return this.createRemote.run(ctx, { orderId: found.order.id, place: 'beside', prepare }, response);
  }

  private async draft(
    ctx: RequestContext,
    { methodId, ...input }: CreatePaymentSessionInput & Pick<FoundOrder, 'found'>,
  ): Promise<Draft> {
    const method = await this.methods.get(ctx, methodId);
    return this.prepare.run(ctx, { ...input, method });
  }
}
