import type { Row } from './callers';

// Every admin route of both dialects, and the response to each caller (see callers.ts for the callers).

/** With the required scope of a secret key: null if any key may, undefined if keys are not checked. */
export type AdminRow = readonly [...Row, scope?: string | null];

/** Staff of the store only; staff of another store get `foreign`. */
const staff = (own: number, foreign = 404): number[] => [...Array<number>(7).fill(401), foreign, own, own];

const A = '/api/v3/admin';
const O = `${A}/orders/:order`;
const handOver = { currency: 'USD', items: [{ name: 'x', quantity: 1, price: '1' }] };

export const ADMIN_ROUTES: readonly AdminRow[] = [
  ['GET', `${A}/orders`, undefined, staff(200, 200), 'read_orders'],
  ['POST', `${A}/orders`, handOver, staff(201, 201), 'write_orders'],
  ['GET', O, undefined, staff(200), 'read_orders'],
  // Paid, because the body names its payment.
  ['PATCH', `${O}/complete`, { x: ':payment' }, staff(200), 'write_orders'],
  ['GET', `${A}/unplaced_orders`, undefined, staff(200, 200), 'read_orders'],
  ['PATCH', `${O}/cancel`, undefined, staff(200), 'write_orders'],
  ['GET', `${O}/payments`, undefined, staff(200), 'read_payments'],
  ['POST', `${O}/payments`, { payment_method_id: ':check' }, staff(201), 'write_payments'],
  ['GET', `${O}/payments/:payment`, undefined, staff(200), 'read_payments'],
  ['PATCH', `${O}/payments/:payment/capture`, {}, staff(200), 'write_payments'],
  ['PATCH', `${O}/payments/:payment/void`, undefined, staff(200), 'write_payments'],
  ['POST', `${O}/payment_sessions`, { payment_method_id: ':method' }, staff(201), 'write_payments'],
  ['GET', `${O}/payment_sessions/:session`, undefined, staff(200), 'read_payments'],
  ['PATCH', `${O}/payment_sessions/:session`, {}, staff(200), 'write_payments'],
  ['PATCH', `${O}/payment_sessions/:session/complete`, {}, staff(200), 'write_payments'],
  ['GET', `${O}/refunds`, undefined, staff(200), 'read_refunds'],
  ['POST', `${O}/refunds`, { payment_id: ':payment', amount: '1' }, staff(201), 'write_refunds'],

  ['GET', `${A}/payment_methods`, undefined, staff(200, 200), 'read_settings'],
  ['GET', `${A}/payment_methods/types`, undefined, staff(200, 200), 'read_settings'],
  [
    'POST',
    `${A}/payment_methods`,
    { type: 'pp_bogus_default', name: 'x' },
    staff(201, 201),
    'write_settings',
  ],
  ['GET', `${A}/payment_methods/:newmethod`, undefined, staff(200), 'read_settings'],
  ['PATCH', `${A}/payment_methods/:newmethod`, { name: 'y' }, staff(200), 'write_settings'],
  ['DELETE', `${A}/payment_methods/:newmethod`, undefined, staff(204), 'write_settings'],

  ['GET', `${A}/variants`, undefined, staff(200, 200), 'read_products'],
  ['POST', `${A}/variants`, { name: 'x' }, staff(201, 201), 'write_products'],
  ['GET', `${A}/variants/:variant`, undefined, staff(200), 'read_products'],
  ['PATCH', `${A}/variants/:variant`, { name: 'y' }, staff(200), 'write_products'],
  ['DELETE', `${A}/variants/:variant`, undefined, staff(204), 'write_products'],

  ['GET', `${A}/customers`, undefined, staff(200, 200), 'read_customers'],
  ['POST', `${A}/customers`, { email: ':fresh' }, staff(201, 201), 'write_customers'],
  ['GET', `${A}/customers/:customer`, undefined, staff(200), 'read_customers'],
  ['PATCH', `${A}/customers/:customer`, { first_name: 'Ada' }, staff(200), 'write_customers'],
  ['GET', `${A}/customers/:customer/store_credits`, undefined, staff(200), 'read_store_credits'],
  [
    'POST',
    `${A}/customers/:customer/store_credits`,
    { amount: '1', currency: 'USD' },
    staff(201),
    'write_store_credits',
  ],
  ['GET', `${A}/customers/:customer/store_credits/:credit`, undefined, staff(200), 'read_store_credits'],

  ['GET', `${A}/gift_cards`, undefined, staff(200, 200), 'read_gift_cards'],
  ['POST', `${A}/gift_cards`, { amount: '1', currency: 'USD' }, staff(201, 201), 'write_gift_cards'],
  ['GET', `${A}/gift_cards/:giftcard`, undefined, staff(200), 'read_gift_cards'],
  ['PATCH', `${A}/gift_cards/:giftcard/cancel`, undefined, staff(200), 'write_gift_cards'],

  ['GET', `${A}/api_keys`, undefined, staff(200, 200), 'read_api_keys'],
  [
    'POST',
    `${A}/api_keys`,
    { name: 'x', key_type: 'secret', scopes: ['read_api_keys'] },
    staff(201, 201),
    'write_api_keys',
  ],
  // A user has no key.
  ['GET', `${A}/api_keys/current`, undefined, [...Array<number>(7).fill(401), 404, 200, 404], null],
  ['GET', `${A}/api_keys/:key`, undefined, staff(200), 'read_api_keys'],
  ['PATCH', `${A}/api_keys/:key`, { name: 'y' }, staff(200), 'write_api_keys'],
  ['PATCH', `${A}/api_keys/:key/revoke`, undefined, staff(200), 'write_api_keys'],
  ['DELETE', `${A}/api_keys/:key`, undefined, staff(204), 'write_api_keys'],

  ['GET', '/admin/payments', undefined, staff(200, 200), 'read_payments'],
  ['GET', '/admin/payments/payment-providers', undefined, staff(200, 200), 'read_settings'],
  ['GET', '/admin/payments/:medusapayment', undefined, staff(200), 'read_payments'],
  ['GET', '/admin/orders', undefined, staff(200, 200), 'read_orders'],
  ['GET', '/admin/orders/:medusaorder', undefined, staff(200), 'read_orders'],
  ['POST', '/admin/orders/:medusaorder/cancel', undefined, staff(200), 'write_orders'],
  [
    'POST',
    '/admin/orders/:placed/credit-lines',
    { amount: 1, reference: 'x', reference_id: 'y' },
    staff(200),
    'write_orders',
  ],
  ['GET', '/admin/regions', undefined, staff(200, 200), 'read_settings'],
  ['GET', '/admin/regions/:region', undefined, staff(200), 'read_settings'],
  ['GET', `${A}/webhook_endpoints`, undefined, staff(200, 200), 'read_webhooks'],
  [
    'POST',
    `${A}/webhook_endpoints`,
    { url: 'http://127.0.0.1:9/', active: false },
    staff(201, 201),
    'write_webhooks',
  ],
  ['GET', `${A}/webhook_endpoints/:hook`, undefined, staff(200), 'read_webhooks'],
  ['PATCH', `${A}/webhook_endpoints/:hook`, { description: 'x' }, staff(200), 'write_webhooks'],
  ['DELETE', `${A}/webhook_endpoints/:hook`, undefined, staff(204), 'write_webhooks'],
  ['POST', `${A}/webhook_endpoints/:hook/rotate_secret`, undefined, staff(200), 'write_webhooks'],
  ['GET', `${A}/webhook_endpoints/:hook/deliveries`, undefined, staff(200), 'read_webhooks'],
  [
    'POST',
    `${A}/webhook_endpoints/:hook/deliveries/:delivery/redeliver`,
    undefined,
    staff(201),
    'write_webhooks',
  ],
  ['GET', `${A}/payment_events`, undefined, staff(200, 200), 'read_payments'],
  ['GET', `${A}/payment_events/:paymentevent`, undefined, staff(200), 'read_payments'],
  ['POST', `${A}/payment_events/:paymentevent/replay`, undefined, staff(200), 'write_payments'],
  ['GET', `${A}/provider_operations`, undefined, staff(200, 200), 'read_payments'],
  ['POST', '/admin/payments/:medusapayment/capture', { amount: 1 }, staff(200), 'write_payments'],
  ['POST', '/admin/payments/:medusapayment/refund', { amount: 1 }, staff(200), 'write_refunds'],
  ['POST', '/admin/payments/:medusapayment/cancel', undefined, staff(200), 'write_payments'],
  ['POST', '/admin/payment-collections', { order_id: ':placed', amount: 1 }, staff(200), 'write_payments'],
  ['DELETE', '/admin/payment-collections/:further', undefined, staff(200), 'write_payments'],
  [
    'POST',
    '/admin/payment-collections/:further/mark-as-paid',
    { order_id: ':placed' },
    staff(200),
    'write_payments',
  ],
  ['GET', '/admin/refund-reasons', undefined, staff(200, 200), 'read_settings'],
  ['POST', '/admin/refund-reasons', { label: 'x', code: ':fresh' }, staff(200, 200), 'write_settings'],
  ['GET', '/admin/refund-reasons/:reason', undefined, staff(200), 'read_settings'],
  ['POST', '/admin/refund-reasons/:reason', { label: 'y' }, staff(200), 'write_settings'],
  ['DELETE', '/admin/refund-reasons/:reason', undefined, staff(200), 'write_settings'],
  ['GET', '/admin/api-keys', undefined, staff(200, 200), 'read_api_keys'],
  ['POST', '/admin/api-keys', { title: 'x', type: 'publishable' }, staff(200, 200), 'write_api_keys'],
  ['GET', '/admin/api-keys/:apikey', undefined, staff(200), 'read_api_keys'],
  ['POST', '/admin/api-keys/:apikey', { title: 'y' }, staff(200), 'write_api_keys'],
  ['POST', '/admin/api-keys/:apikey/revoke', undefined, staff(200), 'write_api_keys'],
  ['DELETE', '/admin/api-keys/:revokedkey', undefined, staff(200), 'write_api_keys'],
  ['POST', '/admin/api-keys/:apikey/sales-channels', { add: [] }, staff(200), 'write_api_keys'],
  ['GET', '/admin/customers', undefined, staff(200, 200), 'read_customers'],
  ['POST', '/admin/customers', { email: ':fresh' }, staff(200, 200), 'write_customers'],
  ['GET', '/admin/customers/:medusacustomer', undefined, staff(200), 'read_customers'],
  ['POST', '/admin/customers/:medusacustomer', { first_name: 'Ada' }, staff(200), 'write_customers'],
  ['GET', '/admin/users', undefined, staff(200, 200), 'read_staff'],
  // A secret key is not a user.
  ['GET', '/admin/users/me', undefined, [...Array<number>(7).fill(401), 200, 404, 200], null],
  ['GET', '/admin/users/:user', undefined, staff(200), 'read_staff'],
  ['POST', '/admin/users/:user', { first_name: 'Ada' }, staff(200), 'write_staff'],
  ['DELETE', '/admin/users/:member', undefined, staff(200), 'write_staff'],
  ['GET', `${A}/admin_users`, undefined, staff(200, 200), 'read_staff'],
  ['GET', `${A}/admin_users/:adminuser`, undefined, staff(200), 'read_staff'],
  ['PATCH', `${A}/admin_users/:adminuser`, { first_name: 'Ada' }, staff(200), 'write_staff'],
  ['DELETE', `${A}/admin_users/:adminuser`, undefined, staff(204), 'write_staff'],

  ['GET', '/admin/invites', undefined, staff(200, 200), 'read_staff'],
  ['POST', '/admin/invites', { email: ':fresh' }, staff(200, 200), 'write_all'],
  ['DELETE', '/admin/invites/:invite', undefined, staff(200), 'write_staff'],
  // Requires only a registration's token; an existing user cannot become another one.
  ['POST', '/admin/invites/accept?token=x', {}, [...Array<number>(7).fill(401), 400, 401, 400]],
];
