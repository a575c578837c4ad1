import { medusaId } from '@tandem/medusa-api';
import { spreeId } from '@tandem/spree-api';
import type { StoreInUse } from '@tandem/tandem';

/** What a start prints: where it is, and with a demo store one line to paste for each API. */
export function welcome(url: string, demo: StoreInUse | null): string {
  const lines = ['', `Tandem is listening on ${url}`, `API docs (Swagger UI):   ${url}/docs`];
  return [...lines, ...(demo ? tryOut(url, demo) : []), ''].join('\n');
}

function tryOut(url: string, demo: StoreInUse): string[] {
  const { order, methods } = demo;
  const [method] = methods;
  const collection = medusaId('collection', order.id);
  return [
    '',
    `Demo store               ${demo.store.name}`,
    `Publishable key          ${demo.publishableKey}`,
    `Secret key               ${demo.secretKey}`,
    `Order                    ${order.number} (110.00 USD), token ${order.token}`,
    '',
    'Pay it through Spree’s API (201):',
    `curl -sS -X POST ${url}/api/v3/store/orders/${spreeId('order', order.id)}/payment_sessions` +
      ` -H 'x-spree-api-key: ${demo.publishableKey}' -H 'x-spree-order-token: ${order.token}'` +
      ` -H 'content-type: application/json' -d '{"payment_method_id":"${method ? spreeId('paymentMethod', method.id) : ''}"}'`,
    '',
    'or through Medusa’s (200):',
    `curl -sS -X POST ${url}/store/payment-collections/${collection}/payment-sessions` +
      ` -H 'x-publishable-api-key: ${demo.publishableKey}'` +
      ` -H 'content-type: application/json' -d '{"provider_id":"${method?.providerId ?? ''}"}'`,
    '',
  ];
}
