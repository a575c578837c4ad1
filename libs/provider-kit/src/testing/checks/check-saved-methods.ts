import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type {
  CreateSessionRequest,
  ProviderSetupSession,
  SavedMethod,
  Saving,
} from '../../contract/payment-provider';
import { expectNotSucceeded, valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import { ABSENT, type ProviderDriver } from '../provider-driver';

export function checkSavedMethods(kit: Kit): void {
  const missing = kit.capabilities.supports.savedMethods
    ? kit.needs('saves')
    : 'capabilities.supports.savedMethods is false';

  kit.check(
    'a card is saved once per key, with the details for receipts and no card number',
    async (driver) => {
      const key = driver.key();
      const setup = await setUp(kit, driver);
      const method = await save(kit, driver, setup, key);
      assert.deepEqual(await save(kit, driver, setup, key), method);
      assert.ok(method.profileId && method.brand);
      assert.match(method.last4, /^\d{4}$/);
      assert.ok(method.month >= 1 && method.month <= 12, 'month is 1 to 12');
      assert.ok(method.year >= 1000 && method.year <= 9999, 'year has four digits');
    },
    missing,
  );

  kit.check(
    'a saved card pays without its number',
    async (driver) => {
      const holder = await holderOf(kit, driver);
      const { profileId } = await save(kit, driver, await setUp(kit, driver, holder));
      const paid = valueOf(await charge(driver, profileId, holder), 'paying with a saved card');
      assert.equal(paid.state, 'authorized');
    },
    missing,
  );

  kit.check(
    'a detached card no longer pays; detaching it again succeeds',
    async (driver) => {
      const holder = await holderOf(kit, driver);
      const { profileId } = await save(kit, driver, await setUp(kit, driver, holder));
      const key = driver.key();
      const detach = (operationKey: string) =>
        driver.ask(
          async () =>
            driver.provider.detachSavedMethod?.({ ...driver.keyed(operationKey), profileId }) ?? ABSENT,
        );
      const first = valueOf(await detach(key), 'detaching');
      assert.deepEqual(valueOf(await detach(key), 'detaching again'), first);
      valueOf(await detach(driver.key()), 'detaching a detached card');
      expectNotSucceeded(await charge(driver, profileId, holder), 'paying with a detached card');
    },
    missing,
  );
}

type Holder = Pick<CreateSessionRequest, 'accountHolder'>;

/** Empty if the gateway has no customers. */
export async function holderOf(kit: Kit, driver: ProviderDriver): Promise<Holder> {
  if (!kit.capabilities.supports.accountHolders) return {};
  return { accountHolder: await driver.accountHolder() };
}

export async function setUp(
  kit: Kit,
  driver: ProviderDriver,
  holder: Holder = {},
): Promise<ProviderSetupSession> {
  const { sessionData = {}, shopper } = kit.options.scenarios.saves ?? {};
  const request = { setupSessionId: randomUUID(), customerId: randomUUID(), data: sessionData, ...holder };
  const response = await driver.ask(
    async () => driver.provider.createSetupSession?.({ ...driver.keyed(), ...request }) ?? ABSENT,
  );
  const setup = valueOf<ProviderSetupSession>(response, 'opening a setup session');
  await shopper?.(setup);
  return setup;
}

async function save(
  kit: Kit,
  driver: ProviderDriver,
  setup: ProviderSetupSession,
  operationKey = driver.key(),
): Promise<SavedMethod> {
  const data = kit.options.scenarios.saves?.completionData ?? {};
  const response = await driver.ask(
    async () =>
      driver.provider.completeSetupSession?.({ ...driver.keyed(operationKey), setupSession: setup, data }) ??
      ABSENT,
  );
  const saving = valueOf<Saving>(response, 'saving a card');
  assert.equal(saving.state, 'saved');
  return (saving as { method: SavedMethod }).method;
}

/** Creates a session with the card and authorizes it; a gateway may decline either. */
async function charge(driver: ProviderDriver, profileId: string, holder: Holder) {
  const opened = await driver.createSession({ savedMethod: { profileId }, ...holder });
  return opened.status === 'succeeded' ? driver.authorize(opened.value, { data: {} }) : opened;
}
