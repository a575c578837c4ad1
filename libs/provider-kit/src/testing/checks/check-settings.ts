import { strict as assert } from 'node:assert';
import type { SettingsCheck } from '../../contract/settings';
import type { ProviderSettings } from '../../contract/values';
import { withinLimit } from '../../within-limit';
import { inspectError, inspectMessage } from '../inspect-response';
import type { Kit } from '../kit';
import type { ProviderDriver } from '../provider-driver';

const LIMIT_MS = 10_000;

/** Settings are tested when they are saved: the result is a value and reveals no secrets. */
export function checkSettings(kit: Kit): void {
  const missing = kit.needsMethod('checkSettings');
  const { settings = {}, settingsTried } = kit.options;
  const ask = (driver: ProviderDriver, tried: ProviderSettings): Promise<SettingsCheck> =>
    check(kit, driver, tried);

  kit.check(
    'correct settings are ok, also the second time',
    async (driver) => {
      assert.deepEqual(await ask(driver, settings), { status: 'ok' });
      assert.deepEqual(await ask(driver, settings), { status: 'ok' });
    },
    missing,
  );

  kit.check(
    'settings that the gateway refuses are reported as problems by key',
    async (driver) => {
      const response = await ask(driver, settingsTried?.refused ?? {});
      assert.equal(response.status, 'invalid');
      const { problems } = response;
      const known = (kit.capabilities.settings ?? []).map(({ key }) => key);
      const wrong = Object.entries(problems);
      assert.ok(wrong.length > 0, 'a refusal names what is wrong');
      for (const [key, message] of wrong) {
        assert.ok(known.includes(key), `"${key}" is not one of its settings`);
        assert.ok(message.trim() !== '', `the problem of ${key} has a message`);
      }
    },
    missing ?? (settingsTried?.refused ? null : 'settingsTried.refused is missing'),
  );

  kit.check(
    'a gateway that gives no clear response is unreachable, with no problems reported',
    async (driver) => {
      await settingsTried?.unreachable?.cut?.();
      const response = await ask(driver, settingsTried?.unreachable?.settings ?? settings);
      assert.equal(response.status, 'unreachable');
    },
    missing ?? (settingsTried?.unreachable ? null : 'settingsTried.unreachable is missing'),
  );
}

async function check(
  kit: Kit,
  { provider }: ProviderDriver,
  tried: ProviderSettings,
): Promise<SettingsCheck> {
  assert.ok(provider.checkSettings, 'the provider has no checkSettings');
  const { secrets = [], limitMs = LIMIT_MS } = kit.options;
  const passwords = (kit.capabilities.settings ?? [])
    .filter(({ type }) => type === 'password')
    .map(({ key }) => String(tried[key] ?? ''))
    .filter((text) => text !== '');
  const hidden = [...secrets, ...passwords];
  try {
    const response = await withinLimit(provider.checkSettings({ settings: tried }), limitMs);
    inspectMessage(response, hidden);
    return response;
  } catch (error) {
    inspectError(error, hidden);
    throw error;
  }
}
