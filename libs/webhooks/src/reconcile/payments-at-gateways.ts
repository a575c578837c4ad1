import { Injectable } from '@nestjs/common';
import { GatewayScopes } from '@tandem/payment-methods';
import type { Outcome, PaymentAtGateway, ProviderPayment } from '@tandem/provider-kit';
import { ProviderCalls } from '@tandem/provider-operations';

const ANSWERS = new Set(['done', 'declined', 'unknown', 'not_asked']);
const NOT_ASKED = { is: 'not_asked' } as const;

/** Asks gateways what they hold, with the settings of the method it was paid with. */
@Injectable()
export class PaymentsAtGateways {
  constructor(
    private readonly scopes: GatewayScopes,
    private readonly calls: ProviderCalls,
  ) {}

  /** `not_asked` where the provider reads no payments. `id` names it in the log. */
  async read(
    { id, providerId, paymentMethodId }: { id: string; providerId: string; paymentMethodId: string },
    payment: ProviderPayment,
  ): Promise<Outcome<PaymentAtGateway> | typeof NOT_ASKED> {
    const { settings = {} } = (await this.scopes.ofMethod(paymentMethodId)) ?? {};
    return this.calls.ask<Outcome<PaymentAtGateway> | typeof NOT_ASKED>(
      { providerId },
      `read_payment ${id}`,
      (provider) => provider.readPayment?.({ payment, settings }) ?? NOT_ASKED,
      ANSWERS,
    );
  }
}
