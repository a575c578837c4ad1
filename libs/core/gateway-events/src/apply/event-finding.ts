import { CoreError } from '@tandem/context';
import { CurrencyMismatch } from '@tandem/money';
import type { GatewayScope } from '@tandem/payment-methods';
import type { ParsedEvent } from '@tandem/provider-kit';
import type { Unclear } from '../receive/read-event';
import type { EventResult } from '../webhook-events.repository';
import { DuplicateEvent } from '../gateway-events.errors';

/** What is made of an event that has had no effect. */
export interface EventFinding {
  readonly step: 'retry' | 'park' | 'ignore' | 'refuse';
  readonly result: EventResult;
}

export type Understood = ParsedEvent & { readonly status: 'parsed' };

/** Without an id of its own none is: two that tell the same could not be told apart. */
export function isUnderstood(parsed: ParsedEvent | Unclear): parsed is Understood {
  return parsed.status === 'parsed' && isId(parsed.id);
}

// What may still have an effect outweighs what has none.
const ORDER: readonly EventFinding['step'][] = ['park', 'retry', 'ignore', 'refuse'];

// As long as any gateway's id, shorter than an index can bear.
const LONGEST_ID = 255;

// What no further try will mend: a person must look at it.
const FOR_A_PERSON = new Set(['amount_not_of_session', 'session_given_up']);

/** Of the findings of several methods, which share a secret, the weightiest; of equal ones the first. */
export function weightiestOf(findings: readonly EventFinding[]): EventFinding | undefined {
  return findings.toSorted((one, other) => ORDER.indexOf(one.step) - ORDER.indexOf(other.step))[0];
}

/** Of an event that is not understood. */
export function findingOf(parsed: ParsedEvent | Unclear, scope: GatewayScope): EventFinding {
  const storeId = storeOf(scope);
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

/** Why what was understood could not be written. */
export function findingOfError(error: unknown, result: EventResult): EventFinding {
  const reason = reasonOf(error);
  if (error instanceof DuplicateEvent) return { step: 'ignore', result: { ...result, reason } };
  return { step: isForAPerson(error) ? 'park' : 'retry', result: { ...result, reason } };
}

/** Whose word it is, where all whose it could be are of one store. */
export function storeOf({ storeIds }: Pick<GatewayScope, 'storeIds'>): string | undefined {
  return storeIds.length === 1 ? storeIds[0] : undefined;
}

/** A provider's words, as they can be stored. */
export function textOf(words: unknown): string {
  return String(words).replaceAll('\0', '').slice(0, LONGEST_ID);
}

function isForAPerson(error: unknown): boolean {
  if (error instanceof CurrencyMismatch) return true;
  return error instanceof CoreError && FOR_A_PERSON.has(error.code);
}

/** In our own words; a stranger's error may quote what must not be kept. */
function reasonOf(error: unknown): string {
  if (error instanceof CoreError) return textOf(error.message);
  return error instanceof Error ? error.name : 'not an Error';
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && id !== '' && id.length <= LONGEST_ID && !id.includes('\0');
}
