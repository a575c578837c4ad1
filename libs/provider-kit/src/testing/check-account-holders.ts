import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type { Kit } from './kit';

export function checkAccountHolders(kit: Kit): void {
  const missing = kit.facts.supports.accountHolders ? null : 'facts.supports.accountHolders is not true';

  kit.check(
    'a customer is made known once under one key, and no two customers are one',
    async (till) => {
      const [key, id] = [till.key(), randomUUID()];
      const { externalId } = await till.accountHolder(key, id);
      assert.ok(typeof externalId === 'string' && externalId !== '', 'a holder has the gateway’s id');
      assert.equal((await till.accountHolder(key, id)).externalId, externalId);
      assert.notEqual((await till.accountHolder()).externalId, externalId);
    },
    missing,
  );
}
