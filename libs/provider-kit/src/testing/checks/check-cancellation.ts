import { strict as assert } from 'node:assert';
import type { ProviderSession } from '../../contract/payment-provider';
import { expectDeclined, expectOneResponse, valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import type { ProviderDriver } from '../provider-driver';

/** A session that is not paid yet. */
export async function openSession(kit: Kit, driver: ProviderDriver): Promise<ProviderSession> {
  const data = kit.options.scenarios.pays.sessionData ?? {};
  return valueOf(await driver.createSession({ data }), 'opening a session');
}

export function checkCancellation(kit: Kit): void {
  const missing = kit.needsMethod('cancelSession');
  const { pays } = kit.options.scenarios;

  kit.check(
    'concurrent cancellations of an open session with one key return one response; canceling it again succeeds',
    async (driver) => {
      const session = await openSession(kit, driver);
      const key = driver.key();
      const close = (): ReturnType<ProviderDriver['cancelSession']> => driver.cancelSession(session, key);
      const { value } = expectOneResponse(await Promise.all([close(), close(), close()]), 'closing');
      assert.equal(value.externalId, session.externalId);
      assert.deepEqual(valueOf(await close(), 'closing again'), value);
      valueOf(await driver.cancelSession(session), 'closing what is closed, with another key');
    },
    missing,
  );

  kit.check(
    'a canceled session can no longer be paid',
    async (driver) => {
      const session = await openSession(kit, driver);
      valueOf(await driver.cancelSession(session), 'closing');
      // The gateway's page may fail in any way.
      await Promise.resolve(pays.shopper?.(session)).catch(() => undefined);
      expectDeclined(await driver.authorize(session), 'paying what is closed');
    },
    missing,
  );

  kit.check(
    'a paid session is not canceled, and can still be refunded',
    async (driver) => {
      const paid = await driver.pay({ capture: 'automatic' });
      const { externalId } = paid.payment;
      const response = expectDeclined(
        await driver.cancelSession({ externalId, data: {} }),
        'closing what is paid',
      );
      assert.equal(response.code, 'not_cancelable');
      valueOf(await driver.transact('refund', paid), 'a refund');
    },
    missing,
  );

  kit.check(
    'a session’s cancellation is found by its key, with the original response; one never sent is never_received',
    async (driver) => {
      const session = await openSession(kit, driver);
      const key = driver.key();
      const before = await driver.lookUp('cancel_session', key, session.externalId);
      assert.equal(before.status, 'never_received');
      const value = valueOf(await driver.cancelSession(session, key), 'closing');
      const found = await driver.lookUp('cancel_session', key, session.externalId);
      assert.deepEqual(valueOf(found, 'the look-up'), value);
    },
    missing,
  );
}
