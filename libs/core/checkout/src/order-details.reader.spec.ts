import type { RequestContext } from '@tandem/context';
import { Money } from '@tandem/money';
import { OrderDetailsReader } from './order-details.reader';

const amount = Money.parse('1.00', 'USD');

/** A stand-in for a reader or repository; records each call. */
function recorder<T>(name: string, responses: Record<string, unknown>, calls: string[]): T {
  const methods = Object.entries(responses).map(([method, value]) => [
    method,
    () => {
      calls.push(`${name}.${method}`);
      return Promise.resolve(value);
    },
  ]);
  return Object.fromEntries(methods) as T;
}

/** The calls that a list of `count` orders makes. */
async function callsFor(count: number): Promise<{ calls: string[]; shown: number }> {
  const ids = Array.from({ length: count }, (_, i) => `order ${i}`);
  const items = ids.map((id) => ({
    ...{ storeId: 's', id, customerId: `customer of ${id}`, regionId: 'r' },
    ...{ total: amount, storeCreditTotal: amount, giftCardTotal: amount },
  }));
  const collections = ids.map((id) => ({ collection: { id, orderId: id } }));
  const calls: string[] = [];
  const recorded = <T>(name: string, responses: Record<string, unknown>): T =>
    recorder<T>(name, responses, calls);
  const reader = new OrderDetailsReader(
    recorded('database', {}),
    recorded('orders', { findPage: { items, count } }),
    recorded('inFull', {}),
    recorded('sessions', { findByOrders: collections }),
    recorded('methods', { findAll: [] }),
    recorded('credits', { findGiftCardsByOrders: new Map(), findUsesByOrders: [] }),
    recorded('customers', { findAll: new Map() }),
    recorded('stores', { getRegions: new Map([['r', { id: 'r' }]]) }),
  );
  const page = await reader.findPage({ storeId: 's' } as RequestContext, {}, { limit: count, offset: 0 });
  return { calls, shown: page.items.length };
}

it('a list of twenty orders needs no more queries than a list of one', async () => {
  const [one, twenty] = [await callsFor(1), await callsFor(20)];
  expect([one.shown, twenty.shown]).toEqual([1, 20]);
  expect(twenty.calls).toEqual(one.calls);
  expect(new Set(one.calls).size).toBe(one.calls.length);
});
