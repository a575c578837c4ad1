import { strict as assert } from 'node:assert';
import { expectDeclined, valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import { AMOUNT, PART, type Paid, type ProviderDriver } from '../provider-driver';

/** The uncaptured rest of an authorization after a partial capture: released with it, or authorized until canceled. */
export function checkRest(kit: Kit): void {
  const { capture, partialCapture, cancel } = kit.capabilities.supports;
  const partly = partialCapture ? kit.needsGateway : 'capabilities.supports.partialCapture is false';
  const once = partly ?? (capture === 'once' ? null : 'capabilities.supports.capture is "many"');
  const many = partly ?? (capture === 'many' ? null : 'capabilities.supports.capture is "once"');
  const canceling = cancel ? null : 'capabilities.supports.cancel is false';

  kit.check(
    'where it captures once, a partial capture releases the rest: it can be neither captured nor canceled',
    async (driver) => {
      const paid = await captured(driver);
      expectDeclined(await driver.transact('capture', paid, 1_000n), 'a second capture');
      if (cancel) expectDeclined(await driver.cancel(paid), 'canceling the released rest');
      await expectReleased(kit, driver, paid);
      valueOf(await driver.transact('refund', paid, PART), 'a refund of what was captured');
    },
    once,
  );

  kit.check(
    'where it captures many times, the rest stays authorized and can be captured later',
    async (driver) => {
      const paid = await captured(driver);
      valueOf(await driver.transact('capture', paid, AMOUNT - PART), 'the second capture');
    },
    many,
  );

  kit.check(
    'where it captures many times, the rest is released by canceling, with one response per key',
    async (driver) => {
      const paid = await captured(driver);
      const key = driver.key();
      const first = valueOf(await driver.cancel(paid, key), 'canceling the rest');
      assert.deepEqual(valueOf(await driver.cancel(paid, key), 'canceling it again'), first);
      expectDeclined(await driver.transact('capture', paid, 1_000n), 'a capture of the released rest');
      await expectReleased(kit, driver, paid);
      valueOf(await driver.transact('refund', paid, PART), 'a refund of what was captured');
    },
    many ?? canceling,
  );
}

async function captured(driver: ProviderDriver): Promise<Paid> {
  const paid = await driver.pay({ capture: 'manual' });
  valueOf(await driver.transact('capture', paid, PART), 'a partial capture');
  return paid;
}

/** Checks the gateway's own record, where the provider can read it. */
async function expectReleased(kit: Kit, driver: ProviderDriver, paid: Paid): Promise<void> {
  if (kit.needsMethod('readPayment') !== null) return;
  const { state, captured: taken, canceled } = valueOf(await driver.readPayment(paid), 'reading the payment');
  assert.deepEqual([state, taken.minor], ['captured', PART]);
  if (canceled) assert.equal(canceled.minor, AMOUNT - PART, 'the canceled amount is the rest');
}
