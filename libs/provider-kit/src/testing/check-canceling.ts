import { strict as assert } from 'node:assert';
import { expectDeclined, expectOneAnswer, valueOf } from './inspect-answer';
import type { Kit } from './kit';
import { AMOUNT } from './till';

export function checkCanceling(kit: Kit): void {
  const { cancel } = kit.facts.supports;
  const undeclared = cancel ? null : 'facts.supports.cancel is false';

  kit.check(
    'what is held is let go once, also at once, with one key and one answer',
    async (till) => {
      const paid = await till.pay();
      const key = till.key();
      const { value } = expectOneAnswer(
        await Promise.all([till.cancel(paid, key), till.cancel(paid, key), till.cancel(paid, key)]),
        'canceling',
      );
      assert.ok(value.reference, 'a cancellation has the gateway’s reference');
      assert.deepEqual(valueOf(await till.cancel(paid, key), 'canceling again'), value);
    },
    undeclared,
  );

  kit.check(
    'a cancellation is found by its key, as it was answered',
    async (till) => {
      const paid = await till.pay();
      const key = till.key();
      const first = valueOf(await till.cancel(paid, key), 'canceling');
      assert.deepEqual(
        valueOf(await till.lookUp('cancel', key, paid.payment.externalId), 'the look-up'),
        first,
      );
    },
    undeclared ?? kit.needsGateway,
  );

  kit.check(
    'what is canceled cannot be captured',
    async (till) => {
      const paid = await till.pay();
      valueOf(await till.cancel(paid), 'canceling');
      expectDeclined(await till.move('capture', paid), 'a capture');
    },
    undeclared ?? kit.needsGateway,
  );

  kit.check(
    'what is captured cannot be canceled, only refunded',
    async (till) => {
      const paid = await till.pay();
      valueOf(await till.move('capture', paid), 'a capture');
      expectDeclined(await till.cancel(paid), 'canceling');
      valueOf(await till.move('refund', paid), 'a refund');
    },
    undeclared ?? kit.needsGateway,
  );

  kit.check(
    'a capture and a cancellation at once: one of them wins',
    async (till) => {
      const paid = await till.pay();
      const answers = await Promise.all([till.move('capture', paid, AMOUNT), till.cancel(paid)]);
      assert.equal(answers.filter(({ is }) => is === 'done').length, 1);
    },
    undeclared ?? kit.needsGateway,
  );

  kit.check(
    'nothing is canceled where facts.supports.cancel is false',
    async (till) => {
      expectDeclined(await till.cancel(await till.pay()), 'canceling');
    },
    cancel ? 'facts.supports.cancel is true' : null,
  );
}
