import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import type { Refunded } from '../../contract/payment-provider';
import { expectNotDone, valueOf } from '../inspect-answer';
import type { Kit } from '../kit';
import { AMOUNT } from '../provider-driver';

// How long a gateway may be at work before the kit gives up on it.
const WORK_MS = 10_000;

const STATES = ['pending', 'succeeded'];

export function checkPendingRefunds(kit: Kit): void {
  kit.check('a refund says whether it has succeeded or is on its way', async (driver) => {
    const paid = await driver.pay({ capture: 'automatic' });
    const { state } = valueOf(await driver.transact('refund', paid), 'a refund') as Partial<Refunded>;
    assert.ok(STATES.includes(state ?? ''), `a refund is ${STATES.join(' or ')}: got ${String(state)}`);
  });

  const { refundsLater: scenario } = kit.options.scenarios;
  kit.check(
    'a refund that is pending counts against what is left, and is found by its key once it has succeeded',
    async (driver) => {
      const paid = await driver.pay({ scenario, capture: 'automatic' });
      const key = driver.key();
      const first = valueOf(await driver.transact('refund', paid, AMOUNT, key), 'a refund') as Refunded;
      assert.equal(first.state, 'pending');
      expectNotDone(await driver.transact('refund', paid, 1_000n), 'a refund of what is on its way');
      const now = async (): Promise<Refunded> =>
        valueOf(await driver.lookUp('refund', key, paid.payment.externalId), 'the look-up') as Refunded;
      const until = Date.now() + WORK_MS;
      while ((await now()).state === 'pending' && Date.now() < until) await pause(100);
      assert.deepEqual(await now(), { reference: first.reference, state: 'succeeded' });
    },
    kit.needs('refundsLater'),
  );
}
