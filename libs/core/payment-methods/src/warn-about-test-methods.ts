import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ProviderRegistry } from '@tandem/payment-providers';
import { PaymentMethodsRepository } from './payment-methods.repository';

/** Warns at a production start about active methods of test providers, which complete orders without money. */
@Injectable()
export class WarnAboutTestMethods implements OnApplicationBootstrap {
  private readonly logger = new Logger(WarnAboutTestMethods.name);

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly methods: PaymentMethodsRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (process.env['NODE_ENV'] !== 'production') return;
    for (const id of await this.methods.findActiveProviders()) {
      if (this.registry.find(id)?.capabilities.testOnly) {
        this.logger.warn(`An active payment method uses ${id}, a test provider: it moves no real money`);
      }
    }
  }
}
