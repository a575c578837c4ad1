import { asGuest, call, type Json, type Reply } from './http';
import { asBackOffice, medusaOrder } from './medusa-admin';
import { asStaff } from './spree';
import type { OrderMade, StoreMade } from './tandem';

interface Shown {
  readonly spree: Json;
  readonly medusa: Json;
}

interface Acts {
  office(method: string, path: string, body?: Json): Promise<Reply>;
  capture(payment: string, amount?: number): Promise<Reply>;
  refund(payment: string, amount?: number, more?: Json): Promise<Reply>;
  credit(amount: number): Promise<Reply>;
  cancel(): Promise<Reply>;
  /** The amount due, as shown to Spree's shoppers and staff and to Medusa's staff. */
  shown(): Promise<Shown>;
  expectDue(spree: Json, pending: number, status: string): Promise<void>;
}

/** What Medusa's back office does with an order, and what both dialects then show. */
export function actsOn(at: () => { store: StoreMade; order: OrderMade }): Acts {
  const office: Acts['office'] = (method, path, body) => asBackOffice(at().store, method, path, { body });
  const ofOrder = (rest: string): string => `/orders/${medusaOrder(at().order)}${rest}`;
  const shown = async (): Promise<Shown> => {
    const { store, order } = at();
    const headers = asGuest(store, order);
    const spree = (await call('GET', `/api/v3/store/orders/${order.id}`, { headers })).body;
    const staff = await asStaff(store, 'GET', `/orders/${order.id}`);
    const fields =
      'payment_status,summary,total,version,credit_line_total,*credit_lines,payment_collections.completed_at';
    const medusa = (await office('GET', ofOrder(`?fields=${fields}`))).body.order;
    expect([staff.amount_due, staff.payment_state]).toEqual([spree.amount_due, spree.payment_state]);
    return { spree: { ...spree, payment_total: staff.payment_total }, medusa };
  };
  return {
    office,
    capture: (payment, amount) => office('POST', `/payments/${payment}/capture`, { amount }),
    refund: (payment, amount, more = {}) =>
      office('POST', `/payments/${payment}/refund`, { amount, ...more }),
    credit: (amount) =>
      office('POST', ofOrder('/credit-lines'), { amount, reference: 'goodwill', reference_id: 'ticket-17' }),
    cancel: () => office('POST', ofOrder('/cancel')),
    shown,
    async expectDue(spree, pending, status) {
      const now = await shown();
      expect(now.spree).toMatchObject(spree);
      const { summary, payment_status } = now.medusa;
      expect([summary.pending_difference, payment_status]).toEqual([pending, status]);
    },
  };
}

/** Spree's status and amounts due. */
export const state = (
  payment_state: string,
  payment_status: string,
  amount_due: string,
  payment_total: string,
): Json => ({ payment_state, payment_status, amount_due, payment_total });
