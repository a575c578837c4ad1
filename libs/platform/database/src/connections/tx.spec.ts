import { Statement } from './tx';

it.each([
  ['SELECT 1 FROM orders WHERE id = $1', false],
  ['SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', false],
  ['WITH o AS (SELECT 1 FROM orders FOR NO KEY UPDATE) SELECT * FROM o', false],
  ['SELECT updated_at FROM orders', false],
  ['INSERT INTO orders VALUES ($1)', true],
  ['WITH o AS (UPDATE orders SET a = 1 RETURNING 1) SELECT * FROM o', true],
  ['SELECT * FROM (SELECT 1 FOR UPDATE) x; DELETE FROM orders', true],
])('%s: writes %s', (text, writes) => {
  expect(new Statement('in a spec', text).writes).toBe(writes);
});
