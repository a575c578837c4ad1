import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import type { Refunded } from '../../contract/payment-provider';
import { expectNotSucceeded, valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import { AMOUNT } from '../provider-driver';

// How long the kit waits for a gateway to finish processing.
const WORK_MS = 10_000;

const STATES = ['pending', 'succeeded'];

export function checkPendingRefunds(kit: Kit): void {
  kit.check('a refund states whether it succeeded or is pending', async (driver) => {
    const paid = await driver.pay({ capture: 'automatic' });
    const { state } = valueOf(await driver.transact('refund', paid), 'a refund') as Partial<Refunded>;
    assert.ok(STATES.includes(state ?? ''), `a refund is ${STATES.join(' or ')}: got ${String(state)}`);
  });

  const { refundsLater: scenario } = kit.options.scenarios;
  kit.check(
    'a pending refund counts against the refundable amount, and is found by its key once it succeeded',
    async (driver) => {
      const paid = await driver.pay({ scenario, capture: 'automatic' });
      const key = driver.key();
      const first = valueOf(await driver.transact('refund', paid, AMOUNT, key), 'a refund') as Refunded;
      assert.equal(first.state, 'pending');
      expectNotSucceeded(
        await driver.transact('refund', paid, 1_000n),
        'another refund of the pending amount',
      );
      const now = async (): Promise<Refunded> =>
        valueOf(await driver.lookUp('refund', key, paid.payment.externalId), 'the look-up') as Refunded;
      const deadline = Date.now() + WORK_MS;
      while ((await now()).state === 'pending' && Date.now() < deadline) await pause(100);
      assert.deepEqual(await now(), { reference: first.reference, state: 'succeeded' });
    },
    kit.needs('refundsLater'),
  );
}
