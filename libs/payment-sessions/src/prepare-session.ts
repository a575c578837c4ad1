import { Injectable } from '@nestjs/common';
import type { CoreError, RequestContext } from '@tandem/context';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import { OrdersReader, type OrderRef } from '@tandem/orders';
import { PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ProviderData, ProviderSession } from '@tandem/provider-kit';
import { madeLocally, refuseCardNumbers } from './local-session';
import type { KnownSession } from './payment-session.row';

/** What a caller asks for: an attempt to pay an order with a method. */
export interface OpenSessionInput {
  readonly order: OrderRef;
  readonly method: PaymentMethod;
  /** Left out: all that is outstanding. A function, for the order alone knows its currency. */
  readonly amount?: (currency: string) => Money;
  /** The caller's object for the provider. */
  readonly data: ProviderData;
  /** What an order out of reach is answered with; made only then, for an error costs its stack. */
  readonly missing: () => CoreError;
}

/** A session ready to be stored. */
export interface Draft {
  readonly known: KnownSession;
  /** Minor units; null for all that is outstanding. */
  readonly amount: bigint | null;
  /** The provider is another company, and has not been asked yet. */
  readonly isRemote: boolean;
  readonly missing: () => CoreError;
}

/** All of a session's opening that needs no lock: the amount, and the session as a local provider makes it. */
@Injectable()
export class PrepareSession {
  constructor(
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly registry: ProviderRegistry,
  ) {}

  /** @throws what `missing` says, CardNumberInData, SessionRefused */
  async run(ctx: RequestContext, input: OpenSessionInput): Promise<Draft> {
    const { method, missing } = input;
    const id = newId();
    const { orderId, amount } = await this.orderAndAmount(ctx, input);
    const { customerId } = ctx.caller.reach;
    const made = await this.makeLocally(input, id, customerId);
    const data = made?.data ?? input.data;
    refuseCardNumbers(data);
    const known: KnownSession = {
      id,
      storeId: ctx.storeId,
      orderId,
      customerId,
      externalId: made?.externalId ?? null,
      data,
      method: {
        id: method.id,
        providerId: method.providerId,
        name: method.name,
        description: method.description,
        sessionRequired: method.sessionRequired,
      },
      providerIds: await this.methods.activeProviders(ctx.storeId),
    };
    return { known, amount, isRemote: made === null, missing };
  }

  /** An order named by its id, to be paid in full, needs no look-up of its own: the statement finds it. */
  private async orderAndAmount(
    ctx: RequestContext,
    { amount, order, missing }: OpenSessionInput,
  ): Promise<{ orderId: string; amount: bigint | null }> {
    if ('id' in order && !amount) return { orderId: order.id, amount: null };
    const found = await this.orders.find(ctx, order);
    if (found === null) throw missing();
    return { orderId: found.id, amount: amount?.(found.total.currency).minor ?? null };
  }

  private async makeLocally(
    { method, data }: OpenSessionInput,
    sessionId: string,
    customerId: string | null,
  ): Promise<ProviderSession | null> {
    const provider = this.registry.get(method.providerId);
    if (!provider.facts.local.sessions) return null;
    return madeLocally(
      await provider.createSession({ operationKey: sessionId, sessionId, data, customerId }),
    );
  }
}
