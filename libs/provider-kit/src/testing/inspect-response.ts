import { strict as assert } from 'node:assert';
import { containsCardNumber } from '../card-numbers';
import type { Declined, Succeeded, NeverDelivered, Outcome, Unknown } from '../contract/outcome';
import { isDeclineCode } from '../decline-codes';

export type ProviderResponse<T> = Outcome<T> | NeverDelivered;

const STATUSES = ['succeeded', 'declined', 'unknown', 'never_received'];

/** Checks that apply to every response: a valid status, plain JSON, no card number, no secret. */
export function inspectResponse(response: ProviderResponse<unknown>, secrets: readonly string[]): void {
  assert.ok(
    STATUSES.includes(response?.status),
    `status is one of ${STATUSES.join(', ')}: got ${shown(response)}`,
  );
  if (response.status === 'declined') inspectDecline(response);
  inspectMessage(response, secrets);
}

/** Checks that apply to everything a provider returns. */
export function inspectMessage(words: unknown, secrets: readonly string[]): void {
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

export function valueOf<T>(response: ProviderResponse<T>, what: string): T {
  assert.equal(response.status, 'succeeded', `${what} should succeed: got ${shown(response)}`);
  return response.value;
}

export function expectDeclined(response: ProviderResponse<unknown>, what: string): Declined {
  assert.equal(response.status, 'declined', `${what} should be declined: got ${shown(response)}`);
  return response;
}

export function expectUnknown(response: ProviderResponse<unknown>, what: string): Unknown {
  assert.equal(response.status, 'unknown', `${what} should be unknown: got ${shown(response)}`);
  return response;
}

export function expectNotSucceeded(response: ProviderResponse<unknown>, what: string): void {
  assert.notEqual(response.status, 'succeeded', `${what} should not succeed: got ${shown(response)}`);
}

/** Of concurrent requests with one key, all that got a response got the same one. The others may be asked to retry. */
export function expectOneResponse<T>(responses: readonly ProviderResponse<T>[], what: string): Succeeded<T> {
  const responded = responses.filter(({ status }) => status !== 'unknown');
  for (const response of responded)
    assert.deepEqual(response, responded[0], `${what}: one key, one response`);
  const [first] = responded;
  assert.equal(first?.status, 'succeeded', `${what} should succeed at least once: got ${shown(responses)}`);
  return first;
}

export function shown(response: unknown): string {
  return masked(textOf(response));
}

/** JSON cannot represent bigint or undefined. */
function textOf(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner));
  return text ?? String(value);
}
