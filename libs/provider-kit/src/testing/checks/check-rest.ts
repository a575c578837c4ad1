import { strict as assert } from 'node:assert';
import { expectDeclined, valueOf } from '../inspect-answer';
import type { Kit } from '../kit';
import { AMOUNT, PART, type Paid, type ProviderDriver } from '../provider-driver';

/** What is left of a hold after a capture in part: let go of with it, or held until it is canceled. */
export function checkRest(kit: Kit): void {
  const { capture, partialCapture, cancel } = kit.capabilities.supports;
  const partly = partialCapture ? kit.needsGateway : 'capabilities.supports.partialCapture is false';
  const once = partly ?? (capture === 'once' ? null : 'capabilities.supports.capture is "many"');
  const many = partly ?? (capture === 'many' ? null : 'capabilities.supports.capture is "once"');
  const canceling = cancel ? null : 'capabilities.supports.cancel is false';

  kit.check(
    'where it captures once, a capture in part lets go of the rest: no part of it can be captured or canceled',
    async (driver) => {
      const paid = await captured(driver);
      expectDeclined(await driver.transact('capture', paid, 1_000n), 'a second capture');
      if (cancel) expectDeclined(await driver.cancel(paid), 'canceling what is let go of');
      await expectReleased(kit, driver, paid);
      valueOf(await driver.transact('refund', paid, PART), 'a refund of what was captured');
    },
    once,
  );

  kit.check(
    'where it captures many times, the rest stays held and is captured later',
    async (driver) => {
      const paid = await captured(driver);
      valueOf(await driver.transact('capture', paid, AMOUNT - PART), 'the second capture');
    },
    many,
  );

  kit.check(
    'where it captures many times, the rest is let go of by canceling, with one key and one answer',
    async (driver) => {
      const paid = await captured(driver);
      const key = driver.key();
      const first = valueOf(await driver.cancel(paid, key), 'canceling the rest');
      assert.deepEqual(valueOf(await driver.cancel(paid, key), 'canceling it again'), first);
      expectDeclined(await driver.transact('capture', paid, 1_000n), 'a capture of what is let go of');
      await expectReleased(kit, driver, paid);
      valueOf(await driver.transact('refund', paid, PART), 'a refund of what was captured');
    },
    many ?? canceling,
  );
}

async function captured(driver: ProviderDriver): Promise<Paid> {
  const paid = await driver.pay({ capture: 'manual' });
  valueOf(await driver.transact('capture', paid, PART), 'a capture in part');
  return paid;
}

/** As the gateway's own record has it, where the provider reads it and it tells. */
async function expectReleased(kit: Kit, driver: ProviderDriver, paid: Paid): Promise<void> {
  if (kit.needsMethod('readPayment') !== null) return;
  const { state, captured: taken, canceled } = valueOf(await driver.readPayment(paid), 'reading the payment');
  assert.deepEqual([state, taken.minor], ['captured', PART]);
  if (canceled) assert.equal(canceled.minor, AMOUNT - PART, 'what is let go of is the rest');
}
