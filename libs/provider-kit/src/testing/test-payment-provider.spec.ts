import type { Authorization, Moved, PaymentProvider } from '../contract/payment-provider';
import { declined, done, neverReceived } from '../outcomes';
import type { KitOptions, Runner } from './kit-options';
import { testPaymentProvider } from './test-payment-provider';

// The kit against a provider that keeps the contract, and against the same with one fault each: each must be seen.

interface Charge {
  readonly currency: string;
  readonly held: bigint;
  taken: bigint;
  back: bigint;
  gone: boolean;
}

function aGoodProvider(): PaymentProvider {
  const answers = new Map<string, ReturnType<PaymentProvider['lookUp']>>();
  const charges = new Map<string, Charge>();
  let count = 0;
  const once = <T>(key: string, act: () => T): Promise<T> => {
    if (!answers.has(key)) answers.set(key, Promise.resolve(act()) as never);
    return answers.get(key) as Promise<T>;
  };
  const of = (reference: string): Charge => {
    const charge = charges.get(reference);
    if (!charge) throw new Error('no such charge');
    return charge;
  };
  const moved = (): { is: 'done'; value: Moved } => done({ reference: `m${++count}` });
  return {
    facts: {
      id: 'pp_good_default',
      displayName: 'Good',
      currencies: 'any',
      testOnly: true,
      sessionRequired: true,
      local: { sessions: false },
      supports: { partialCapture: true, partialRefund: true, cancel: true, savedMethods: false },
    },
    createSession: ({ operationKey, data }) =>
      once(operationKey, () => done({ externalId: `s${++count}`, data })),
    updateSession: async ({ session, data }) => done({ ...session, data: { ...session.data, ...data } }),
    authorize: ({ operationKey, amount, capture, data }) =>
      once(operationKey, () => {
        if (data['card'] === 'bad') return declined('card_declined', 'No');
        const taken = capture === 'automatic' ? amount.minor : 0n;
        const reference = `c${++count}`;
        charges.set(reference, {
          currency: amount.currency,
          held: amount.minor,
          taken,
          back: 0n,
          gone: false,
        });
        return done<Authorization>({ state: taken ? 'captured' : 'authorized', reference });
      }),
    capture: ({ operationKey, payment, amount: { minor, currency } }) =>
      once(operationKey, () => {
        const charge = of(payment.reference);
        const fits = minor > 0n && currency === charge.currency && charge.taken + minor <= charge.held;
        if (charge.gone || !fits) return declined('not_capturable', 'No');
        charge.taken += minor;
        return moved();
      }),
    refund: ({ operationKey, payment, amount: { minor, currency } }) =>
      once(operationKey, () => {
        const charge = of(payment.reference);
        const fits = minor > 0n && currency === charge.currency && charge.back + minor <= charge.taken;
        if (!fits) return declined('not_refundable', 'No');
        charge.back += minor;
        return moved();
      }),
    cancel: ({ operationKey, payment }) =>
      once(operationKey, () => {
        const charge = of(payment.reference);
        if (charge.gone || charge.taken > 0n) return declined('not_cancelable', 'No');
        charge.gone = true;
        return moved();
      }),
    lookUp: async ({ operationKey }) => answers.get(operationKey) ?? neverReceived,
  };
}

/** Runs the kit and collects what failed and what was skipped. */
async function verdict(
  provider: PaymentProvider,
  more: Partial<KitOptions> = {},
): Promise<{ failed: string[]; skipped: string[]; passed: number }> {
  const checks: [string, () => Promise<void>][] = [];
  const skipped: string[] = [];
  const it: Runner['it'] = Object.assign(
    (name: string, body: () => Promise<void>) => checks.push([name, body]),
    {
      skip: (name: string) => skipped.push(name),
    },
  );
  testPaymentProvider({
    facts: provider.facts,
    provider: () => provider,
    scenarios: { pays: {}, declines: { completionData: { card: 'bad' } } },
    limitMs: 50,
    runner: { describe: (_, body) => body(), it },
    ...more,
  });
  const failed: string[] = [];
  for (const [name, body] of checks) await body().catch(() => failed.push(name));
  return { failed, skipped, passed: checks.length - failed.length };
}

it('a provider that keeps the contract passes, and what was not shown is skipped by name', async () => {
  const { failed, skipped, passed } = await verdict(aGoodProvider());
  expect(failed).toEqual([]);
  expect(passed).toBeGreaterThan(30);
  expect(skipped.every((name) => / \(left out: .+\)$/.test(name))).toBe(true);
});

const random = (): string => Math.random().toString(36);

/** One fault, and a check that must see it. */
const FAULTY: readonly [string, RegExp, (good: PaymentProvider) => Partial<PaymentProvider>][] = [
  [
    'charges again for the same key',
    /same key twice is one charge/,
    (good) => ({ authorize: (request) => good.authorize({ ...request, operationKey: random() }) }),
  ],
  [
    'refunds again for the same key',
    /refunded twice with one key/,
    (good) => ({ refund: (request) => good.refund({ ...request, operationKey: random() }) }),
  ],
  [
    'answers anew for the same key',
    /captured twice with one key/,
    (good) => ({
      capture: async (request) => {
        const outcome = await good.capture(request);
        return outcome.is === 'done' ? done({ reference: random() }) : outcome;
      },
    }),
  ],
  [
    'throws a decline',
    /never thrown/,
    (good) => ({
      authorize: async (request) => {
        const outcome = await good.authorize(request);
        if (outcome.is === 'declined') throw new Error(outcome.message);
        return outcome;
      },
    }),
  ],
  [
    'calls a decline by a name of its own',
    /a decline is an answer/,
    (good) => ({
      authorize: async (request) => {
        const outcome = await good.authorize(request);
        return outcome.is === 'declined' ? { ...outcome, code: 'nope' as 'other' } : outcome;
      },
    }),
  ],
  [
    'gives a card number back',
    /each session has an id/,
    (good) => ({
      createSession: (request) =>
        good.createSession({ ...request, data: { ...request.data, card: '4242 4242 4242 4242' } }),
    }),
  ],
  [
    'refunds more than was captured',
    /more than is captured is declined/,
    () => ({ refund: async ({ operationKey }) => done({ reference: operationKey }) }),
  ],
  [
    'captures what is canceled',
    /what is canceled cannot be captured/,
    () => ({ capture: async ({ operationKey }) => done({ reference: operationKey }) }),
  ],
  [
    'cancels what is captured',
    /what is captured cannot be canceled/,
    () => ({ cancel: async ({ operationKey }) => done({ reference: operationKey }) }),
  ],
  [
    'forgets what it was asked',
    /a charge is found by its key/,
    () => ({ lookUp: async () => neverReceived }),
  ],
  [
    'takes ten times as much where there are no cents',
    /JPY, with 0 decimals, is taken and given back/,
    (good) => ({
      refund: (request) => {
        const { minor, currency } = request.amount;
        const factor = currency === 'JPY' ? 10n : 1n;
        return good.refund({ ...request, amount: { minor: minor * factor, currency } });
      },
    }),
  ],
  [
    'never answers',
    /holds the money, or takes it/,
    () => ({ authorize: () => new Promise<never>(() => undefined) }),
  ],
  [
    'lacks the methods of its flag',
    /its flags go with its methods/,
    () => ({ detachSavedMethod: async ({ profileId }) => done({ profileId }) }),
  ],
];

it.each(FAULTY)('sees one that %s', async (_, check, fault) => {
  const good = aGoodProvider();
  const { failed } = await verdict({ ...good, ...fault(good) });
  expect(failed).toContainEqual(expect.stringMatching(check));
});

it.each(['partialCapture', 'partialRefund', 'cancel'] as const)(
  'sees one that does what its facts deny: %s',
  async (flag) => {
    const good = aGoodProvider();
    const facts = { ...good.facts, supports: { ...good.facts.supports, [flag]: false } };
    const { failed } = await verdict({ ...good, facts });
    expect(failed).toHaveLength(1);
  },
);

it('sees a secret in an error', async () => {
  const good = aGoodProvider();
  const authorize = async (): Promise<never> => {
    throw new Error('401 for key sk_acme_1');
  };
  const { failed } = await verdict({ ...good, authorize }, { secrets: ['sk_acme_1'] });
  expect(failed.length).toBeGreaterThan(10);
});

it('says what it needs where no runner is global', () => {
  const { describe: d, it: i } = globalThis;
  Object.assign(globalThis, { describe: undefined, it: undefined });
  try {
    const { facts } = aGoodProvider();
    expect(() => testPaymentProvider({ facts, provider: aGoodProvider, scenarios: { pays: {} } })).toThrow(
      /runner/,
    );
  } finally {
    Object.assign(globalThis, { describe: d, it: i });
  }
});
