import { CoreError } from '@tandem/context';
import { CurrencyMismatch } from '@tandem/money';
import type { GatewayAccount } from '@tandem/payment-methods';
import type { ParsedEvent } from '@tandem/provider-kit';
import type { Signed, UnclearOutcome } from '../receive/read-event';
import type { EventResult } from '../webhook-events.repository';
import { DuplicateEvent } from '../gateway-events.errors';

/** What to do with an event that had no effect. */
export interface EventFinding {
  readonly step: 'retry' | 'park' | 'ignore' | 'refuse';
  readonly result: EventResult;
}

export type ParsedEvents = ParsedEvent & { readonly status: 'parsed' };

/** An event without its own id is not accepted: duplicates could not be recognized. */
export function isUnderstood(parsed: ParsedEvent | UnclearOutcome): parsed is ParsedEvents {
  return parsed.status === 'parsed' && isId(parsed.id);
}

// A finding that may still take effect outweighs one that cannot.
const ORDER: readonly EventFinding['step'][] = ['park', 'retry', 'ignore', 'refuse'];

// With pauses doubling from 15 s, half an hour in all: longer than a deployment or a database restart.
const MAX_ATTEMPTS = 8;

// Longer than any gateway's ids, short enough for an index.
const MAX_ID_LENGTH = 255;

// Retries cannot fix these: they need manual review.
const NEEDS_REVIEW = new Set(['amount_not_of_session', 'session_given_up']);

type Unsigned = Pick<Signed, 'refusal' | 'isComplete' | 'storeIds'>;

/** The most important finding of several methods that share a secret; the first of equal ones. */
export function weightiestOf(findings: readonly EventFinding[]): EventFinding | undefined {
  return findings.toSorted((one, other) => ORDER.indexOf(one.step) - ORDER.indexOf(other.step))[0];
}

/** The finding for an event that could not be parsed. */
export function findingOf(parsed: ParsedEvent | UnclearOutcome, account: GatewayAccount): EventFinding {
  const storeId = storeOf(account);
  switch (parsed.status) {
    case 'parsed':
      return { step: 'refuse', result: { storeId, reason: 'an event without an id of its own' } };
    case 'ignored':
      return { step: 'ignore', result: { storeId, eventType: parsed.type && textOf(parsed.type) } };
    case 'refused':
      return { step: 'refuse', result: { storeId, reason: textOf(parsed.reason) } };
    case 'unknown':
      return { step: 'retry', result: { storeId, reason: textOf(parsed.cause) } };
  }
}

/** The finding for an event that was parsed but could not be applied. */
export function findingOfError(error: unknown, result: EventResult): EventFinding {
  const reason = reasonOf(error);
  if (error instanceof DuplicateEvent) return { step: 'ignore', result: { ...result, reason } };
  return { step: needsReview(error) ? 'park' : 'retry', result: { ...result, reason } };
}

/** Parks an event whose previous worker was killed before it recorded a result. Null while it may be tried. */
export function unfinishedOf(attempts: number): EventFinding | null {
  if (attempts <= MAX_ATTEMPTS) return null;
  return { step: 'park', result: { reason: 'it was never finished' } };
}

/** What ends an event after so many attempts; null where it is tried again. */
export function lastStep(
  step: EventFinding['step'],
  attempts: number,
): Exclude<EventFinding['step'], 'retry'> | null {
  if (step !== 'retry') return step;
  return attempts < MAX_ATTEMPTS ? null : 'park';
}

/** Refuses an event that no secret matches, unless a secret could not be tried. */
export function findingOfUnsigned({ refusal, isComplete, storeIds }: Unsigned): EventFinding {
  const result = { storeId: storeOf({ storeIds }), reason: textOf(refusal) };
  if (isComplete) return { step: 'refuse', result };
  return {
    step: 'retry',
    result: { ...result, reason: 'the secret settings of a payment method cannot be decrypted' },
  };
}

/** The event's store, if all its possible methods belong to one store. */
export function storeOf({ storeIds }: Pick<GatewayAccount, 'storeIds'>): string | undefined {
  return storeIds.length === 1 ? storeIds[0] : undefined;
}

/** A provider's text in a form that can be stored. */
export function textOf(words: unknown): string {
  return String(words).replaceAll('\0', '').slice(0, MAX_ID_LENGTH);
}

function needsReview(error: unknown): boolean {
  if (error instanceof CurrencyMismatch) return true;
  return error instanceof CoreError && NEEDS_REVIEW.has(error.code);
}

/** Our own error messages only: another library's may quote what must not be stored. */
function reasonOf(error: unknown): string {
  if (error instanceof CoreError) return textOf(error.message);
  return error instanceof Error ? error.name : 'not an Error';
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && id !== '' && id.length <= MAX_ID_LENGTH && !id.includes('\0');
}
