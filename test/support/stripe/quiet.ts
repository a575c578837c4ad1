import type { Pool } from 'pg';
import { expectInvariantsIn } from '../invariants';
import type { OrderMade } from '../tandem';

/** What must hold of an order once nothing is open at the gateway any more: a session given up is closed a second later. */
export function expectQuiet(pool: Pool, order: Pick<OrderMade, 'id'>): Promise<void> {
  return expectInvariantsIn(pool, order);
}
