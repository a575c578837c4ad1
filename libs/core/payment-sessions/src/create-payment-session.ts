import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { OrderNotFound, type OrderRef } from '@tandem/orders';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import type { Money } from '@tandem/money';
import type { ProviderData } from '@tandem/provider-kit';
import { CreateRemoteSession } from './create-remote-session';
import type { SessionDetails } from './payment-session';
import { createdDetailsFrom } from './payment-session.row';
import { PaymentSessionsReader } from './payment-sessions.reader';
import { PrepareSession } from './prepare-session';
import { StoreSession } from './store-session';

export interface CreatePaymentSessionInput {
  /** Null for an id of no known form. */
  readonly order: OrderRef | null;
  /** The payment method (UUID), null for an id of no known form. */
  readonly methodId: string | null;
  /** Left out: all that is outstanding. */
  readonly amount?: (currency: string) => Money;
  readonly data: ProviderData;
  /** A saved card of the customer who asks (UUID, null for an id of no known form); left out for none. */
  readonly savedCardId?: string | null;
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
    private readonly prepare: PrepareSession,
    private readonly store: StoreSession,
    private readonly createRemote: CreateRemoteSession,
    private readonly reader: PaymentSessionsReader,
  ) {}

  async run(ctx: RequestContext, input: CreatePaymentSessionInput): Promise<SessionDetails> {
    const { order, amount, data, savedCardId, savedProfileId } = input;
    const missing = (): OrderNotFound => new OrderNotFound();
    if (order === null) throw missing();
    const method = await this.methods.get(ctx, input.methodId);
    const draft = await this.prepare.run(ctx, {
      order,
      method,
      amount,
      data,
      savedCardId,
      savedProfileId,
      missing,
    });
    if (draft.isRemote) {
      return this.createRemote.run(ctx, draft, 'beside', (tx, session) => this.reader.details(tx, session));
    }
    const kept = await this.store.inOneStatement(ctx, draft, 'beside');
    if (kept === null) throw new Error('a session beside others never stands back');
    return createdDetailsFrom(kept);
  }
}
