import { anOrder } from '../support/http';
import { uuidOf } from '../support/ids';
import { asBackOffice, placed } from '../support/medusa-admin';
import { aStore, database } from '../support/tandem';

// Before 0040 the remainder that Stripe releases at a partial capture still counted as authorized: the migration records its release.

interface Runner {
  query(text: string): Promise<unknown>;
}

const { ReleasedRests1763683200040 } = jest.requireActual<
  Record<'ReleasedRests1763683200040', new () => { up(runner: Runner): Promise<void> }>
>('../../dist/libs/platform/database/src/migrations/0040-released-rests.js');

it('a payment partly captured by Stripe gets one cancellation of the remainder, in every total', async () => {
  const store = await aStore();
  const order = await anOrder(store);
  const payment = await placed(store, order);
  await asBackOffice(store, 'POST', `/payments/${payment}/capture`, { body: { amount: 50 } });
  const client = await database().connect();
  try {
    await client.query('BEGIN');
    await client.query(`UPDATE payments SET provider_id = 'pp_stripe_stripe' WHERE order_id = $1`, [
      uuidOf(order.id),
    ]);
    const migration = new ReleasedRests1763683200040();
    await migration.up(client);
    await migration.up(client);
    const { rows } = await client.query(
      `SELECT p.state, p.canceled, c.canceled AS of_collection, e.amount, e.id > a.id AS is_last FROM payments p
         JOIN payment_collections c ON c.id = p.collection_id
         JOIN ledger_entries e ON e.payment_id = p.id AND e.kind = 'cancellation'
         JOIN ledger_entries a ON a.payment_id = p.id AND a.kind = 'capture' WHERE p.order_id = $1`,
      [uuidOf(order.id)],
    );
    expect(rows).toEqual([
      { state: 'captured', canceled: '6000', of_collection: '6000', amount: '6000', is_last: true },
    ]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}, 30_000);
