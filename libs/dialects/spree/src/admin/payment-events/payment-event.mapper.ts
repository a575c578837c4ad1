import { EVENT, type EventFilters } from '@tandem/gateway-events';
import { keysOf } from '@tandem/objects';
import { FieldInvalid } from '../../errors/spree-errors';

const STATES = keysOf(EVENT.table);

/** `?state=failed`. @throws FieldInvalid */
export function toEventFilters({ state }: Readonly<Record<string, unknown>>): EventFilters {
  if (state === undefined || state === '') return {};
  const match = STATES.find((name) => name === state);
  if (match === undefined) throw new FieldInvalid('state', 'is not included in the list');
  return { state: match };
}
