import { strict as assert } from 'node:assert';
import { setUp } from './check-saved-methods';
import { Hook } from '../hook';
import { expectUnknown, valueOf } from '../inspect-response';
import type { Kit } from '../kit';
import type { EventBodies } from '../kit-options';
import { AMOUNT, type ProviderDriver } from '../provider-driver';

/** One kind of event: what happens at the gateway, and what the event reports. */
interface Kind {
  readonly name: string;
  readonly said: keyof EventBodies;
  readonly missing?: string | null;
  readonly work: (hook: Hook, driver: ProviderDriver) => Promise<void>;
}

export function checkEvents(kit: Kit): void {
  const kinds = [...kindsOfSessions(kit), ...kindsOfPayments(kit), ...otherKinds(kit)];
  for (const { name, said, missing, work } of kinds) {
    kit.check(name, (driver) => work(new Hook(kit, driver), driver), kit.needsEvent(said) ?? missing);
  }

  kit.check(
    'an event is verified without a call to the gateway',
    async (driver) => {
      const hook = new Hook(kit, driver);
      const session = await driver.session(kit.options.scenarios.pays);
      const event = hook.received(await hook.says.paid(session));
      // A call now would use up the fault; the next call must be the one that hits it.
      await kit.options.faults?.breakBefore?.('authorize');
      assert.notEqual(((await hook.verify(event)) ?? (await hook.parse(event))).status, 'refused');
      expectUnknown(await driver.authorize(session), 'paying, while the connection is broken');
    },
    kit.needsEvent('paid') ?? (kit.options.faults?.breakBefore ? null : 'faults.breakBefore is missing'),
  );
}

function kindsOfSessions(kit: Kit): Kind[] {
  const { pays, declines } = kit.options.scenarios;
  const paid = (capture: 'manual' | 'automatic'): Kind => ({
    name: `a shopper who paid and never returned (capture "${capture}"): the event matches the response of completing`,
    said: 'paid',
    work: async (hook, driver) => {
      const session = await driver.session(pays, driver.money(AMOUNT), { capture });
      const { externalId, amount, outcome } = await hook.reported(await hook.says.paid(session), 'session');
      assert.deepEqual([externalId, amount], [session.externalId, driver.money(AMOUNT)]);
      const value = valueOf(outcome, 'the event’s outcome');
      assert.equal(value.state, capture === 'manual' ? 'authorized' : 'captured');
      assert.deepEqual(valueOf(await driver.authorize(session, { capture }), 'completing it later'), value);
    },
  });
  return [
    paid('manual'),
    paid('automatic'),
    {
      name: 'a shopper who was declined on the gateway’s page: the event has the decline code',
      said: 'declined',
      work: async (hook, driver) => {
        const session = await driver.session(declines ?? {});
        const body = await hook.says.declined?.(session);
        const { externalId, outcome } = await hook.reported(body ?? '', 'session');
        assert.deepEqual([externalId, outcome.status], [session.externalId, 'declined']);
        if (outcome.status === 'declined' && declines?.code) assert.equal(outcome.code, declines.code);
      },
    },
  ];
}

function kindsOfPayments(kit: Kit): Kind[] {
  const refund =
    (said: 'refunded' | 'refundFailed', states: readonly string[]): Kind['work'] =>
    async (hook, driver) => {
      const { payment, amount, ...paid } = await driver.pay({ capture: 'automatic' });
      const key = driver.key();
      const settled = valueOf(
        await driver.transact('refund', { payment, amount, ...paid }, AMOUNT, key),
        'a refund',
      );
      const reported = await hook.reported((await hook.says[said]?.(payment, settled)) ?? '', 'refund');
      const { reference } = settled;
      assert.deepEqual(
        [reported.reference, reported.amount, reported.operationKey, isOf(payment, reported)],
        [reference, amount, key, true],
      );
      assert.ok(states.includes(reported.state), `a refund is ${states.join(' or ')}: got ${reported.state}`);
    };
  return [
    {
      name: 'a capture event has the total captured and the reference of the response',
      said: 'captured',
      work: async (hook, driver) => {
        const paid = await driver.pay();
        const settled = valueOf(await driver.transact('capture', paid), 'a capture');
        const body = await hook.says.captured?.(paid.payment, settled);
        const reported = await hook.reported(body ?? '', 'capture');
        assert.deepEqual(
          [reported.captured, reported.reference, isOf(paid.payment, reported)],
          [paid.amount, settled.reference, true],
        );
      },
    },
    {
      name: 'a refund event has the reference of the response and the operation key',
      said: 'refunded',
      work: refund('refunded', ['pending', 'succeeded']),
    },
    {
      name: 'a late refund failure names the same refund',
      said: 'refundFailed',
      work: refund('refundFailed', ['failed']),
    },
    {
      name: 'a dispute has one reference and its amount in every state',
      said: 'disputed',
      work: async (hook, driver) => {
        const { payment, amount } = await driver.pay({ capture: 'automatic' });
        const references = new Set<string>();
        for (const state of ['opened', 'withdrawn', 'won', 'reinstated'] as const) {
          const reported = await hook.reported((await hook.says.disputed?.(payment, state)) ?? '', 'dispute');
          assert.deepEqual([reported.state, reported.amount, isOf(payment, reported)], [state, amount, true]);
          references.add(reported.reference);
        }
        assert.equal(references.size, 1, 'one dispute has one reference');
      },
    },
    {
      name: 'a cancellation event names the payment',
      said: 'canceled',
      missing: kit.capabilities.supports.cancel ? null : 'capabilities.supports.cancel is false',
      work: async (hook, driver) => {
        const paid = await driver.pay();
        valueOf(await driver.cancel(paid), 'canceling');
        const body = await hook.says.canceled?.(paid.payment);
        assert.ok(isOf(paid.payment, await hook.reported(body ?? '', 'cancellation')));
      },
    },
  ];
}

function otherKinds(kit: Kit): Kind[] {
  return [
    {
      name: 'a card saved on the gateway’s page has its details',
      said: 'saved',
      work: async (hook, driver) => {
        const setup = await setUp(kit, driver);
        const { externalId, outcome } = await hook.reported((await hook.says.saved?.(setup)) ?? '', 'setup');
        assert.equal(externalId, setup.externalId);
        assert.equal(valueOf(outcome, 'the event’s outcome').state, 'saved');
      },
    },
    {
      name: 'an irrelevant event is ignored',
      said: 'ofNoInterest',
      work: async (hook) => {
        const event = hook.received((await hook.says.ofNoInterest?.()) ?? '');
        assert.notEqual((await hook.verify(event))?.status, 'refused', 'it is genuine');
        assert.equal((await hook.parse(event)).status, 'ignored');
      },
    },
  ];
}

/** Compares by the gateway's id of the session or of the charge. */
function isOf(
  { externalId, reference }: { readonly externalId: string; readonly reference: string },
  reported: { readonly externalId: string },
): boolean {
  return reported.externalId === externalId || reported.externalId === reference;
}
