import { Inject, Injectable, Optional } from '@nestjs/common';
import { hooksOf, providerProblem, type PaymentProvider } from '@tandem/provider-kit';
import { UnknownProvider } from './payment-providers.errors';

/** Nest token of the array of all providers. Append to it to add one. */
export const PAYMENT_PROVIDERS = Symbol('PAYMENT_PROVIDERS');

/** Nest token of the plugin package of each provider; built-in ones have none. */
export const PROVIDER_ORIGINS = Symbol('PROVIDER_ORIGINS');

export type ProviderOrigins = ReadonlyMap<PaymentProvider, string>;

/** The providers by id. Refuses at start what would otherwise fail at checkout. */
@Injectable()
export class ProviderRegistry {
  private readonly byId = new Map<string, PaymentProvider>();
  private readonly byHook = new Map<string, PaymentProvider>();

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

  getAll(): PaymentProvider[] {
    return [...this.byId.values()];
  }

  /** The provider that receives events at a path, e.g. `/hooks/payment/stripe_stripe`. */
  findByHook(path: string): PaymentProvider | undefined {
    return this.byHook.get(path);
  }

  private register(provider: PaymentProvider): void {
    const { id } = provider.capabilities;
    const problem = this.byId.has(id) ? 'is registered twice' : providerProblem(provider);
    if (problem) throw this.refusal(provider, problem);
    this.byId.set(id, provider);
    for (const hook of hooksOf(provider)) this.registerHook(hook, provider);
  }

  private registerHook(hook: string, provider: PaymentProvider): void {
    const other = this.byHook.get(hook);
    if (other) throw this.refusal(provider, `has the hook ${hook} of ${other.capabilities.id}`);
    this.byHook.set(hook, provider);
  }

  private refusal(provider: PaymentProvider, problem: string): Error {
    return new Error(
      `${this.pluginPrefixOf(provider)}payment provider "${provider.capabilities.id}" ${problem}`,
    );
  }

  private pluginPrefixOf(provider: PaymentProvider): string {
    const name = this.origins.get(provider);
    return name === undefined ? '' : `plugin ${name}: `;
  }
}
