import { Inject, Injectable, Optional } from '@nestjs/common';
import { providerProblem, type PaymentProvider } from '@tandem/provider-kit';
import { UnknownProvider } from './payment-providers.errors';

/** Nest token of the array of all providers. Adding one is adding to it. */
export const PAYMENT_PROVIDERS = Symbol('PAYMENT_PROVIDERS');

/** Nest token of the names of the packages that brought them; of the built-in ones there is none. */
export const PROVIDER_ORIGINS = Symbol('PROVIDER_ORIGINS');

export type ProviderOrigins = ReadonlyMap<PaymentProvider, string>;

/** The providers by their id. It refuses at start what could fail at the till. */
@Injectable()
export class ProviderRegistry {
  private readonly byId = new Map<string, PaymentProvider>();

  constructor(
    @Inject(PAYMENT_PROVIDERS) providers: readonly PaymentProvider[],
    @Optional() @Inject(PROVIDER_ORIGINS) private readonly origins: ProviderOrigins = new Map(),
  ) {
    for (const provider of providers) this.register(provider);
  }

  /** @throws UnknownProvider */
  get(id: string): PaymentProvider {
    const provider = this.byId.get(id);
    if (!provider) throw new UnknownProvider(id);
    return provider;
  }

  find(id: string): PaymentProvider | undefined {
    return this.byId.get(id);
  }

  all(): PaymentProvider[] {
    return [...this.byId.values()];
  }

  private register(provider: PaymentProvider): void {
    const { id } = provider.capabilities;
    const problem = this.byId.has(id) ? 'is registered twice' : providerProblem(provider);
    if (problem) throw new Error(`${this.packageOf(provider)}payment provider "${id}" ${problem}`);
    this.byId.set(id, provider);
  }

  private packageOf(provider: PaymentProvider): string {
    const name = this.origins.get(provider);
    return name === undefined ? '' : `plugin ${name}: `;
  }
}
