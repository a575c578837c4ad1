import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type {
  CreateSessionRequest,
  ProviderSetupSession,
  SavedMethod,
  Saving,
} from '../contract/payment-provider';
import { expectNotDone, valueOf } from './inspect-answer';
import type { Kit } from './kit';
import { ABSENT, type Till } from './till';

export function checkSavedMethods(kit: Kit): void {
  const missing = kit.facts.supports.savedMethods
    ? kit.needs('saves')
    : 'facts.supports.savedMethods is false';

  kit.check(
    'a card is saved once under one key: what a receipt shows of it, and no number',
    async (till) => {
      const key = till.key();
      const setup = await setUp(kit, till);
      const method = await save(kit, till, setup, key);
      assert.deepEqual(await save(kit, till, setup, key), method);
      assert.ok(method.profileId && method.brand);
      assert.match(method.last4, /^\d{4}$/);
      assert.ok(method.month >= 1 && method.month <= 12, 'month is 1 to 12');
      assert.ok(method.year >= 1000 && method.year <= 9999, 'year has four digits');
    },
    missing,
  );

  kit.check(
    'a saved card pays without its number, and is given back to',
    async (till) => {
      const holder = await holderOf(kit, till);
      const { profileId } = await save(kit, till, await setUp(kit, till, holder));
      const paid = valueOf(await charge(till, profileId, holder), 'paying with a saved card');
      assert.equal(paid.state, 'authorized');
    },
    missing,
  );

  kit.check(
    'a card that was forgotten pays no more; one that is gone already is done',
    async (till) => {
      const holder = await holderOf(kit, till);
      const { profileId } = await save(kit, till, await setUp(kit, till, holder));
      const key = till.key();
      const forget = (operationKey: string) =>
        till.ask(
          async () => till.provider.detachSavedMethod?.({ ...till.keyed(operationKey), profileId }) ?? ABSENT,
        );
      const first = valueOf(await forget(key), 'detaching');
      assert.deepEqual(valueOf(await forget(key), 'detaching again'), first);
      valueOf(await forget(till.key()), 'detaching what is gone');
      expectNotDone(await charge(till, profileId, holder), 'paying with a forgotten card');
    },
    missing,
  );
}

type Holder = Pick<CreateSessionRequest, 'accountHolder'>;

/** Nothing where the gateway knows no customers. */
async function holderOf(kit: Kit, till: Till): Promise<Holder> {
  if (!kit.facts.supports.accountHolders) return {};
  return { accountHolder: await till.accountHolder() };
}

export async function setUp(kit: Kit, till: Till, holder: Holder = {}): Promise<ProviderSetupSession> {
  const { sessionData = {}, shopper } = kit.options.scenarios.saves ?? {};
  const request = { setupSessionId: randomUUID(), customerId: randomUUID(), data: sessionData, ...holder };
  const answer = await till.ask(
    async () => till.provider.createSetupSession?.({ ...till.keyed(), ...request }) ?? ABSENT,
  );
  const setup = valueOf<ProviderSetupSession>(answer, 'opening a setup session');
  await shopper?.(setup);
  return setup;
}

async function save(
  kit: Kit,
  till: Till,
  setup: ProviderSetupSession,
  operationKey = till.key(),
): Promise<SavedMethod> {
  const data = kit.options.scenarios.saves?.completionData ?? {};
  const answer = await till.ask(
    async () =>
      till.provider.completeSetupSession?.({ ...till.keyed(operationKey), setupSession: setup, data }) ??
      ABSENT,
  );
  const saving = valueOf<Saving>(answer, 'saving a card');
  assert.equal(saving.state, 'saved');
  return (saving as { method: SavedMethod }).method;
}

/** Opens a session with the card and pays it; a gateway may refuse at either. */
async function charge(till: Till, profileId: string, holder: Holder) {
  const opened = await till.createSession({ savedMethod: { profileId }, ...holder });
  return opened.is === 'done' ? till.authorize(opened.value, { data: {} }) : opened;
}
