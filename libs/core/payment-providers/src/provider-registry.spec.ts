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
const knowing = { createAccountHolder: act };
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

it('takes a provider that keeps cards with all that it needs, or none with none of it', () => {
  expect(new ProviderRegistry([aProvider(true, saving)]).all()).toHaveLength(1);
  expect(new ProviderRegistry([aProvider(false)]).all()).toHaveLength(1);
});

it('takes a provider with account holders with the method that makes them', () => {
  const { capabilities } = aProvider(false);
  const knowsCustomers = { ...capabilities, supports: { ...capabilities.supports, accountHolders: true } };
  expect(
    new ProviderRegistry([aProvider(false, { capabilities: knowsCustomers, ...knowing })]).all(),
  ).toHaveLength(1);
  for (const half of [aProvider(false, { capabilities: knowsCustomers }), aProvider(false, knowing)]) {
    expect(() => new ProviderRegistry([half])).toThrow(/accountHolders goes with createAccountHolder/);
  }
});

it.each([
  ['the flag without its methods', aProvider(true)],
  ['the flag with a part of them', aProvider(true, { ...saving, detachSavedMethod: undefined })],
  ['the methods without the flag', aProvider(false, saving)],
])('refuses %s', (_, provider) => {
  expect(() => new ProviderRegistry([provider])).toThrow(/"pp_spec_default" .*savedMethods goes with/);
});

const hearing = { parseEvent: act, verifyEvent: act };

it.each([
  ['the id of another', {}, /is registered twice/],
  [
    'a hook of another',
    { id: 'pp_other_default', hooks: ['/acme'] },
    /answers \/acme, and so does pp_spec_default/,
  ],
] as const)('refuses a second provider with %s', (_, more, words) => {
  const first = aProvider(false, hearing);
  const at = (of: PaymentProvider, changes: Partial<ProviderCapabilities>): PaymentProvider => ({
    ...of,
    capabilities: { ...of.capabilities, ...changes },
  });
  const second = at(aProvider(false, hearing), more);
  expect(() => new ProviderRegistry([at(first, { hooks: ['/acme'] }), second])).toThrow(words);
});

it('finds a provider by each of its hooks, or by the one that its id makes', () => {
  const own = aProvider(false, hearing);
  expect(new ProviderRegistry([own]).findByHook('/hooks/payment/spec_default')).toBe(own);
  expect(new ProviderRegistry([aProvider(false)]).findByHook('/hooks/payment/spec_default')).toBeUndefined();
});

it.each([
  ['hooks without parseEvent', { hooks: ['/acme'] }],
  ['a select without options', { settings: [{ key: 'k', type: 'select', label: 'K' }] }],
  ['a pattern that is none', { settings: [{ key: 'k', type: 'string', label: 'K', pattern: '(' }] }],
  ['no word of how often it captures', { supports: {} }],
] as const)('refuses %s', (_, wrong) => {
  const provider = aProvider(false);
  const capabilities = { ...provider.capabilities, ...wrong } as ProviderCapabilities;
  expect(() => new ProviderRegistry([{ ...provider, capabilities }])).toThrow(
    /"pp_spec_default" (has|does not say)/,
  );
});
