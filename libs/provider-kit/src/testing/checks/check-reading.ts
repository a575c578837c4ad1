import { strict as assert } from 'node:assert';
import type { PaymentAtGateway } from '../../contract/events';
import { valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import { AMOUNT, type Paid, type ProviderDriver } from '../provider-driver';

/** The expected result: state, captured and refunded amounts. */
type ExpectedPayment = readonly [state: PaymentAtGateway['state'], captured: bigint, refunded: bigint];

export function checkReading(kit: Kit): void {
  const missing = kit.needsMethod('readPayment');

  kit.check(
    'a payment is read with the amounts authorized, captured and refunded',
    async (driver) => {
      const paid = await driver.pay();
      await expectRead(driver, paid, ['authorized', 0n, 0n]);
      valueOf(await driver.transact('capture', paid), 'a capture');
      await expectRead(driver, paid, ['captured', AMOUNT, 0n]);
      valueOf(await driver.transact('refund', paid), 'a refund');
      await expectRead(driver, paid, ['captured', AMOUNT, AMOUNT]);
    },
    missing,
  );

  kit.check(
    'a canceled payment is read as canceled',
    async (driver) => {
      const paid = await driver.pay();
      valueOf(await driver.cancel(paid), 'canceling');
      await expectRead(driver, paid, ['canceled', 0n, 0n]);
    },
    missing ?? (kit.capabilities.supports.cancel ? null : 'capabilities.supports.cancel is false'),
  );
}

async function expectRead(
  driver: ProviderDriver,
  paid: Paid,
  [state, captured, refunded]: ExpectedPayment,
): Promise<void> {
  const { currency } = paid.amount;
  const { canceled, ...read } = valueOf(await driver.readPayment(paid), 'reading a payment');
  const released = state === 'canceled' ? AMOUNT : 0n;
  if (canceled) assert.deepEqual(canceled, { minor: released, currency });
  assert.deepEqual(read, {
    state,
    authorized: paid.amount,
    captured: { minor: captured, currency },
    refunded: { minor: refunded, currency },
  });
}
