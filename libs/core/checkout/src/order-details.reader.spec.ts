import type { RequestContext } from '@tandem/context';
import { Money } from '@tandem/money';
import { OrderDetailsReader } from './order-details.reader';

const amount = Money.parse('1.00', 'USD');

/** Stands for a lib below, and notes each question it is asked. */
function requested<T>(name: string, responses: Record<string, unknown>, calls: string[]): T {
  const methods = Object.entries(responses).map(([method, value]) => [
    method,
    () => {
      calls.push(`${name}.${method}`);
      return Promise.resolve(value);
    },
  ]);
  return Object.fromEntries(methods) as T;
}

/** What is asked of the libs below for a list of so many orders. */
async function questionsFor(count: number): Promise<{ questions: string[]; shown: number }> {
  const ids = Array.from({ length: count }, (_, i) => `order ${i}`);
  const items = ids.map((id) => ({
    ...{ storeId: 's', id, customerId: `customer of ${id}`, regionId: 'r' },
    ...{ total: amount, storeCreditTotal: amount, giftCardTotal: amount },
  }));
  const collections = ids.map((id) => ({ collection: { id, orderId: id } }));
  const questions: string[] = [];
  const below = <T>(name: string, responses: Record<string, unknown>): T =>
    requested<T>(name, responses, questions);
  const reader = new OrderDetailsReader(
    below('orders', { page: { items, count } }),
    below('repository', {}),
    below('sessions', { collectionsOfOrders: collections }),
    below('methods', { all: [] }),
    below('credits', { giftCardsOf: new Map(), usesOf: [] }),
    below('customers', { findAll: new Map() }),
    below('stores', { regions: new Map([['r', { id: 'r' }]]) }),
  );
  const page = await reader.page({ storeId: 's' } as RequestContext, {}, { limit: count, offset: 0 });
  return { questions, shown: page.items.length };
}

it('a list of twenty orders asks no more than a list of one', async () => {
  const [one, twenty] = [await questionsFor(1), await questionsFor(20)];
  expect([one.shown, twenty.shown]).toEqual([1, 20]);
  expect(twenty.questions).toEqual(one.questions);
  expect(new Set(one.questions).size).toBe(one.questions.length);
});
