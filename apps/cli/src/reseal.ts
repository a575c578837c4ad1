import { ResealMethodSecrets } from '@tandem/payment-methods';
import { spreeId } from '@tandem/spree';
import { ResealWebhookSecrets } from '@tandem/webhooks';
import { command } from './command';

/**
 * Encrypts all stored secrets with the current server secret, so that the former one can be removed from the settings. Run it once
 * every server has the new secret. Exits with 1 if a secret cannot be decrypted with either. `tandem reseal [--json]`
 */
export const reseal = command({
  options: {},
  takesArgument: false,
  async run(app, { json }) {
    const methods = await app.get(ResealMethodSecrets).run();
    const endpoints = await app.get(ResealWebhookSecrets).run();
    const resealed = methods.count + endpoints.count;
    const lost = [
      ...methods.lost.map((id) => spreeId('paymentMethod', id)),
      ...endpoints.lost.map((id) => spreeId('webhookEndpoint', id)),
    ];
    const exitCode = lost.length > 0 ? 1 : 0;
    if (json) return { text: JSON.stringify({ resealed, lost }), exitCode };
    const lines = lost.map((id) => `${id} cannot be decrypted: set its secrets again`);
    return { text: [...lines, `${resealed} encrypted with the current secret`].join('\n'), exitCode };
  },
});
