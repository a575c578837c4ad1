import { medusaId } from '@tandem/medusa';
import { spreeId } from '@tandem/spree';
import type { Settings } from '@tandem/config';
import type { DemoStoreAtStart } from '@tandem/server';

// Only the key's hash is stored, so it cannot be printed again.
const UNCHANGED = 'as printed at the first start; npm run --silent demo -- --json replaces it';

/** The text printed at start: the server's address and, with a demo store, one command to paste for each API. */
export function welcome(url: string, settings: Settings, demo: DemoStoreAtStart | null): string {
  const lines = ['', `Tandem is listening on ${url}`];
  const docs = settings.docs ? [`API docs (Swagger UI):   ${url}/docs`] : [];
  return [...lines, ...docs, ...(demo ? tryOut(url, demo) : withoutDemo(settings)), ''].join('\n');
}

/** With the embedded database a demo store is expected: explains why there is none. */
function withoutDemo({ databaseUrl, isPublic }: Settings): string[] {
  if (databaseUrl !== null || !isPublic) return [];
  return [
    '',
    'No demo store was created, because the server is public (by HOST, NODE_ENV or TANDEM_TRUST_PROXY).',
    'To create one, with random passwords: npm run --silent demo -- --json',
  ];
}

function tryOut(url: string, demo: DemoStoreAtStart): string[] {
  const { order, methods } = demo;
  const [method] = methods;
  const collection = medusaId('collection', order.id);
  return [
    '',
    `Demo store               ${demo.store.name}`,
    `Publishable key          ${demo.publishableKey}`,
    `Secret key               ${demo.secretKey ?? UNCHANGED}`,
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
