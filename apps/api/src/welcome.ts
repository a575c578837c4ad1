import { medusaId } from '@tandem/medusa';
import { spreeId } from '@tandem/spree';
import type { Settings } from '@tandem/config';
import type { StoreAtStart } from '@tandem/server';

// Only its hash is stored.
const AS_BEFORE = 'as it was printed; npm run --silent demo -- --json makes another in its place';

/** What a start prints: where it is, and with a demo store one line to paste for each API. */
export function welcome(url: string, settings: Settings, demo: StoreAtStart | null): string {
  const lines = ['', `Tandem is listening on ${url}`];
  const docs = settings.docs ? [`API docs (Swagger UI):   ${url}/docs`] : [];
  return [...lines, ...docs, ...(demo ? tryOut(url, demo) : withoutDemo(settings)), ''].join('\n');
}

/** An embedded database is for trying Tandem out: why there is nothing to try is said. */
function withoutDemo({ databaseUrl, isPublic }: Settings): string[] {
  if (databaseUrl !== null || !isPublic) return [];
  return [
    '',
    'No demo store is made at a start where others can reach the server (by HOST, NODE_ENV or TANDEM_TRUST_PROXY).',
    'To make one, with passwords of its own: npm run --silent demo -- --json',
  ];
}

function tryOut(url: string, demo: StoreAtStart): string[] {
  const { order, methods } = demo;
  const [method] = methods;
  const collection = medusaId('collection', order.id);
  return [
    '',
    `Demo store               ${demo.store.name}`,
    `Publishable key          ${demo.publishableKey}`,
    `Secret key               ${demo.secretKey ?? AS_BEFORE}`,
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
