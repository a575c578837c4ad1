import type { PaymentProvider } from '../contract/payment-provider';
import { succeeded, neverReceived } from '../outcomes';
import { referenceProvider, runKit } from './reference-provider';
import { testPaymentProvider } from './test-payment-provider';

// The kit against a correct provider, and against the same provider with one fault each: each must be detected.

it('a correct provider passes, and checks that cannot run are skipped by name', async () => {
  const { failed, skipped, passed } = await runKit();
  expect(failed).toEqual([]);
  expect(passed).toBeGreaterThan(60);
  expect(skipped.every((name) => / \(skipped: .+\)$/.test(name))).toBe(true);
});

const random = (): string => Math.random().toString(36);

/** One fault, and a check that must detect it. */
const FAULTY: readonly [string, RegExp, (good: PaymentProvider) => Partial<PaymentProvider>][] = [
  [
    'charges again for the same key',
    /same key twice makes one charge/,
    (good) => ({
      authorize: async (request) => {
        const { amount, capture, data, settings } = request;
        const rest = { sessionId: random(), storeId: '', orderId: '', customerId: null };
        const opened = await good.createSession({
          ...rest,
          amount,
          capture,
          data,
          settings,
          operationKey: random(),
        });
        const { session } = opened.status === 'succeeded' ? { session: opened.value } : request;
        return good.authorize({ ...request, session, operationKey: random() });
      },
    }),
  ],
  [
    'refunds again for the same key',
    /refunded twice with one key/,
    (good) => ({ refund: (request) => good.refund({ ...request, operationKey: random() }) }),
  ],
  [
    'returns another response for the same key',
    /captured twice with one key/,
    (good) => ({
      capture: async (request) => {
        const outcome = await good.capture(request);
        return outcome.status === 'succeeded' ? succeeded({ reference: random() }) : outcome;
      },
    }),
  ],
  [
    'throws a decline',
    /never thrown/,
    (good) => ({
      authorize: async (request) => {
        const outcome = await good.authorize(request);
        if (outcome.status === 'declined') throw new Error(outcome.message);
        return outcome;
      },
    }),
  ],
  [
    'returns an unknown decline code',
    /a decline is returned/,
    (good) => ({
      authorize: async (request) => {
        const outcome = await good.authorize(request);
        return outcome.status === 'declined' ? { ...outcome, code: 'nope' as 'other' } : outcome;
      },
    }),
  ],
  [
    'returns a card number',
    /each session has its own id/,
    (good) => ({
      createSession: (request) =>
        good.createSession({ ...request, data: { ...request.data, card: '4242 4242 4242 4242' } }),
    }),
  ],
  [
    'refunds more than was captured',
    /more than the captured amount is declined/,
    () => ({
      refund: async ({ operationKey }) => succeeded({ reference: operationKey, state: 'succeeded' }),
    }),
  ],
  [
    'captures a canceled payment',
    /a canceled payment cannot be captured/,
    () => ({ capture: async ({ operationKey }) => succeeded({ reference: operationKey }) }),
  ],
  [
    'cancels a captured payment',
    /a captured payment cannot be canceled/,
    () => ({ cancel: async ({ operationKey }) => succeeded({ reference: operationKey }) }),
  ],
  [
    'forgets earlier operations',
    /a charge is found by its key/,
    () => ({ lookUp: async () => neverReceived }),
  ],
  [
    'refunds ten times as much in a currency without decimals',
    /JPY, with 0 decimals, is captured and refunded/,
    (good) => ({
      refund: (request) => {
        const { minor, currency } = request.amount;
        const factor = currency === 'JPY' ? 10n : 1n;
        return good.refund({ ...request, amount: { minor: minor * factor, currency } });
      },
    }),
  ],
  [
    'never responds',
    /authorizes or captures/,
    () => ({ authorize: () => new Promise<never>(() => undefined) }),
  ],
  [
    'has methods without their flag',
    /its flags match its methods/,
    () => ({ detachSavedMethod: async ({ profileId }) => succeeded({ profileId }) }),
  ],
];

it.each(FAULTY)('fails a provider that %s', async (_, check, fault) => {
  const { failed } = await runKit(fault);
  expect(failed).toContainEqual(expect.stringMatching(check));
});

it.each(['partialCapture', 'partialRefund', 'cancel'] as const)(
  'fails a provider that does what its capabilities deny: %s',
  async (flag) => {
    const { failed } = await runKit(({ capabilities }) => ({
      capabilities: { ...capabilities, supports: { ...capabilities.supports, [flag]: false } },
    }));
    expect(failed).toHaveLength(1);
  },
);

it('detects a secret in an error', async () => {
  const authorize = async (): Promise<never> => {
    throw new Error('401 for key sk_acme_1');
  };
  const { failed } = await runKit(() => ({ authorize }), { secrets: ['sk_acme_1'] });
  expect(failed.length).toBeGreaterThan(10);
});

it('reports the missing runner if there is no global one', () => {
  const { describe: d, it: i } = globalThis;
  Object.assign(globalThis, { describe: undefined, it: undefined });
  try {
    const { provider } = referenceProvider();
    const { capabilities } = provider;
    expect(() =>
      testPaymentProvider({ capabilities, provider: () => provider, scenarios: { pays: {} } }),
    ).toThrow(/runner/);
  } finally {
    Object.assign(globalThis, { describe: d, it: i });
  }
});
