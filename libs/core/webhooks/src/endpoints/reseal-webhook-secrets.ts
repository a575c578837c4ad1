import { Injectable } from '@nestjs/common';
import { resealAll, type Resealed } from '@tandem/auth';
import { EndpointSecrets } from './endpoint-secrets';
import { WebhookEndpointsRepository } from './endpoints.repository';

/** Re-encrypts the secrets of all stores' webhook endpoints with the current secret. */
@Injectable()
export class ResealWebhookSecrets {
  constructor(
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly secrets: EndpointSecrets,
  ) {}

  async run(): Promise<Resealed> {
    return resealAll(await this.endpoints.findAllSealed(), {
      reseal: (endpoint) => this.secrets.reseal(endpoint),
      store: (endpoint, resealed) => this.endpoints.storeResealed(endpoint, resealed),
    });
  }
}
