import { ResealMethodSecrets } from '@tandem/payment-methods';
import { spreeId } from '@tandem/spree';
import { ResealWebhookSecrets } from '@tandem/webhooks';
import { command } from './command';

/**
 * Once every server has the new secret: what the one before has sealed is sealed with the new one, so that the one before
 * may go. The exit code is 1 where something was sealed with neither. `tandem reseal [--json]`
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
    const lines = lost.map((id) => `${id} cannot be opened: set its secrets again`);
    return { text: [...lines, `${resealed} sealed with the current secret`].join('\n'), exitCode };
  },
});
