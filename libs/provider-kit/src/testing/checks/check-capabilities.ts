import { strict as assert } from 'node:assert';
import { providerProblem } from '../../provider-problem';
import type { Kit } from '../kit';
import type { OptionalMethod } from '../kit-options';

const OPTIONAL: readonly OptionalMethod[] = ['cancelSession', 'parseEvent', 'readPayment', 'checkSettings'];

export function checkCapabilities(kit: Kit): void {
  kit.check('its capabilities are those that the kit was given', async ({ provider }) => {
    assert.deepEqual(provider.capabilities, kit.capabilities);
  });

  kit.check(
    'its id has the form pp_acme_default, and its flags go with its methods',
    async ({ provider }) => {
      assert.equal(providerProblem(provider), null);
    },
  );

  kit.check('its optional methods are those that the kit was told of (has)', async ({ provider }) => {
    const { has = [], events } = kit.options;
    const found = OPTIONAL.filter((method) => typeof provider[method] === 'function');
    assert.deepEqual(
      found,
      OPTIONAL.filter((method) => has.includes(method)),
    );
    assert.ok(provider.parseEvent ?? !provider.verifyEvent, 'verifyEvent goes with parseEvent');
    assert.ok(provider.parseEvent ?? !events, 'events is given, and the provider has no parseEvent');
  });

  kit.check(
    'it has a name that an operator can read, and each of its settings once',
    async ({ provider }) => {
      assert.ok(provider.capabilities.displayName.trim(), 'displayName is shown to operators');
      const keys = (provider.capabilities.settings ?? []).map(({ key }) => key);
      assert.deepEqual(keys, [...new Set(keys)]);
    },
  );
}
