import type { NestExpressApplication } from '@nestjs/platform-express';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { NextFunction, Request, Response } from 'express';

/**
 * Webhook paths that Spree's gateways used before `/api/v3/webhooks` (its Stripe gem's `/stripe`, with or without a trailing slash).
 * Rewrites only paths that a provider declares, before bodies are parsed.
 */
export function routeOlderHooks(app: NestExpressApplication): void {
  const registry = app.get(ProviderRegistry);
  app.use((request: Request, _: Response, next: NextFunction) => {
    const [hook] = /^\/[^/]+(?=\/?$)/.exec(request.path) ?? [];
    if (request.method === 'POST' && hook !== undefined && registry.findByHook(hook))
      request.url = `/api/v3/webhooks/providers${hook}`;
    next();
  });
}
