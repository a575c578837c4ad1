import { strict as assert } from 'node:assert';
import { expectDeclined, expectOneResponse, valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import { AMOUNT } from '../provider-driver';

export function checkCanceling(kit: Kit): void {
  const { cancel } = kit.capabilities.supports;
  const undeclared = cancel ? null : 'capabilities.supports.cancel is false';

  kit.check(
    'concurrent cancellations with one key release the authorization once and return one response',
    async (driver) => {
      const paid = await driver.pay();
      const key = driver.key();
      const { value } = expectOneResponse(
        await Promise.all([driver.cancel(paid, key), driver.cancel(paid, key), driver.cancel(paid, key)]),
        'canceling',
      );
      assert.ok(value.reference, 'a cancellation has the gateway’s reference');
      assert.deepEqual(valueOf(await driver.cancel(paid, key), 'canceling again'), value);
    },
    undeclared,
  );

  kit.check(
    'a cancellation is found by its key, with the original response',
    async (driver) => {
      const paid = await driver.pay();
      const key = driver.key();
      const first = valueOf(await driver.cancel(paid, key), 'canceling');
      assert.deepEqual(
        valueOf(await driver.lookUp('cancel', key, paid.payment.externalId), 'the look-up'),
        first,
      );
    },
    undeclared ?? kit.needsGateway,
  );

  kit.check(
    'a canceled payment cannot be captured',
    async (driver) => {
      const paid = await driver.pay();
      valueOf(await driver.cancel(paid), 'canceling');
      expectDeclined(await driver.transact('capture', paid), 'a capture');
    },
    undeclared ?? kit.needsGateway,
  );

  kit.check(
    'a captured payment cannot be canceled, only refunded',
    async (driver) => {
      const paid = await driver.pay();
      valueOf(await driver.transact('capture', paid), 'a capture');
      expectDeclined(await driver.cancel(paid), 'canceling');
      valueOf(await driver.transact('refund', paid), 'a refund');
    },
    undeclared ?? kit.needsGateway,
  );

  kit.check(
    'of a concurrent capture and cancellation one wins',
    async (driver) => {
      const paid = await driver.pay();
      const responses = await Promise.all([driver.transact('capture', paid, AMOUNT), driver.cancel(paid)]);
      assert.equal(responses.filter(({ status }) => status === 'succeeded').length, 1);
    },
    undeclared ?? kit.needsGateway,
  );

  kit.check(
    'nothing is canceled where capabilities.supports.cancel is false',
    async (driver) => {
      expectDeclined(await driver.cancel(await driver.pay()), 'canceling');
    },
    cancel ? 'capabilities.supports.cancel is true' : null,
  );
}
