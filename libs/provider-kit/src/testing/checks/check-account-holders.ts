import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type { Kit } from '../kit';

export function checkAccountHolders(kit: Kit): void {
  const missing = kit.capabilities.supports.accountHolders
    ? null
    : 'capabilities.supports.accountHolders is not true';

  kit.check(
    'a customer is registered once per key, and no two customers share an account holder',
    async (driver) => {
      const [key, id] = [driver.key(), randomUUID()];
      const { externalId } = await driver.accountHolder(key, id);
      assert.ok(
        typeof externalId === 'string' && externalId !== '',
        'an account holder has the gateway’s id',
      );
      assert.equal((await driver.accountHolder(key, id)).externalId, externalId);
      assert.notEqual((await driver.accountHolder()).externalId, externalId);
    },
    missing,
  );
}
