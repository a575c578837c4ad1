import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { PaymentMethod } from './payment-method';
import { PaymentMethodsRepository } from './payment-methods.repository';

/** Puts a registered provider to use in a store. @throws UnknownProvider */
@Injectable()
export class AddPaymentMethod {
  constructor(
    private readonly database: Database,
    private readonly registry: ProviderRegistry,
    private readonly methods: PaymentMethodsRepository,
  ) {}

  async run(storeId: string, input: Omit<PaymentMethod, 'id' | 'sessionRequired'>): Promise<PaymentMethod> {
    const { sessionRequired } = this.registry.get(input.providerId).facts;
    const method = { ...input, id: newId(), sessionRequired };
    await this.database.transaction((tx) => this.methods.insert(tx, storeId, method));
    return method;
  }
}
