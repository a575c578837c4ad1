import type { NestExpressApplication } from '@nestjs/platform-express';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { NextFunction, Request, Response } from 'express';

/**
 * The addresses that Spree's gateways had before `/api/v3/webhooks` (its Stripe gem's `/stripe`, with or without a slash at the end).
 * Only those that a provider declares are routed, so no other path is taken from anybody. Before bodies are parsed.
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
