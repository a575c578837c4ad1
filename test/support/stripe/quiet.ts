import type { Pool } from 'pg';
import { uuidOf } from '../ids';
import { expectInvariantsIn } from '../invariants';
import type { OrderMade } from '../tandem';
import { until } from '../victim';

/** What must hold of an order once nothing is open at the gateway any more: a session given up is closed a second later. */
export async function expectQuiet(pool: Pool, order: Pick<OrderMade, 'id'>): Promise<void> {
  await until(async () => {
    const { rows } = await pool.query(
      `SELECT id FROM provider_operations WHERE order_id = $1 AND state = 'requested'`,
      [uuidOf(order.id)],
    );
    return rows.length === 0;
  }, 30_000);
  await expectInvariantsIn(pool, order);
}
