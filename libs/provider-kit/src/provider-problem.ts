import type { PaymentProvider, ProviderCapabilities, ProviderSetting } from './contract/payment-provider';

const VERBS = [
  'createSession',
  'updateSession',
  'authorize',
  'capture',
  'refund',
  'cancel',
  'lookUp',
] as const;

// A flag without its methods would fail at checkout; methods without their flag would never be called.
const OPTIONAL = {
  savedMethods: ['createSetupSession', 'completeSetupSession', 'detachSavedMethod'],
  accountHolders: ['createAccountHolder'],
} as const;

// Medusa's form: pp, an identifier, a name.
const ID = /^pp_[a-z0-9-]+_[a-z0-9-]+$/;

const CURRENCY = /^[A-Z]{3}$/;

const HOOK = /^(\/hooks\/payment)?\/[a-z0-9_-]+$/;

/** Why a provider cannot be used, as a phrase that follows its id; null if it can. Checked at start and by the kit. */
export function providerProblem(provider: PaymentProvider): string | null {
  const { capabilities } = provider;
  if (!ID.test(capabilities.id)) return 'has an id that is not of the form pp_acme_default';
  const missing = VERBS.filter((verb) => typeof provider[verb] !== 'function');
  if (missing.length > 0) return `lacks ${missing.join(', ')}`;
  return supportProblem(provider) ?? hookProblem(provider) ?? dataProblem(capabilities);
}

/** The paths that receive a provider's events: those it declares, or the one derived from its id if it parses events. */
export function hooksOf(provider: PaymentProvider): readonly string[] {
  const { hooks, id } = provider.capabilities;
  return hooks ?? (provider.parseEvent ? [`/hooks/payment/${id.slice('pp_'.length)}`] : []);
}

function supportProblem(provider: PaymentProvider): string | null {
  const { capture, saveAtCheckout, savedMethods } = provider.capabilities.supports;
  if (capture !== 'once' && capture !== 'many') return 'does not say whether it captures once or many times';
  if (saveAtCheckout && !savedMethods) return 'has saveAtCheckout without savedMethods';
  return halfSupport(provider, 'savedMethods') ?? halfSupport(provider, 'accountHolders');
}

function halfSupport(provider: PaymentProvider, flag: keyof typeof OPTIONAL): string | null {
  const verbs: readonly (keyof PaymentProvider)[] = OPTIONAL[flag];
  const has = verbs.filter((verb) => typeof provider[verb] === 'function').length;
  if (has === (provider.capabilities.supports[flag] ? verbs.length : 0)) return null;
  return `has either ${flag} or its methods but not both: ${flag} requires ${verbs.join(', ')}`;
}

function hookProblem(provider: PaymentProvider): string | null {
  if (provider.verifyEvent && !provider.parseEvent) return 'has verifyEvent without parseEvent';
  const { hooks = [] } = provider.capabilities;
  if (hooks.length > 0 && !provider.parseEvent) return 'has hooks without parseEvent';
  const wrong = hooks.find((hook) => !HOOK.test(hook));
  return wrong === undefined
    ? null
    : `has a hook that is not of the form /hooks/payment/acme or /acme: ${wrong}`;
}

function dataProblem({ currencies, settings = [] }: ProviderCapabilities): string | null {
  if (currencies !== 'any' && !currencies.every((code) => CURRENCY.test(code))) {
    return 'names a currency that is not an ISO 4217 code';
  }
  const wrong = settings.find((setting) => !isComplete(setting));
  return wrong === undefined ? null : `has a setting that cannot be filled in: ${wrong.key}`;
}

function isComplete({ type, options = [], pattern }: ProviderSetting): boolean {
  if ((type === 'select') !== options.length > 0) return false;
  try {
    return pattern === undefined || new RegExp(pattern) !== null;
  } catch {
    return false;
  }
}
