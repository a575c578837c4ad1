import type { PaymentProvider, ProviderCapabilities } from '@tandem/provider-kit';
import { ProviderRegistry } from './provider-registry';

const act = (): never => {
  throw new Error('not called');
};
const verbs = {
  createSession: act,
  updateSession: act,
  authorize: act,
  capture: act,
  refund: act,
  cancel: act,
  lookUp: act,
};
const accountHolders = { createAccountHolder: act };
const saving = { createSetupSession: act, completeSetupSession: act, detachSavedMethod: act };

function aProvider(savedMethods: boolean, more: Partial<PaymentProvider> = {}): PaymentProvider {
  const capabilities: ProviderCapabilities = {
    id: 'pp_spec_default',
    displayName: 'Spec',
    currencies: 'any',
    testOnly: true,
    sessionRequired: true,
    local: { sessions: true },
    supports: { capture: 'many', partialCapture: true, partialRefund: true, cancel: true, savedMethods },
  };
  return { capabilities, ...verbs, ...more };
}

it('accepts a provider with all saved card methods, or with none of them', () => {
  expect(new ProviderRegistry([aProvider(true, saving)]).getAll()).toHaveLength(1);
  expect(new ProviderRegistry([aProvider(false)]).getAll()).toHaveLength(1);
});

it('accepts a provider with account holders only with createAccountHolder', () => {
  const { capabilities } = aProvider(false);
  const knowsCustomers = { ...capabilities, supports: { ...capabilities.supports, accountHolders: true } };
  expect(
    new ProviderRegistry([aProvider(false, { capabilities: knowsCustomers, ...accountHolders })]).getAll(),
  ).toHaveLength(1);
  for (const half of [aProvider(false, { capabilities: knowsCustomers }), aProvider(false, accountHolders)]) {
    expect(() => new ProviderRegistry([half])).toThrow(/accountHolders requires createAccountHolder/);
  }
});

it.each([
  ['the flag without its methods', aProvider(true)],
  ['the flag with some of its methods', aProvider(true, { ...saving, detachSavedMethod: undefined })],
  ['the methods without the flag', aProvider(false, saving)],
])('refuses %s', (_, provider) => {
  expect(() => new ProviderRegistry([provider])).toThrow(/"pp_spec_default" .*savedMethods requires/);
});

const eventMethods = { parseEvent: act, verifyEvent: act };

it.each([
  ['an id already in use', {}, /is registered twice/],
  [
    'a hook already in use',
    { id: 'pp_other_default', hooks: ['/acme'] },
    /has the hook \/acme of pp_spec_default/,
  ],
] as const)('refuses a second provider with %s', (_, more, message) => {
  const first = aProvider(false, eventMethods);
  const at = (of: PaymentProvider, changes: Partial<ProviderCapabilities>): PaymentProvider => ({
    ...of,
    capabilities: { ...of.capabilities, ...changes },
  });
  const second = at(aProvider(false, eventMethods), more);
  expect(() => new ProviderRegistry([at(first, { hooks: ['/acme'] }), second])).toThrow(message);
});

it('finds a provider by its declared hooks, or by the hook derived from its id', () => {
  const own = aProvider(false, eventMethods);
  expect(new ProviderRegistry([own]).findByHook('/hooks/payment/spec_default')).toBe(own);
  expect(new ProviderRegistry([aProvider(false)]).findByHook('/hooks/payment/spec_default')).toBeUndefined();
});

it.each([
  ['hooks without parseEvent', { hooks: ['/acme'] }],
  ['a select without options', { settings: [{ key: 'k', type: 'select', label: 'K' }] }],
  ['an invalid pattern', { settings: [{ key: 'k', type: 'string', label: 'K', pattern: '(' }] }],
  ['no value for how often it captures', { supports: {} }],
] as const)('refuses %s', (_, wrong) => {
  const provider = aProvider(false);
  const capabilities = { ...provider.capabilities, ...wrong } as ProviderCapabilities;
  expect(() => new ProviderRegistry([{ ...provider, capabilities }])).toThrow(
    /"pp_spec_default" (has|does not say)/,
  );
});
