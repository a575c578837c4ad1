import { Inject, Injectable } from '@nestjs/common';
import type { PaymentProvider } from '@tandem/provider-kit';
import { UnknownProvider } from './payment-providers.errors';

/** Nest token of the array of all providers. Adding one is adding to it. */
export const PAYMENT_PROVIDERS = Symbol('PAYMENT_PROVIDERS');

const VERBS = [
  'createSession',
  'updateSession',
  'authorize',
  'capture',
  'refund',
  'cancel',
  'lookUp',
] as const;

// A flag without its methods would fail at the till, methods without their flag would never be used.
const OPTIONAL = {
  savedMethods: ['createSetupSession', 'completeSetupSession', 'detachSavedMethod'],
  accountHolders: ['createAccountHolder'],
} as const;

// Medusa's form: pp, an identifier, a name.
const ID = /^pp_[a-z0-9-]+_[a-z0-9-]+$/;

/** The providers by their id. It refuses at start what could fail at the till. */
@Injectable()
export class ProviderRegistry {
  private readonly byId = new Map<string, PaymentProvider>();

  constructor(@Inject(PAYMENT_PROVIDERS) providers: readonly PaymentProvider[]) {
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
    const { id } = provider.facts;
    if (!ID.test(id)) throw new Error(`payment provider "${id}": its id must look like pp_acme_default`);
    if (this.byId.has(id)) throw new Error(`payment provider "${id}" is registered twice`);
    const missing = VERBS.filter((verb) => typeof provider[verb] !== 'function');
    if (missing.length > 0) throw new Error(`payment provider "${id}" lacks ${missing.join(', ')}`);
    refuseHalfSupport(provider, 'savedMethods');
    refuseHalfSupport(provider, 'accountHolders');
    this.byId.set(id, provider);
  }
}

function refuseHalfSupport(provider: PaymentProvider, flag: keyof typeof OPTIONAL): void {
  const { id, supports } = provider.facts;
  const verbs = OPTIONAL[flag];
  const has = verbs.filter((verb) => typeof provider[verb as keyof PaymentProvider] === 'function').length;
  if (has === (supports[flag] ? verbs.length : 0)) return;
  throw new Error(`payment provider "${id}": ${flag} goes with ${verbs.join(', ')}`);
}
