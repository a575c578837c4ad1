import { strict as assert } from 'node:assert';
import type { TransactionResult } from '../../contract/payment-provider';
import { expectDeclined, expectNotSucceeded, expectOneResponse, valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import { AMOUNT, PART, type Paid, type ProviderDriver } from '../provider-driver';

interface TransactionCheck {
  readonly verb: 'capture' | 'refund';
  readonly settled: 'captured' | 'refunded';
  readonly inParts: boolean;
  /** The amount it must not exceed. */
  readonly bound: string;
  readonly begin: (driver: ProviderDriver) => Promise<Paid>;
}

/** Captures and refunds follow the same rules: one limited by the authorized amount, one by the captured amount. */
export function checkTransactions(kit: Kit): void {
  const { partialCapture, partialRefund } = kit.capabilities.supports;
  kit.group('capturing', () =>
    checkTransaction(kit, {
      verb: 'capture',
      settled: 'captured',
      inParts: partialCapture,
      bound: 'authorized',
      begin: (driver) => driver.pay({ capture: 'manual' }),
    }),
  );
  kit.group('refunding', () => {
    checkTransaction(kit, {
      verb: 'refund',
      settled: 'refunded',
      inParts: partialRefund,
      bound: 'captured',
      begin: (driver) => driver.pay({ capture: 'automatic' }),
    });
    checkRefusals(kit);
  });
}

function checkTransaction(kit: Kit, verb: TransactionCheck): void {
  checkRepeats(kit, verb);
  checkBounds(kit, verb);
  checkParts(kit, verb);
}

function checkRepeats(kit: Kit, { verb, settled, begin }: TransactionCheck): void {
  kit.check(
    `the full amount ${settled} twice with one key moves once and returns one response`,
    async (driver) => {
      const paid = await begin(driver);
      const key = driver.key();
      const first = valueOf(await driver.transact(verb, paid, AMOUNT, key), verb);
      assert.ok(first.reference, `a ${verb} has the gateway’s reference`);
      assert.deepEqual(valueOf(await driver.transact(verb, paid, AMOUNT, key), `${verb} again`), first);
    },
  );

  kit.check(
    `five concurrent ${verb}s with one key move money once and return one response`,
    async (driver) => {
      const paid = await begin(driver);
      const key = driver.key();
      const send = (): ReturnType<ProviderDriver['transact']> => driver.transact(verb, paid, AMOUNT, key);
      const { value } = expectOneResponse(await Promise.all([send(), send(), send(), send(), send()]), verb);
      assert.deepEqual(valueOf(await send(), `${verb} again`), value);
    },
  );

  kit.check(
    `of two concurrent full ${verb}s with different keys one succeeds`,
    async (driver) => {
      const paid = await begin(driver);
      const responses = await Promise.all([driver.transact(verb, paid), driver.transact(verb, paid)]);
      assert.equal(responses.filter(({ status }) => status === 'succeeded').length, 1);
    },
    kit.needsGateway,
  );

  kit.check(
    `a ${verb} is found by its key, with the original response`,
    async (driver) => {
      const paid = await begin(driver);
      const key = driver.key();
      const first: TransactionResult = valueOf(await driver.transact(verb, paid, AMOUNT, key), verb);
      assert.deepEqual(
        valueOf(await driver.lookUp(verb, key, paid.payment.externalId), 'the look-up'),
        first,
      );
    },
    kit.needsGateway,
  );
}

function checkBounds(kit: Kit, { verb, settled, bound, begin }: TransactionCheck): void {
  kit.check(
    `more than the ${bound} amount is declined, and the full amount still succeeds`,
    async (driver) => {
      const paid = await begin(driver);
      expectDeclined(await driver.transact(verb, paid, AMOUNT + 10n), `a ${verb} beyond the ${bound} amount`);
      valueOf(await driver.transact(verb, paid), verb);
      expectDeclined(await driver.transact(verb, paid, PART), `a ${verb} of nothing remaining`);
    },
    kit.needsGateway,
  );

  kit.check(
    `zero, a negative amount and another currency cannot be ${settled}`,
    async (driver) => {
      const paid = await begin(driver);
      for (const minor of [0n, -PART])
        expectNotSucceeded(await driver.transact(verb, paid, minor), `a ${verb} of ${minor}`);
      const other = { ...paid, amount: driver.money(AMOUNT, paid.amount.currency === 'EUR' ? 'USD' : 'EUR') };
      expectNotSucceeded(await driver.transact(verb, other), `a ${verb} in another currency`);
      valueOf(await driver.transact(verb, paid), verb);
    },
    kit.needsGateway,
  );
}

function checkParts(kit: Kit, { verb, settled, bound, inParts, begin }: TransactionCheck): void {
  const flag = verb === 'capture' ? 'partialCapture' : 'partialRefund';

  kit.check(
    `a partial amount can be ${settled}, and all parts together never exceed the ${bound} amount`,
    async (driver) => {
      const paid = await begin(driver);
      valueOf(await driver.transact(verb, paid, PART), `a partial ${verb}`);
      expectDeclined(
        await driver.transact(verb, paid, AMOUNT - PART + 10n),
        `a ${verb} of more than remains`,
      );
    },
    inParts ? kit.needsGateway : `capabilities.supports.${flag} is false`,
  );

  kit.check(
    `a key reused with another amount moves no more money (${verb})`,
    async (driver) => {
      const paid = await begin(driver);
      const key = driver.key();
      const first = valueOf(await driver.transact(verb, paid, PART, key), verb);
      const second = await driver.transact(verb, paid, PART + 1_000n, key);
      if (second.status === 'succeeded') assert.deepEqual(second.value, first);
      expectNotSucceeded(
        await driver.transact(verb, paid, AMOUNT - PART + 10n),
        `a ${verb} of more than remains`,
      );
      // Had the second one taken effect, less than this would remain. A gateway that captures once declines it too.
      if (verb === 'refund') valueOf(await driver.transact(verb, paid, AMOUNT - PART), 'the rest');
    },
    inParts ? kit.needsGateway : `capabilities.supports.${flag} is false`,
  );

  kit.check(
    `a partial amount cannot be ${settled} where capabilities.supports.${flag} is false`,
    async (driver) => {
      const paid = await begin(driver);
      expectDeclined(await driver.transact(verb, paid, PART), `a partial ${verb}`);
      valueOf(await driver.transact(verb, paid), verb);
    },
    inParts ? `capabilities.supports.${flag} is true` : null,
  );
}

function checkRefusals(kit: Kit): void {
  const { refusesRefunds: scenario } = kit.options.scenarios;

  kit.check(
    'an authorized but uncaptured payment cannot be refunded',
    async (driver) => {
      expectDeclined(await driver.transact('refund', await driver.pay({ capture: 'manual' })), 'a refund');
    },
    kit.needsGateway,
  );

  kit.check(
    'a refund refused by the gateway is declined, the same each time',
    async (driver) => {
      const paid = await driver.pay({ scenario, capture: 'automatic' });
      const key = driver.key();
      const response = expectDeclined(await driver.transact('refund', paid, AMOUNT, key), 'the refund');
      assert.deepEqual(await driver.transact('refund', paid, AMOUNT, key), response);
    },
    kit.needs('refusesRefunds'),
  );
}
