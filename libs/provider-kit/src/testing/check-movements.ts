import { strict as assert } from 'node:assert';
import type { Moved } from '../contract/payment-provider';
import { expectDeclined, expectNotDone, expectOneAnswer, valueOf } from './inspect-answer';
import type { Kit } from './kit';
import { AMOUNT, PART, type Paid, type Till } from './till';

interface Movement {
  readonly verb: 'capture' | 'refund';
  readonly moved: 'captured' | 'refunded';
  readonly inParts: boolean;
  /** What it can never exceed. */
  readonly bound: string;
  readonly begin: (till: Till) => Promise<Paid>;
}

/** Captures and refunds obey the same laws: one against what is authorized, one against what is captured. */
export function checkMovements(kit: Kit): void {
  const { partialCapture, partialRefund } = kit.facts.supports;
  kit.chapter('capturing', () =>
    checkMovement(kit, {
      verb: 'capture',
      moved: 'captured',
      inParts: partialCapture,
      bound: 'authorized',
      begin: (till) => till.pay({ capture: 'manual' }),
    }),
  );
  kit.chapter('refunding', () => {
    checkMovement(kit, {
      verb: 'refund',
      moved: 'refunded',
      inParts: partialRefund,
      bound: 'captured',
      begin: (till) => till.pay({ capture: 'automatic' }),
    });
    checkRefusals(kit);
  });
}

function checkMovement(kit: Kit, movement: Movement): void {
  checkRepeats(kit, movement);
  checkBounds(kit, movement);
  checkParts(kit, movement);
}

function checkRepeats(kit: Kit, { verb, moved, begin }: Movement): void {
  kit.check(`the whole ${moved} twice with one key moves once and has one answer`, async (till) => {
    const paid = await begin(till);
    const key = till.key();
    const first = valueOf(await till.move(verb, paid, AMOUNT, key), verb);
    assert.ok(first.reference, `a ${verb} has the gateway’s reference`);
    assert.deepEqual(valueOf(await till.move(verb, paid, AMOUNT, key), `${verb} again`), first);
  });

  kit.check(`five ${verb}s at once with one key move once and have one answer`, async (till) => {
    const paid = await begin(till);
    const key = till.key();
    const send = (): ReturnType<Till['move']> => till.move(verb, paid, AMOUNT, key);
    const { value } = expectOneAnswer(await Promise.all([send(), send(), send(), send(), send()]), verb);
    assert.deepEqual(valueOf(await send(), `${verb} again`), value);
  });

  kit.check(
    `two ${verb}s of the whole at once, each with a key of its own, move it once`,
    async (till) => {
      const paid = await begin(till);
      const answers = await Promise.all([till.move(verb, paid), till.move(verb, paid)]);
      assert.equal(answers.filter(({ is }) => is === 'done').length, 1);
    },
    kit.needsGateway,
  );

  kit.check(
    `a ${verb} is found by its key, as it was answered`,
    async (till) => {
      const paid = await begin(till);
      const key = till.key();
      const first: Moved = valueOf(await till.move(verb, paid, AMOUNT, key), verb);
      assert.deepEqual(valueOf(await till.lookUp(verb, key, paid.payment.externalId), 'the look-up'), first);
    },
    kit.needsGateway,
  );
}

function checkBounds(kit: Kit, { verb, moved, bound, begin }: Movement): void {
  kit.check(
    `more than is ${bound} is declined, and the whole can still be had`,
    async (till) => {
      const paid = await begin(till);
      expectDeclined(await till.move(verb, paid, AMOUNT + 10n), `a ${verb} beyond what is ${bound}`);
      valueOf(await till.move(verb, paid), verb);
      expectDeclined(await till.move(verb, paid, PART), `a ${verb} of what is gone`);
    },
    kit.needsGateway,
  );

  kit.check(
    `nothing, less than nothing and another currency cannot be ${moved}`,
    async (till) => {
      const paid = await begin(till);
      for (const minor of [0n, -PART])
        expectNotDone(await till.move(verb, paid, minor), `a ${verb} of ${minor}`);
      const other = { ...paid, amount: till.money(AMOUNT, paid.amount.currency === 'EUR' ? 'USD' : 'EUR') };
      expectNotDone(await till.move(verb, other), `a ${verb} in another currency`);
      valueOf(await till.move(verb, paid), verb);
    },
    kit.needsGateway,
  );
}

function checkParts(kit: Kit, { verb, moved, bound, inParts, begin }: Movement): void {
  const flag = verb === 'capture' ? 'partialCapture' : 'partialRefund';

  kit.check(
    `a part can be ${moved}, and with further parts never more than is ${bound}`,
    async (till) => {
      const paid = await begin(till);
      valueOf(await till.move(verb, paid, PART), `a ${verb} in part`);
      expectDeclined(await till.move(verb, paid, AMOUNT - PART + 10n), `a ${verb} of more than is left`);
    },
    inParts ? kit.needsGateway : `facts.supports.${flag} is false`,
  );

  kit.check(
    `a key that comes back with another amount moves nothing more (${verb})`,
    async (till) => {
      const paid = await begin(till);
      const key = till.key();
      const first = valueOf(await till.move(verb, paid, PART, key), verb);
      const second = await till.move(verb, paid, PART + 1_000n, key);
      if (second.is === 'done') assert.deepEqual(second.value, first);
      expectNotDone(await till.move(verb, paid, AMOUNT - PART + 10n), `a ${verb} of more than is left`);
      // Had the second been heard, there would be less left than this. A gateway that captures once declines it too.
      if (verb === 'refund') valueOf(await till.move(verb, paid, AMOUNT - PART), 'the rest');
    },
    inParts ? kit.needsGateway : `facts.supports.${flag} is false`,
  );

  kit.check(
    `a part cannot be ${moved} where facts.supports.${flag} is false`,
    async (till) => {
      const paid = await begin(till);
      expectDeclined(await till.move(verb, paid, PART), `a ${verb} in part`);
      valueOf(await till.move(verb, paid), verb);
    },
    inParts ? `facts.supports.${flag} is true` : null,
  );
}

function checkRefusals(kit: Kit): void {
  const { refusesRefunds: scenario } = kit.options.scenarios;

  kit.check(
    'what is held and not captured cannot be refunded',
    async (till) => {
      expectDeclined(await till.move('refund', await till.pay({ capture: 'manual' })), 'a refund');
    },
    kit.needsGateway,
  );

  kit.check(
    'a refund that the gateway refuses is declined, the same each time',
    async (till) => {
      const paid = await till.pay({ scenario, capture: 'automatic' });
      const key = till.key();
      const answer = expectDeclined(await till.move('refund', paid, AMOUNT, key), 'the refund');
      assert.deepEqual(await till.move('refund', paid, AMOUNT, key), answer);
    },
    kit.needs('refusesRefunds'),
  );
}
