import { strict as assert } from 'node:assert';
import { providerProblem } from '../provider-problem';
import type { Kit } from './kit';

export function checkFacts(kit: Kit): void {
  kit.check('its facts are those that the kit was given', async ({ provider }) => {
    assert.deepEqual(provider.facts, kit.facts);
  });

  kit.check(
    'its id has the form pp_acme_default, and its flags go with its methods',
    async ({ provider }) => {
      assert.equal(providerProblem(provider), null);
    },
  );

  kit.check(
    'it has a name that an operator can read, and each of its settings once',
    async ({ provider }) => {
      assert.ok(provider.facts.displayName.trim(), 'displayName is shown to operators');
      const keys = (provider.facts.settings ?? []).map(({ key }) => key);
      assert.deepEqual(keys, [...new Set(keys)]);
    },
  );
}
