import { Injectable } from '@nestjs/common';
import { resealAll, type Resealed } from '@tandem/auth';
import { PaymentMethodsRepository } from './payment-methods.repository';

/** Encrypts the secrets of all stores' payment methods with the current secret. */
@Injectable()
export class ResealMethodSecrets {
  constructor(private readonly methods: PaymentMethodsRepository) {}

  async run(): Promise<Resealed> {
    return resealAll(await this.methods.findAllSealed(), {
      reseal: (method) => this.methods.reseal(method),
      store: (method, resealed) => this.methods.storeResealed(method, resealed),
    });
  }
}
