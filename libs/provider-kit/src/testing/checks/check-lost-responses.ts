import { strict as assert } from 'node:assert';
import type { ProviderVerb, VerbResult } from '../../contract/payment-provider';
import { openSession } from './check-cancellation';
import { expectUnknown, valueOf, type ProviderResponse } from '../inspect-response';
import type { Kit } from '../kit';
import type { Faults } from '../kit-options';
import { AMOUNT, type ProviderDriver } from '../provider-driver';

/** An operation ready to send any number of times with one key. */
interface Ready {
  readonly key: string;
  readonly externalId: string;
  readonly send: () => Promise<ProviderResponse<VerbResult>>;
}

type Prepare = (kit: Kit, driver: ProviderDriver) => Promise<Ready>;

const PREPARE: Readonly<Partial<Record<ProviderVerb, Prepare>>> = {
  cancel_session: async (kit, driver) => {
    const session = await openSession(kit, driver);
    const key = driver.key();
    return { key, externalId: session.externalId, send: () => driver.cancelSession(session, key) };
  },
  authorize: async (kit, driver) => {
    const session = await driver.session(kit.options.scenarios.pays);
    const key = driver.key();
    return { key, externalId: session.externalId, send: () => driver.authorize(session, { key }) };
  },
  capture: (_, driver) => verb(driver, 'capture'),
  refund: (_, driver) => verb(driver, 'refund'),
  cancel: async (_, driver) => {
    const paid = await driver.pay();
    const key = driver.key();
    return { key, externalId: paid.payment.externalId, send: () => driver.cancel(paid, key) };
  },
};

async function verb(driver: ProviderDriver, verb: 'capture' | 'refund'): Promise<Ready> {
  const paid = await driver.pay({ capture: verb === 'capture' ? 'manual' : 'automatic' });
  const key = driver.key();
  return { key, externalId: paid.payment.externalId, send: () => driver.transact(verb, paid, AMOUNT, key) };
}

export function checkLostResponses(kit: Kit): void {
  for (const [verb, prepare] of Object.entries(PREPARE) as [ProviderVerb, Prepare][]) {
    checkFaults(kit, { verb, prepare, undeclared: undeclaredOf(kit, verb) });
  }
  checkScenarios(kit);
}

function undeclaredOf(kit: Kit, verb: ProviderVerb): string | null {
  if (verb === 'cancel_session') return kit.needsMethod('cancelSession');
  return verb === 'cancel' && !kit.capabilities.supports.cancel
    ? 'capabilities.supports.cancel is false'
    : null;
}

interface Subject {
  readonly verb: ProviderVerb;
  readonly prepare: Prepare;
  readonly undeclared: string | null;
}

function checkFaults(kit: Kit, { verb, prepare, undeclared }: Subject): void {
  const { faults = {} } = kit.options;
  const missing = (fault: keyof Faults): string | null =>
    undeclared ?? (faults[fault] ? null : `faults.${fault} is missing`);

  kit.check(
    `${verb}: a connection that breaks before the gateway receives it is unknown, then never_received, then succeeds with the same key`,
    async (driver) => {
      const { key, externalId, send } = await prepare(kit, driver);
      await faults.breakBefore?.(verb);
      expectUnknown(await send(), verb);
      const found = await driver.lookUp(verb, key, externalId);
      // If the shopper pays on the gateway's own page, the gateway knows of the payment before any call.
      const isKnown = verb === 'authorize' && kit.options.scenarios.pays.shopper !== undefined;
      assert.equal(found.status, isKnown ? 'succeeded' : 'never_received');
      valueOf(await send(), `${verb}, sent again`);
    },
    missing('breakBefore'),
  );

  for (const fault of ['breakAfter', 'goSilent', 'respondMalformed'] as const) {
    kit.check(
      `${verb}: ${FAULT_NAMES[fault]} is unknown, with one effect and one response on look-up and retry`,
      async (driver) => {
        const { key, externalId, send } = await prepare(kit, driver);
        await faults[fault]?.(verb);
        expectUnknown(await send(), verb);
        await settled(driver, verb, { key, externalId, send });
      },
      missing(fault),
    );
  }
}

const FAULT_NAMES = {
  breakAfter: 'a truncated response',
  goSilent: 'a missing response',
  respondMalformed: 'a malformed response',
};

/** Whether or not the gateway received it, the look-up and a retry with the key agree. */
async function settled(
  driver: ProviderDriver,
  verb: ProviderVerb,
  { key, externalId, send }: Ready,
): Promise<void> {
  const found = await driver.lookUp(verb, key, externalId);
  assert.ok(
    found.status === 'succeeded' || found.status === 'never_received',
    `the look-up must be succeeded or never_received: got ${found.status}`,
  );
  const again = valueOf(await send(), `${verb}, sent again`);
  if (found.status === 'succeeded') assert.deepEqual(again, found.value);
  assert.deepEqual(valueOf(await driver.lookUp(verb, key, externalId), 'the look-up'), again);
}

/** For a gateway that breaks the connection depending on what is sent, as with a test card. */
function checkScenarios(kit: Kit): void {
  const { breaksBefore, breaksAfter } = kit.options.scenarios;

  kit.check(
    'authorize: data that breaks the connection before it is received is unknown, then never_received',
    async (driver) => {
      const session = await driver.session(breaksBefore ?? {});
      const key = driver.key();
      expectUnknown(await driver.authorize(session, { scenario: breaksBefore ?? {}, key }), 'authorize');
      assert.equal((await driver.lookUp('authorize', key, session.externalId)).status, 'never_received');
    },
    kit.needs('breaksBefore'),
  );

  kit.check(
    'authorize: data whose response is lost is unknown, and found succeeded by its key',
    async (driver) => {
      const session = await driver.session(breaksAfter ?? {});
      const key = driver.key();
      expectUnknown(await driver.authorize(session, { scenario: breaksAfter ?? {}, key }), 'authorize');
      const found = valueOf(await driver.lookUp('authorize', key, session.externalId), 'the look-up');
      await driver.authorize(session, { scenario: breaksAfter ?? {}, key });
      assert.deepEqual(
        valueOf(await driver.lookUp('authorize', key, session.externalId), 'the look-up'),
        found,
      );
    },
    kit.needs('breaksAfter'),
  );
}
