import { strict as assert } from 'node:assert';
import type { PaymentAtGateway } from '../contract/events';
import { valueOf } from './inspect-answer';
import type { Kit } from './kit';
import { AMOUNT, type Paid, type Till } from './till';

/** What a payment is read as: its state, what was captured and what was given back. */
type Wanted = readonly [state: PaymentAtGateway['state'], captured: bigint, refunded: bigint];

export function checkReading(kit: Kit): void {
  const missing = kit.needsMethod('readPayment');

  kit.check(
    'a payment is read as what was held, taken and given back',
    async (till) => {
      const paid = await till.pay();
      await expectRead(till, paid, ['authorized', 0n, 0n]);
      valueOf(await till.move('capture', paid), 'a capture');
      await expectRead(till, paid, ['captured', AMOUNT, 0n]);
      valueOf(await till.move('refund', paid), 'a refund');
      await expectRead(till, paid, ['captured', AMOUNT, AMOUNT]);
    },
    missing,
  );

  kit.check(
    'a payment that was canceled is read as that',
    async (till) => {
      const paid = await till.pay();
      valueOf(await till.cancel(paid), 'canceling');
      await expectRead(till, paid, ['canceled', 0n, 0n]);
    },
    missing ?? (kit.facts.supports.cancel ? null : 'facts.supports.cancel is false'),
  );
}

async function expectRead(till: Till, paid: Paid, [state, captured, refunded]: Wanted): Promise<void> {
  const { currency } = paid.amount;
  assert.deepEqual(valueOf(await till.readPayment(paid), 'reading a payment'), {
    state,
    authorized: paid.amount,
    captured: { minor: captured, currency },
    refunded: { minor: refunded, currency },
  });
}
