import { strict as assert } from 'node:assert';
import type { EventSubject, ParsedEvent, VerifiedEvent } from '../contract/events';
import type { ProviderMoney } from '../contract/payment-provider';
import { inspectAnswer, inspectWords, shown } from './inspect-answer';

const STATUSES = ['parsed', 'verified', 'ignored', 'refused'];
const DISPUTE_STATES = ['opened', 'withdrawn', 'reinstated', 'won', 'lost'];
const REFUND_STATES = ['pending', 'succeeded', 'failed'];

// The server's maximum length.
const LONGEST_ID = 255;

/** Checks that apply to every event result: a valid status, an id, no card number, no secret. */
export function inspectEvent(answer: VerifiedEvent | ParsedEvent, secrets: readonly string[]): void {
  assert.ok(
    STATUSES.includes(answer?.status),
    `status is one of ${STATUSES.join(', ')}: got ${shown(answer)}`,
  );
  inspectWords(answer, secrets);
  if (answer.status === 'refused') return assertText(answer.reason, 'the reason of a refusal');
  if (answer.status !== 'parsed') return;
  assertText(answer.id, 'the id of an event');
  assert.ok(answer.id.length <= LONGEST_ID, `the id of an event has at most ${LONGEST_ID} characters`);
  assertText(answer.type, 'the type of an event');
  for (const subject of answer.about ?? []) inspectSubject(subject, secrets);
}

function inspectSubject(subject: EventSubject, secrets: readonly string[]): void {
  const id = subject.about === 'detachment' ? subject.profileId : subject.externalId;
  assertText(id, `the id of a ${subject.about}`);
  switch (subject.about) {
    case 'session':
      inspectMoney(subject.amount);
      return inspectAnswer(subject.outcome, secrets);
    case 'setup':
      return inspectAnswer(subject.outcome, secrets);
    case 'capture':
      assertText(subject.reference, 'the reference of a capture');
      return inspectMoney(subject.captured);
    case 'refund':
      assert.ok(REFUND_STATES.includes(subject.state), `"${subject.state}" is not a refund state`);
      assertText(subject.reference, 'the reference of a refund');
      return inspectMoney(subject.amount);
    case 'dispute':
      assert.ok(DISPUTE_STATES.includes(subject.state), `"${subject.state}" is not a dispute state`);
      assertText(subject.reference, 'the reference of a dispute');
      return inspectMoney(subject.amount);
    case 'cancellation':
    case 'detachment':
      return;
    default:
      assert.fail(`an event has an unknown subject: got ${shown(subject)}`);
  }
}

function inspectMoney(money: ProviderMoney): void {
  assert.equal(typeof money?.minor, 'bigint', `an amount has minor units: got ${shown(money)}`);
  assert.match(money.currency, /^[A-Z]{3}$/);
}

function assertText(value: unknown, what: string): void {
  assert.ok(typeof value === 'string' && value !== '', `${what} is a non-empty string: got ${shown(value)}`);
}
