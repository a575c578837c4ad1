import { medusaId } from '@tandem/medusa';
import type { Order } from '@tandem/orders';
import { readSettings } from '@tandem/config';
import { spreeId } from '@tandem/spree';
import type { StoreInUse } from '@tandem/server';

/** A store as one JSON object; scripts rely on its keys. Ids are Spree's but for what only Medusa has. */
export function storeJson(made: StoreInUse): Record<string, unknown> {
  return {
    base_url: baseUrl(),
    publishable_key: made.publishableKey,
    secret_key: made.secretKey,
    admin: { email: made.admin.email, password: made.admin.password, jwt: made.admin.jwt },
    customer: {
      id: spreeId('customer', made.customer.id),
      email: made.customer.email,
      password: made.customer.password,
      jwt: made.customer.jwt,
    },
    payment_methods: made.methods.map(({ id, name, providerId }) => ({
      id: spreeId('paymentMethod', id),
      name,
      provider_id: providerId,
    })),
    region_id: medusaId('region', made.region.id),
    order: orderJson(made.order),
    customer_order: orderJson(made.customerOrder),
  };
}

function orderJson(order: Order): Record<string, unknown> {
  return {
    id: spreeId('order', order.id),
    number: order.number,
    token: order.token,
    total: order.total.toDecimal(),
    currency: order.total.currency,
    cart_id: medusaId('cart', order.id),
    medusa_order_id: medusaId('order', order.id),
  };
}

function baseUrl(): string {
  const { host, port } = readSettings(process.env);
  return `http://${host}:${port}`;
}

/** The same for a person: what to send, and where. */
export function storeText(made: StoreInUse): string {
  return JSON.stringify(storeJson(made), null, 2);
}

export function printed(made: StoreInUse, inJson: boolean): string {
  return inJson ? JSON.stringify(storeJson(made)) : storeText(made);
}
