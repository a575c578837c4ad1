import { strict as assert } from 'node:assert';
import type { ReceivedEvent } from '../../contract/events';
import { Hook } from '../hook';
import type { Kit } from '../kit';
import type { ProviderDriver } from '../provider-driver';

// Beyond the tolerance, so that the check takes as long as it likes.
const CLEARLY_MS = 60_000;
const DAYS_MS = 3 * 24 * 3_600_000;

// Besides a signature that is cut off: Node's timingSafeEqual throws where lengths differ.
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

  check('a signature of another secret is refused', async (hook, body) => {
    await hook.expectRefused(hook.received(body, { forged: true }), 'a signature of another secret');
  });

  check('no signature, half a one and nonsense are refused, and nothing is thrown', async (hook, body) => {
    const event = hook.received(body);
    await hook.expectRefused({ ...event, headers: {} }, 'what is not signed');
    for (const headers of headersWithNonsense(event)) {
      await hook.expectRefused(
        { ...event, headers },
        `the headers ${Object.keys(headers).join(', ')} with nonsense`,
      );
    }
  });

  check(
    'where no secret is set everything is refused',
    async (hook, body) => {
      const event = hook.received(body);
      const without = Object.entries(event.settings).filter(([key]) => !secretSettings?.includes(key));
      const blank = secretSettings?.map((key) => [key, ''] as const) ?? [];
      for (const settings of [without, [...without, ...blank]]) {
        await hook.expectRefused(
          { ...event, settings: Object.fromEntries(settings) },
          'what no secret is set for',
        );
      }
    },
    secretSettings ? null : 'events.secretSettings is not given',
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
  const needs = toleranceSeconds === undefined ? 'events.toleranceSeconds is not given' : null;
  const beyond = (toleranceSeconds ?? 0) * 1000 + CLEARLY_MS;

  check(
    'a signature that is too old is refused, and one of a time to come',
    async (hook, body) => {
      const at = (ms: number): ReceivedEvent => hook.received(body, { at: new Date(Date.now() + ms) });
      await hook.expectRefused(at(-beyond), 'a signature that is too old');
      await hook.expectRefused(at(beyond), 'a signature of a time to come');
    },
    needs,
  );

  check(
    'a signature’s age is told from when it came (receivedAt): days later it is as good',
    async (hook, body) => {
      const at = new Date(Date.now() - DAYS_MS);
      const event = { ...hook.received(body, { at }), receivedAt: at };
      assert.notEqual((await hook.verify(event))?.status, 'refused');
      assert.equal((await hook.parse(event)).status, 'parsed');
    },
    needs,
  );
}

/** A genuine body; what it tells is checked elsewhere. */
async function paidBody(kit: Kit, driver: ProviderDriver, hook: Hook): Promise<string> {
  return hook.says.paid(await driver.session(kit.options.scenarios.pays));
}

function headersWithNonsense({ headers }: ReceivedEvent): Record<string, string>[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [...NONSENSE, value.slice(0, value.length / 3)].map((nonsense) => ({ ...headers, [name]: nonsense })),
  );
}
