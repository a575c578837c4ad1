// Payments of each kind: captured, refunded, voided, of canceled orders, made by hand.
import { uuidOf } from './ids.mjs';

/** Payments of each kind, and their stored answers. */
export async function payments(shops) {
  await taken(shops);
  await letGo(shops);
  await canceled(shops);
  await byHand(shops);
  await shops.paid('differs');
  await shops.client.query(
    `UPDATE bogus_charges SET captured = 500 WHERE id = (SELECT reference FROM payments WHERE order_id = $1)`,
    [uuidOf(shops.orders.differs.id)],
  );
}

async function taken(shops) {
  const { caller } = shops;
  await shops.placed('half captured', {}, 'place the half captured');
  await caller.office('POST', `/payments/${shops.payments['half captured']}/capture`, { amount: 50 }, 'half');

  await shops.placed('part refunded');
  const path = `/payments/${shops.payments['part refunded']}`;
  const { refund_reasons } = await caller.office('GET', '/refund-reasons');
  await caller.office('POST', `${path}/capture`, undefined, 'whole');
  await caller.office(
    'POST',
    `${path}/refund`,
    { amount: 30, refund_reason_id: refund_reasons[0].id, note: 'torn' },
    'back',
  );

  const returned = await shops.paid('returned');
  await caller.staff(
    'PATCH',
    `/orders/${returned.id}/payments/${shops.payments.returned}/capture`,
    {},
    'take',
  );
  await caller.staff(
    'POST',
    `/orders/${returned.id}/refunds`,
    { payment_id: shops.payments.returned, amount: '110.00' },
    'return',
  );
}

async function letGo(shops) {
  const { caller } = shops;
  const voided = await shops.paid('voided');
  await caller.staff('PATCH', `/orders/${voided.id}/payments/${shops.payments.voided}/void`, {}, 'void');

  await shops.placed('canceled payment');
  await caller.office(
    'POST',
    `/payments/${shops.payments['canceled payment']}/cancel`,
    undefined,
    'cancel payment',
  );
}

async function canceled(shops) {
  const { caller } = shops;
  await shops.placed('canceled half captured');
  await caller.office('POST', `/payments/${shops.payments['canceled half captured']}/capture`, {
    amount: 50,
  });
  await caller.office(
    'POST',
    `/orders/${shops.orders['canceled half captured'].cart_id.replace('cart', 'order')}/cancel`,
    undefined,
    'cancel order',
  );

  const owed = await shops.placed('refund refused', { bogus_card: 'refund_refused' });
  await caller.office('POST', `/payments/${shops.payments['refund refused']}/capture`, { amount: 20 });
  await caller.call('PATCH', `/api/v3/admin/orders/${owed.id}/cancel`, { headers: caller.asStaff });
}

async function byHand(shops) {
  const { caller } = shops;
  const further = await shops.placed('paid by hand');
  const order_id = further.cart_id.replace('cart', 'order');
  const { payment_collection } = await caller.office(
    'POST',
    '/payment-collections',
    { order_id, amount: 20 },
    'further',
  );
  await caller.office(
    'POST',
    `/payment-collections/${payment_collection.id}/mark-as-paid`,
    { order_id },
    'by hand',
  );
  const waiting = await shops.placed('still to pay');
  await caller.office('POST', '/payment-collections', {
    order_id: waiting.cart_id.replace('cart', 'order'),
    amount: 15,
  });
}
