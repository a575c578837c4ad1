import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import type { Authorization } from '../../contract/payment-provider';
import { expectDeclined, expectNotSucceeded, expectOneResponse, valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import type { ProviderDriver } from '../provider-driver';

// How long the kit waits for a gateway to finish processing.
const WORK_MS = 10_000;

export function checkAuthorizing(kit: Kit): void {
  const { pays, declines } = kit.options.scenarios;

  kit.check('authorizes or captures, as requested', async (driver) => {
    await driver.pay({ capture: 'manual' });
    await driver.pay({ capture: 'automatic' });
  });

  kit.check('the same key twice makes one charge and returns one response', async (driver) => {
    const session = await driver.session(pays);
    const key = driver.key();
    const first = valueOf(await driver.authorize(session, { key }), 'paying');
    assert.deepEqual(valueOf(await driver.authorize(session, { key }), 'paying again'), first);
  });

  kit.check('five concurrent calls with one key make one charge and return one response', async (driver) => {
    const session = await driver.session(pays);
    const key = driver.key();
    const { value } = expectOneResponse(
      await Promise.all([1, 2, 3, 4, 5].map(() => driver.authorize(session, { key }))),
      'paying',
    );
    assert.deepEqual(valueOf(await driver.authorize(session, { key }), 'paying again'), value);
  });

  kit.check(
    'a decline is returned with a code, the same each time, and never thrown',
    async (driver) => {
      const scenario = declines ?? {};
      const session = await driver.session(scenario);
      const key = driver.key();
      const response = expectDeclined(await driver.authorize(session, { scenario, key }), 'paying');
      if (declines?.code) assert.equal(response.code, declines.code);
      assert.deepEqual(await driver.authorize(session, { scenario, key }), response);
      expectNotSucceeded(
        await driver.lookUp('authorize', key, session.externalId),
        'the look-up of a decline',
      );
    },
    kit.needs('declines'),
  );

  checkChallenge(kit);
  checkProcessing(kit);
  checkLookUp(kit);
}

function checkChallenge(kit: Kit): void {
  const { challenges } = kit.options.scenarios;
  const challenged = async (driver: ProviderDriver, then: 'confirmed' | 'refused') => {
    const session = await driver.session(challenges ?? {});
    const first = valueOf(await driver.authorize(session, { scenario: challenges ?? {} }), 'paying');
    assert.equal(first.state, 'requires_action');
    const { data } = first as { data: object };
    assert.ok(Object.keys(data).length > 0, 'data tells the shopper’s page what to do');
    // As the server does: the data returned for the page becomes part of the session.
    const now = { ...session, data: { ...session.data, ...data } };
    await challenges?.[then]?.shopper?.(now);
    return driver.authorize(now, { scenario: challenges?.[then] ?? {} });
  };

  kit.check(
    'a shopper who must act and confirms has paid',
    async (driver) => {
      const { state } = valueOf(await challenged(driver, 'confirmed'), 'paying');
      assert.equal(state, 'authorized');
    },
    kit.needs('challenges'),
  );

  kit.check(
    'a shopper who must act and refuses is declined',
    async (driver) => {
      expectDeclined(await challenged(driver, 'refused'), 'paying');
    },
    kit.needs('challenges') ?? (challenges?.refused ? null : 'scenarios.challenges.refused is missing'),
  );
}

function checkProcessing(kit: Kit): void {
  const { processes } = kit.options.scenarios;

  kit.check(
    'a processing authorization is later found succeeded by its key, and never charges twice',
    async (driver) => {
      const scenario = processes ?? {};
      const session = await driver.session(scenario);
      const key = driver.key();
      const begun = valueOf(await driver.authorize(session, { scenario, key }), 'paying');
      assert.equal(begun.state, 'processing');
      const state = async (): Promise<unknown> => {
        const found = await driver.lookUp('authorize', key, session.externalId);
        return (valueOf(found, 'the look-up') as Authorization).state;
      };
      const deadline = Date.now() + WORK_MS;
      while ((await state()) === 'processing' && Date.now() < deadline) await pause(100);
      assert.equal(await state(), 'authorized');
    },
    kit.needs('processes'),
  );
}

function checkLookUp(kit: Kit): void {
  kit.check('a key that was never sent is never_received', async (driver) => {
    const response = await driver.lookUp('authorize', driver.key(), null);
    assert.equal(response.status, 'never_received');
  });

  kit.check(
    'a charge is found by its key, with the original response',
    async (driver) => {
      const { payment, key } = await driver.pay();
      const found = await driver.lookUp('authorize', key, payment.externalId);
      const { state, ...value } = valueOf(found, 'the look-up') as Authorization;
      const reference = 'reference' in value ? value.reference : null;
      assert.deepEqual({ state, reference }, { state: 'authorized', reference: payment.reference });
    },
    kit.needsGateway,
  );
}
