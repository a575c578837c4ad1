import { EventGateway, nextId, reports } from '../../support/event-gateway';
import { anOrder, asAdmin, call, type Json } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { createCollection, markPaid, medusaOrder } from '../../support/medusa-admin';
import { asStaff } from '../../support/spree';
import type { OrderMade } from '../../support/tandem';

// The amount due after captures and refunds made at the gateway.

const gateway = new EventGateway('elsewhere');
let order: OrderMade;
let id: string;

beforeAll(() => gateway.open());
afterAll(() => gateway.server.stop());
beforeEach(async () => {
  await gateway.deleteEvents();
  order = await anOrder(gateway.store, { email: 'a@example.com' });
  id = (await gateway.session(order)).external_id;
});
afterEach(() => expectInvariants(order));

it('a refund made at the gateway is not due either, and is due again once it has failed', async () => {
  await gateway.sendAndAwait(reports.taken(id));
  const due = async (): Promise<Json> => {
    const fields = 'summary,credit_lines.amount,credit_lines.reference';
    const path = `/admin/orders/${medusaOrder(order)}?fields=${fields}`;
    const { body } = await call('GET', path, { headers: asAdmin(gateway.store) });
    const { amount_due } = await asStaff(gateway.store, 'GET', `/orders/${order.id}`);
    return [amount_due, body.order.summary.pending_difference, body.order.credit_lines];
  };
  const line = (amount: number): Json => ({ amount, reference: 'payment_collection' });
  const [one, two] = [nextId('re'), nextId('re')];
  for (const reference of [one, two, one]) await gateway.sendAndAwait(reports.refund(id, reference, 2_000));
  expect(await due()).toMatchObject(['0.0', 0, [line(20), line(20)]]);
  await gateway.sendAndAwait(reports.refund(id, two, 2_000, 'failed'));
  expect(await due()).toMatchObject(['0.0', 0, [line(20)]]);
});

it('a capture at the gateway above the amount due is owed back, and refunding it adds no credit', async () => {
  await gateway.sendAndAwait(reports.authorized(id));
  await markPaid(gateway.store, order, await createCollection(gateway.store, order, 40));
  await gateway.sendAndAwait(reports.captured(id, 11_000));
  const due = async (): Promise<Json> => {
    const path = `/admin/orders/${medusaOrder(order)}?fields=summary,credit_lines.amount`;
    const { body } = await call('GET', path, { headers: asAdmin(gateway.store) });
    const { payment_state } = await asStaff(gateway.store, 'GET', `/orders/${order.id}`);
    const amounts = body.order.credit_lines.map(({ amount }: Json) => amount as number);
    return [payment_state, body.order.summary.pending_difference, amounts];
  };
  expect(await due()).toEqual(['credit_owed', -40, []]);
  await gateway.sendAndAwait(reports.refund(id, nextId('re'), 3_000));
  expect(await due()).toEqual(['credit_owed', -10, []]);
  await gateway.sendAndAwait(reports.refund(id, nextId('re'), 2_000));
  expect(await due()).toEqual(['paid', 0, [10]]);
});
