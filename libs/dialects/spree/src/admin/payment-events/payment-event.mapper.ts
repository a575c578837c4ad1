import { EVENT, type EventFilters, type EventState } from '@tandem/gateway-events';
import { FieldInvalid } from '../../errors/spree-errors';

const STATES = Object.keys(EVENT.table) as EventState[];

/** `?state=failed`. @throws FieldInvalid */
export function toEventFilters({ state }: Readonly<Record<string, unknown>>): EventFilters {
  if (state === undefined || state === '') return {};
  const known = STATES.find((name) => name === state);
  if (known === undefined) throw new FieldInvalid('state', 'is not included in the list');
  return { state: known };
}
