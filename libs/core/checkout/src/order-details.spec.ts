import { guest, shopper, type RequestContext } from '@tandem/context';
import { visibleTo, type OrderDetails } from './order-details';

const details = {
  order: { id: 'A', customerId: 'C', idAccess: 'pay', state: 'open', email: 'ada@example.test' },
  payment: { sessions: [], payments: [] },
  customer: { id: 'C', email: 'ada@example.test' },
  giftCard: { code: 'GIFTCARD01' },
} as unknown as OrderDetails;

const shown = (caller: RequestContext['caller']): OrderDetails =>
  visibleTo({ caller } as RequestContext, details);

it('a caller who knows only the id of an order gets no personal data and no gift card', () => {
  const model = shown(shopper('A'));
  expect([model.order.email, model.customer, model.giftCard]).toEqual([null, null, null]);
  expect(JSON.stringify(model)).not.toMatch(/ada@|GIFTCARD01/);
});

it('a caller with the order token gets the whole order', () => {
  expect(shown(guest('A'))).toBe(details);
});
