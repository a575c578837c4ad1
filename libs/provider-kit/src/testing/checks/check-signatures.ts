import { strict as assert } from 'node:assert';
import type { ReceivedEvent } from '../../contract/events';
import { Hook } from '../hook';
import type { Kit } from '../kit';
import type { ProviderDriver } from '../provider-driver';

// Well beyond the tolerance, so that a slow run changes nothing.
const CLEARLY_MS = 60_000;
const DAYS_MS = 3 * 24 * 3_600_000;

// In addition to a truncated signature: Node's timingSafeEqual throws for different lengths.
const NONSENSE = ['', 'x', '=,;.', 't=1,v1=', '\u00ff'];

const MALFORMED = ['', '{', 'null', '[]', '"x"', '7', '{}', '{"id":"evt_1"}', '<html></html>', '\u0000'];

export function checkSignatures(kit: Kit): void {
  const missing = kit.needsEvent('paid');
  const { toleranceSeconds, secretSettings } = kit.options.events ?? {};
  const check = (name: string, work: (hook: Hook, body: string) => Promise<void>, needs?: string | null) =>
    kit.check(
      name,
      async (driver) => {
        const hook = new Hook(kit, driver);
        await work(hook, await paidBody(kit, driver, hook));
      },
      missing ?? needs,
    );

  check('an altered body is refused', async (hook, body) => {
    const event = hook.received(body);
    for (const altered of [`${body} `, body.slice(0, -1), body.replace(/\d/, (digit) => `${digit}0`), '']) {
      if (altered === body) continue;
      await hook.expectRefused({ ...event, rawBody: Buffer.from(altered) }, 'an altered body');
    }
  });

  check('a signature with another secret is refused', async (hook, body) => {
    await hook.expectRefused(hook.received(body, { forged: true }), 'a signature with another secret');
  });

  check(
    'a missing, truncated or malformed signature is refused, and nothing is thrown',
    async (hook, body) => {
      const event = hook.received(body);
      await hook.expectRefused({ ...event, headers: {} }, 'an unsigned event');
      for (const headers of malformedHeaders(event)) {
        await hook.expectRefused(
          { ...event, headers },
          `the headers ${Object.keys(headers).join(', ')} with malformed values`,
        );
      }
    },
  );

  check(
    'without a secret every event is refused',
    async (hook, body) => {
      const event = hook.received(body);
      const without = Object.entries(event.settings).filter(([key]) => !secretSettings?.includes(key));
      const blank = secretSettings?.map((key) => [key, ''] as const) ?? [];
      for (const settings of [without, [...without, ...blank]]) {
        await hook.expectRefused(
          { ...event, settings: Object.fromEntries(settings) },
          'an event without a secret to verify it',
        );
      }
    },
    secretSettings ? null : 'events.secretSettings is missing',
  );

  checkAges(toleranceSeconds, check);

  check('a malformed body is refused or ignored, and nothing is thrown', async (hook) => {
    for (const body of MALFORMED) {
      const event = hook.received(body);
      await hook.verify(event);
      const { status } = await hook.parse(event);
      assert.ok(
        status === 'refused' || status === 'ignored',
        `${JSON.stringify(body)} is refused or ignored: got ${status}`,
      );
    }
  });
}

type Check = (name: string, work: (hook: Hook, body: string) => Promise<void>, needs?: string | null) => void;

function checkAges(toleranceSeconds: number | undefined, check: Check): void {
  const needs = toleranceSeconds === undefined ? 'events.toleranceSeconds is missing' : null;
  const beyond = (toleranceSeconds ?? 0) * 1000 + CLEARLY_MS;

  check(
    'a signature that is too old or from the future is refused',
    async (hook, body) => {
      const at = (ms: number): ReceivedEvent => hook.received(body, { at: new Date(Date.now() + ms) });
      await hook.expectRefused(at(-beyond), 'a signature that is too old');
      await hook.expectRefused(at(beyond), 'a signature from the future');
    },
    needs,
  );

  check(
    'a signature’s age is measured from receivedAt: it is still valid days later',
    async (hook, body) => {
      const at = new Date(Date.now() - DAYS_MS);
      const event = { ...hook.received(body, { at }), receivedAt: at };
      assert.notEqual((await hook.verify(event))?.status, 'refused');
      assert.equal((await hook.parse(event)).status, 'parsed');
    },
    needs,
  );
}

/** A genuine body; its content is checked elsewhere. */
async function paidBody(kit: Kit, driver: ProviderDriver, hook: Hook): Promise<string> {
  return hook.says.paid(await driver.session(kit.options.scenarios.pays));
}

function malformedHeaders({ headers }: ReceivedEvent): Record<string, string>[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [...NONSENSE, value.slice(0, value.length / 3)].map((malformed) => ({ ...headers, [name]: malformed })),
  );
}
