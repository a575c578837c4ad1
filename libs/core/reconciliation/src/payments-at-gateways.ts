import { Injectable } from '@nestjs/common';
import type { Outcome, PaymentAtGateway, ProviderPayment } from '@tandem/provider-kit';
import { ProviderCalls } from '@tandem/provider-operations';

const STATUSES = new Set(['succeeded', 'declined', 'unknown', 'not_asked']);
const NOT_READ = { status: 'not_asked' } as const;

/** The payment to read, and the method whose gateway account it is in. */
interface PaidWith {
  readonly id: string;
  readonly storeId: string;
  readonly providerId: string;
  readonly paymentMethodId: string;
}

/** Reads payments at their gateways, with the settings of the method they were paid with. */
@Injectable()
export class PaymentsAtGateways {
  constructor(private readonly calls: ProviderCalls) {}

  /** `not_asked` if the provider cannot read payments. `id` is used in the log. */
  async read(
    { id, storeId, providerId, paymentMethodId }: PaidWith,
    payment: ProviderPayment,
  ): Promise<Outcome<PaymentAtGateway> | typeof NOT_READ> {
    return this.calls.call<Outcome<PaymentAtGateway> | typeof NOT_READ>(
      { providerId, method: { storeId, id: paymentMethodId } },
      `read_payment ${id}`,
      (provider, settings) => provider.readPayment?.({ payment, settings }) ?? NOT_READ,
      STATUSES,
    );
  }
}
