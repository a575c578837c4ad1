import type { PaymentProvider } from './contract/payment-provider';

const VERBS = [
  'createSession',
  'updateSession',
  'authorize',
  'capture',
  'refund',
  'cancel',
  'lookUp',
] as const;

// A flag without its methods would fail at the driver, methods without their flag would never be used.
const OPTIONAL = {
  savedMethods: ['createSetupSession', 'completeSetupSession', 'detachSavedMethod'],
  accountHolders: ['createAccountHolder'],
} as const;

// Medusa's form: pp, an identifier, a name.
const ID = /^pp_[a-z0-9-]+_[a-z0-9-]+$/;

const CURRENCY = /^[A-Z]{3}$/;

/** What keeps a provider from being used, in words that follow its id; null for nothing. Asked at start and by the kit. */
export function providerProblem(provider: PaymentProvider): string | null {
  const { capabilities } = provider;
  if (!ID.test(capabilities.id)) return 'has an id that does not look like pp_acme_default';
  const missing = VERBS.filter((verb) => typeof provider[verb] !== 'function');
  if (missing.length > 0) return `lacks ${missing.join(', ')}`;
  const { capture } = capabilities.supports;
  if (capture !== 'once' && capture !== 'many') return 'does not say whether it captures once or many times';
  const half = halfSupport(provider, 'savedMethods') ?? halfSupport(provider, 'accountHolders');
  if (half !== null) return half;
  if (capabilities.currencies !== 'any' && !capabilities.currencies.every((code) => CURRENCY.test(code))) {
    return 'names a currency that is no ISO 4217 code';
  }
  return null;
}

function halfSupport(provider: PaymentProvider, flag: keyof typeof OPTIONAL): string | null {
  const verbs: readonly (keyof PaymentProvider)[] = OPTIONAL[flag];
  const has = verbs.filter((verb) => typeof provider[verb] === 'function').length;
  if (has === (provider.capabilities.supports[flag] ? verbs.length : 0)) return null;
  return `has ${flag} without its methods, or they without it: ${flag} goes with ${verbs.join(', ')}`;
}
