import { strict as assert } from 'node:assert';
import { expectDeclined, expectNotSucceeded, valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import { AMOUNT } from '../provider-driver';

/** Currencies by their decimals (ISO 4217), most common first. */
const BY_DECIMALS: Readonly<Record<number, readonly string[]>> = {
  0: ['JPY', 'KRW', 'CLP', 'VND'],
  2: ['USD', 'EUR', 'GBP'],
  3: ['KWD', 'BHD', 'JOD', 'OMR', 'TND'],
};

export function checkCurrencies(kit: Kit): void {
  for (const [decimals, codes] of Object.entries(BY_DECIMALS)) {
    const currency = codes.find((code) => kit.takes(code));
    const missing = currency ? null : `capabilities.currencies has none with ${decimals} decimals`;
    checkCurrency(kit, { decimals, currency, missing });
  }

  const outside = ['SEK', 'AUD', 'USD'].find((code) => !kit.takes(code));
  kit.check(
    'a currency not in its capabilities is declined',
    async (driver) => {
      const amount = driver.money(AMOUNT, outside);
      const opened = await driver.createSession({
        data: kit.options.scenarios.pays.sessionData ?? {},
        amount,
      });
      if (opened.status !== 'succeeded') return void expectDeclined(opened, 'opening a session');
      expectDeclined(await driver.authorize(opened.value, { currency: outside }), 'paying');
    },
    outside ? null : 'capabilities.currencies is "any"',
  );
}

interface Subject {
  readonly decimals: string;
  readonly currency: string | undefined;
  readonly missing: string | null;
}

function checkCurrency(kit: Kit, { decimals, currency, missing }: Subject): void {
  const name = currency ?? 'a currency';
  kit.check(
    `${name}, with ${decimals} decimals, is captured and refunded to the last unit, and no more`,
    async (driver) => {
      const paid = await driver.pay({ capture: 'automatic', currency });
      valueOf(await driver.transact('refund', paid), 'a refund');
      if (!kit.needsGateway)
        expectNotSucceeded(await driver.transact('refund', paid, 10n), 'a refund of nothing remaining');
    },
    missing,
  );

  kit.check(
    `${name}, with ${decimals} decimals, has the same amount in the gateway’s own balances`,
    async (driver) => {
      const paid = await driver.pay({ capture: 'automatic', currency });
      const read = async (): Promise<unknown> => kit.options.balances?.(paid.payment, paid.amount);
      assert.deepEqual(await read(), { currency, captured: AMOUNT, refunded: 0n });
      valueOf(await driver.transact('refund', paid), 'a refund');
      assert.deepEqual(await read(), { currency, captured: AMOUNT, refunded: AMOUNT });
    },
    missing ?? (kit.options.balances ? null : 'balances is missing'),
  );
}
