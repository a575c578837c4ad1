import { strict as assert } from 'node:assert';
import type { EventSubject, ParsedEvent, VerifiedEvent } from '../contract/events';
import type { ProviderMoney } from '../contract/payment-provider';
import { inspectResponse, inspectMessage, shown } from './inspect-response';

const STATUSES = ['parsed', 'verified', 'ignored', 'refused'];
const DISPUTE_STATES = ['opened', 'withdrawn', 'reinstated', 'won', 'lost'];
const REFUND_STATES = ['pending', 'succeeded', 'failed'];

// The server's maximum length.
const MAX_ID_LENGTH = 255;

/** Checks that apply to every event result: a valid status, an id, no card number, no secret. */
export function inspectEvent(response: VerifiedEvent | ParsedEvent, secrets: readonly string[]): void {
  assert.ok(
    STATUSES.includes(response?.status),
    `status is one of ${STATUSES.join(', ')}: got ${shown(response)}`,
  );
  inspectMessage(response, secrets);
  if (response.status === 'refused') return assertText(response.reason, 'the reason of a refusal');
  if (response.status !== 'parsed') return;
  assertText(response.id, 'the id of an event');
  assert.ok(
    response.id.length <= MAX_ID_LENGTH,
    `the id of an event has at most ${MAX_ID_LENGTH} characters`,
  );
  assertText(response.type, 'the type of an event');
  for (const subject of response.about ?? []) inspectSubject(subject, secrets);
}

function inspectSubject(subject: EventSubject, secrets: readonly string[]): void {
  const id = subject.about === 'detachment' ? subject.profileId : subject.externalId;
  assertText(id, `the id of a ${subject.about}`);
  switch (subject.about) {
    case 'session':
      inspectMoney(subject.amount);
      return inspectResponse(subject.outcome, secrets);
    case 'setup':
      return inspectResponse(subject.outcome, secrets);
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
