import { strict as assert } from 'node:assert';
import type { ProviderSession } from '../../contract/payment-provider';
import { expectOneResponse, valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import { AMOUNT, PART } from '../provider-driver';

export function checkSessions(kit: Kit): void {
  const { sessionData = {} } = kit.options.scenarios.pays;

  kit.check('each session has its own id', async (driver) => {
    const [one, two] = [
      await driver.createSession({ data: sessionData }),
      await driver.createSession({ data: sessionData }),
    ];
    const ids = [one, two].map(
      (response) => valueOf<ProviderSession>(response, 'opening a session').externalId,
    );
    assert.ok(ids.every((id) => typeof id === 'string' && id !== ''));
    assert.notEqual(ids[0], ids[1]);
  });

  kit.check('the caller’s own data is stored in the session and updated with it', async (driver) => {
    const made = valueOf(
      await driver.createSession({ data: { ...sessionData, note: 'first' } }),
      'opening a session',
    );
    assert.equal(made.data['note'], 'first');
    const response = await driver.ask(() =>
      driver.provider.updateSession({
        ...driver.keyed(),
        session: made,
        amount: driver.money(AMOUNT - PART),
        data: { note: 'second' },
      }),
    );
    const changed = valueOf<ProviderSession>(response, 'changing a session');
    assert.deepEqual([changed.externalId, changed.data['note']], [made.externalId, 'second']);
  });

  checkRemote(kit);
}

function checkRemote(kit: Kit): void {
  const { sessionData: data = {} } = kit.options.scenarios.pays;
  const skipReason = kit.capabilities.local.sessions
    ? 'its sessions have no remote side (capabilities.local.sessions)'
    : null;

  kit.check(
    'repeated and concurrent requests with one key create one session',
    async (driver) => {
      const request = { operationKey: driver.key(), sessionId: '01a1fc03-5a80-7bbf-8b2d-7cb9d2a54d13', data };
      const { value } = expectOneResponse(
        await Promise.all([1, 2, 3].map(() => driver.createSession(request))),
        'opening a session',
      );
      assert.deepEqual(valueOf(await driver.createSession(request), 'opening it again'), value);
      const found = await driver.lookUpSession(request);
      assert.deepEqual(valueOf(found, 'its look-up'), value);
    },
    skipReason,
  );
}
