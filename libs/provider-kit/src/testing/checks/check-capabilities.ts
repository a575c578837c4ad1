import { strict as assert } from 'node:assert';
import { providerProblem } from '../../provider-problem';
import type { Kit } from '../kit';
import type { OptionalMethod } from '../kit-options';

const OPTIONAL: readonly OptionalMethod[] = ['cancelSession', 'parseEvent', 'readPayment', 'checkSettings'];

export function checkCapabilities(kit: Kit): void {
  kit.check('its capabilities match those given to the kit', async ({ provider }) => {
    assert.deepEqual(provider.capabilities, kit.capabilities);
  });

  kit.check('its id has the form pp_acme_default, and its flags match its methods', async ({ provider }) => {
    assert.equal(providerProblem(provider), null);
  });

  kit.check('its optional methods match has', async ({ provider }) => {
    const { has = [], events } = kit.options;
    const found = OPTIONAL.filter((method) => typeof provider[method] === 'function');
    assert.deepEqual(
      found,
      OPTIONAL.filter((method) => has.includes(method)),
    );
    assert.ok(provider.parseEvent ?? !provider.verifyEvent, 'verifyEvent requires parseEvent');
    assert.ok(provider.parseEvent ?? !events, 'events is given, but the provider has no parseEvent');
  });

  kit.check('it has a display name, and no setting twice', async ({ provider }) => {
    assert.ok(provider.capabilities.displayName.trim(), 'displayName is shown to operators');
    const keys = (provider.capabilities.settings ?? []).map(({ key }) => key);
    assert.deepEqual(keys, [...new Set(keys)]);
  });
}
