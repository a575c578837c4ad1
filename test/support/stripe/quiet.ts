import type { Pool } from 'pg';
import { expectInvariantsIn } from '../invariants';
import type { OrderMade } from '../tandem';

/** Checks an order's invariants once nothing is open at the gateway: an abandoned session is closed a second later. */
export function expectQuiet(pool: Pool, order: Pick<OrderMade, 'id'>): Promise<void> {
  return expectInvariantsIn(pool, order);
}
