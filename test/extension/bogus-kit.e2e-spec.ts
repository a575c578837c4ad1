import type { PaymentProvider, ProviderPayment } from '@tandem/provider-kit';
import { testPaymentProvider, type GatewayBalances, type KitOptions } from '@tandem/provider-kit/testing';
import { database, serverEnv } from '../support/tandem';

// The bogus gateway needs Postgres: its compiled classes run on the test database.

type Classes<Name extends string> = Record<Name, new (...args: unknown[]) => unknown>;

// Required dynamically: they are build output without types.
const BUILT = '../../dist/libs';
const { openDatabase } = jest.requireActual<{
  openDatabase(
    options: Record<'url' | 'poolSize' | 'timeoutMs', unknown>,
  ): Promise<{ close(): Promise<void> }>;
}>(`${BUILT}/platform/database/src/connections/open-database.js`);
const BOGUS = `${BUILT}/core/payment-providers/src/bogus`;
const { BogusGateway } = jest.requireActual<Classes<'BogusGateway'>>(`${BOGUS}/bogus-gateway.repository.js`);
const { BogusProvider } = jest.requireActual<Classes<'BogusProvider'>>(`${BOGUS}/bogus.provider.js`);

let own: { close(): Promise<void> } | undefined;

async function gateway(): Promise<unknown> {
  own ??= await openDatabase({ url: serverEnv['DATABASE_URL'], poolSize: 8, timeoutMs: 4000 });
  return new BogusGateway(own);
}

const ONCE = ['once', 'pp_bogus-once_default'] as const;

afterAll(() => own?.close());

async function balances({ reference }: ProviderPayment): Promise<GatewayBalances> {
  const { rows } = await database().query(
    'SELECT currency, captured, refunded FROM bogus_charges WHERE id = $1',
    [reference],
  );
  const { currency, captured, refunded } = rows[0] as Record<keyof GatewayBalances, string>;
  return { currency, captured: BigInt(captured), refunded: BigInt(refunded) };
}

const card = (number: string) => ({ completionData: { card_number: number, cvv: '123' } });

const options = {
  scenarios: {
    pays: card('4242 4242 4242 4242'),
    declines: { ...card('4000000000009995'), code: 'insufficient_funds' },
    challenges: {
      sessionData: { bogus_card: 'requires_action' },
      confirmed: { completionData: { action_result: 'confirmed' } },
      refused: { completionData: { action_result: 'refused' } },
    },
    processes: card('4000000000000259'),
    paysLater: { sessionData: { bogus_card: 'voucher' } },
    refundsLater: card('4000000000007726'),
    refusesRefunds: card('4000000000005126'),
    breaksBefore: card('4000000000000119'),
    breaksAfter: card('4000000000000341'),
    saves: card('5555555555554444'),
  },
  settingsTried: {
    refused: { dummy_key: 'refused' },
    unreachable: { settings: { dummy_key: 'unreachable' } },
  },
  has: ['readPayment', 'checkSettings'],
  balances,
} satisfies Omit<KitOptions, 'capabilities' | 'provider'>;

for (const variant of [[], ONCE] as const) {
  testPaymentProvider({
    ...options,
    capabilities: (new BogusProvider(null, ...variant) as PaymentProvider).capabilities,
    provider: async () => new BogusProvider(await gateway(), ...variant) as PaymentProvider,
  });
}
