import { Injectable } from '@nestjs/common';
import { answer, type RequestContext } from '@tandem/context';
import { OrderNotFound, type OrderRef } from '@tandem/orders';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import type { Money } from '@tandem/money';
import type { ProviderData } from '@tandem/provider-kit';
import { OpenRemotely } from './open-remotely';
import { OpenSession } from './open-session';
import type { SessionDetails } from './payment-session';
import { sessionDetailsFrom } from './payment-session.row';

export interface CreatePaymentSessionInput {
  /** Null for an id of no known form. */
  readonly order: OrderRef | null;
  /** The payment method (UUID), null for an id of no known form. */
  readonly methodId: string | null;
  /** Left out: all that is outstanding. */
  readonly amount?: (currency: string) => Money;
  readonly data: ProviderData;
}

/**
 * Opens one more attempt to pay an order (Spree's rule: others stay open beside it).
 * @throws OrderNotFound, OrderNotOpen, PaymentMethodNotFound, AmountNotPositive, AmountExceedsOutstanding,
 *   CardNumberInData, SessionRefused, OutcomeUnknown
 */
@Injectable()
export class CreatePaymentSession {
  constructor(
    private readonly methods: PaymentMethodsReader,
    private readonly opening: OpenSession,
    private readonly remotely: OpenRemotely,
  ) {}

  async run(ctx: RequestContext, input: CreatePaymentSessionInput): Promise<SessionDetails> {
    const { order, amount, data } = input;
    const missing = new OrderNotFound();
    if (order === null) throw missing;
    const method = await this.methods.get(ctx.storeId, input.methodId);
    const draft = await this.opening.prepare(ctx, { order, method, amount, data, replace: false, missing });
    if (draft.made === null) {
      return this.remotely.run(ctx, draft, async (tx, details) => answer(ctx, tx, { value: details }));
    }
    const snapshot = await this.opening.inOneStatement(ctx, draft);
    if (snapshot === null) throw new Error('a session beside others never stands back');
    return sessionDetailsFrom(snapshot);
  }
}
