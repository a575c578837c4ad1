import { medusaId } from '@tandem/medusa';
import type { Order } from '@tandem/orders';
import { readSettings } from '@tandem/config';
import { spreeId } from '@tandem/spree';
import type { DemoStoreDetails } from '@tandem/server';

/** A store as a JSON object; scripts rely on its keys. Ids are Spree's, except for what only Medusa has. */
export function storeJson(created: DemoStoreDetails): Record<string, unknown> {
  return {
    base_url: baseUrl(),
    publishable_key: created.publishableKey,
    secret_key: created.secretKey,
    admin: { email: created.admin.email, password: created.admin.password, jwt: created.admin.jwt },
    customer: {
      id: spreeId('customer', created.customer.id),
      email: created.customer.email,
      password: created.customer.password,
      jwt: created.customer.jwt,
    },
    payment_methods: created.methods.map(({ id, name, providerId }) => ({
      id: spreeId('paymentMethod', id),
      name,
      provider_id: providerId,
    })),
    region_id: medusaId('region', created.region.id),
    order: orderJson(created.order),
    customer_order: orderJson(created.customerOrder),
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

/** The same JSON, indented for people. */
export function storeText(created: DemoStoreDetails): string {
  return JSON.stringify(storeJson(created), null, 2);
}

export function printed(created: DemoStoreDetails, inJson: boolean): string {
  return inJson ? JSON.stringify(storeJson(created)) : storeText(created);
}
