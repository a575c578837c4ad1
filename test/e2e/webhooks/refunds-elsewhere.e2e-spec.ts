import { Speaking, nextId, reports } from '../../support/events-in';
import { anOrder, asAdmin, call, type Json } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { aFurther, markPaid, medusaOrder } from '../../support/medusa-admin';
import { asStaff } from '../../support/spree';
import type { OrderMade } from '../../support/tandem';

// The amount due after captures and refunds made at the gateway.

const speaking = new Speaking('elsewhere');
let order: OrderMade;
let id: string;

beforeAll(() => speaking.open());
afterAll(() => speaking.server.stop());
beforeEach(async () => {
  await speaking.forget();
  order = await anOrder(speaking.store, { email: 'a@example.com' });
  id = (await speaking.session(order)).external_id;
});
afterEach(() => expectInvariants(order));

it('a refund made at the gateway is not due either, and is due again once it has failed', async () => {
  await speaking.report(reports.taken(id));
  const due = async (): Promise<Json> => {
    const fields = 'summary,credit_lines.amount,credit_lines.reference';
    const path = `/admin/orders/${medusaOrder(order)}?fields=${fields}`;
    const { body } = await call('GET', path, { headers: asAdmin(speaking.store) });
    const { amount_due } = await asStaff(speaking.store, 'GET', `/orders/${order.id}`);
    return [amount_due, body.order.summary.pending_difference, body.order.credit_lines];
  };
  const line = (amount: number): Json => ({ amount, reference: 'payment_collection' });
  const [one, two] = [nextId('re'), nextId('re')];
  for (const reference of [one, two, one]) await speaking.report(reports.refund(id, reference, 2_000));
  expect(await due()).toMatchObject(['0.0', 0, [line(20), line(20)]]);
  await speaking.report(reports.refund(id, two, 2_000, 'failed'));
  expect(await due()).toMatchObject(['0.0', 0, [line(20)]]);
});

it('a capture at the gateway above the amount due is owed back, and refunding it adds no credit', async () => {
  await speaking.report(reports.authorized(id));
  await markPaid(speaking.store, order, await aFurther(speaking.store, order, 40));
  await speaking.report(reports.captured(id, 11_000));
  const due = async (): Promise<Json> => {
    const path = `/admin/orders/${medusaOrder(order)}?fields=summary,credit_lines.amount`;
    const { body } = await call('GET', path, { headers: asAdmin(speaking.store) });
    const { payment_state } = await asStaff(speaking.store, 'GET', `/orders/${order.id}`);
    const amounts = body.order.credit_lines.map(({ amount }: Json) => amount as number);
    return [payment_state, body.order.summary.pending_difference, amounts];
  };
  expect(await due()).toEqual(['credit_owed', -40, []]);
  await speaking.report(reports.refund(id, nextId('re'), 3_000));
  expect(await due()).toEqual(['credit_owed', -10, []]);
  await speaking.report(reports.refund(id, nextId('re'), 2_000));
  expect(await due()).toEqual(['paid', 0, [10]]);
});
