import { strict as assert } from 'node:assert';
import { containsCardNumber } from '../card-numbers';
import type { Declined, Succeeded, NeverReceived, Outcome, Unknown } from '../contract/outcome';
import { isDeclineCode } from '../decline-codes';

export type Answer<T> = Outcome<T> | NeverReceived;

const STATUSES = ['succeeded', 'declined', 'unknown', 'never_received'];

/** Checks that apply to every response: a valid status, plain JSON, no card number, no secret. */
export function inspectAnswer(answer: Answer<unknown>, secrets: readonly string[]): void {
  assert.ok(
    STATUSES.includes(answer?.status),
    `status is one of ${STATUSES.join(', ')}: got ${shown(answer)}`,
  );
  if (answer.status === 'declined') inspectDecline(answer);
  inspectWords(answer, secrets);
}

/** Checks that apply to everything a provider returns. */
export function inspectWords(words: unknown, secrets: readonly string[]): void {
  inspectText(textOf(words), secrets);
  assert.ok(!containsCardNumber(words), `a card number is in the response: ${shown(words)}`);
}

/** Error messages may end up in a log: they must not contain what a response must not contain. */
export function inspectError(error: unknown, secrets: readonly string[]): void {
  const text = error instanceof Error ? error.message : String(error);
  inspectText(text, secrets);
  assert.ok(!containsCardNumber(text), `a card number is in an error's message: ${masked(text)}`);
}

function inspectDecline({ code, message }: Declined): void {
  assert.ok(isDeclineCode(code), `"${String(code)}" is not a decline code`);
  assert.ok(typeof message === 'string' && message.trim() !== '', 'a decline has a message for the shopper');
}

function inspectText(text: string, secrets: readonly string[]): void {
  assert.ok(!secrets.some((secret) => text.includes(secret)), 'a secret is in the provider’s output');
}

const masked = (text: string): string => text.replace(/\d(?=[\d -]*\d{4})/g, '*');

export function valueOf<T>(answer: Answer<T>, what: string): T {
  assert.equal(answer.status, 'succeeded', `${what} should succeed: got ${shown(answer)}`);
  return answer.value;
}

export function expectDeclined(answer: Answer<unknown>, what: string): Declined {
  assert.equal(answer.status, 'declined', `${what} should be declined: got ${shown(answer)}`);
  return answer;
}

export function expectUnknown(answer: Answer<unknown>, what: string): Unknown {
  assert.equal(answer.status, 'unknown', `${what} should be unknown: got ${shown(answer)}`);
  return answer;
}

export function expectNotDone(answer: Answer<unknown>, what: string): void {
  assert.notEqual(answer.status, 'succeeded', `${what} should not succeed: got ${shown(answer)}`);
}

/** Of concurrent requests with one key, all that got a response got the same one. The others may be told to retry. */
export function expectOneAnswer<T>(answers: readonly Answer<T>[], what: string): Succeeded<T> {
  const answered = answers.filter(({ status }) => status !== 'unknown');
  for (const answer of answered) assert.deepEqual(answer, answered[0], `${what}: one key, one response`);
  const [first] = answered;
  assert.equal(first?.status, 'succeeded', `${what} should succeed at least once: got ${shown(answers)}`);
  return first;
}

export function shown(answer: unknown): string {
  return masked(textOf(answer));
}

/** JSON cannot represent bigint or undefined. */
function textOf(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner));
  return text ?? String(value);
}
