import { Injectable } from '@nestjs/common';
import type { Outcome, PaymentAtGateway, ProviderPayment } from '@tandem/provider-kit';
import { ProviderCalls } from '@tandem/provider-operations';

const ANSWERS = new Set(['succeeded', 'declined', 'unknown', 'not_asked']);
const NOT_ASKED = { status: 'not_asked' } as const;

/** What is read, and the method whose account it is in. */
interface PaidWith {
  readonly id: string;
  readonly storeId: string;
  readonly providerId: string;
  readonly paymentMethodId: string;
}

/** Asks gateways what they hold, with the settings of the method it was paid with. */
@Injectable()
export class PaymentsAtGateways {
  constructor(private readonly calls: ProviderCalls) {}

  /** `not_asked` where the provider reads no payments. `id` names it in the log. */
  async read(
    { id, storeId, providerId, paymentMethodId }: PaidWith,
    payment: ProviderPayment,
  ): Promise<Outcome<PaymentAtGateway> | typeof NOT_ASKED> {
    return this.calls.ask<Outcome<PaymentAtGateway> | typeof NOT_ASKED>(
      { providerId, method: { storeId, id: paymentMethodId } },
      `read_payment ${id}`,
      (provider, settings) => provider.readPayment?.({ payment, settings }) ?? NOT_ASKED,
      ANSWERS,
    );
  }
}
