import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { MedusaAdminModule, MedusaStoreModule } from '@tandem/medusa';
import { SpreeAdminModule, SpreeStoreModule } from '@tandem/spree';

interface Doc {
  readonly path: string;
  readonly title: string;
  readonly include: readonly Type[];
}

const DOCS: readonly Doc[] = [
  { path: 'spree-store', title: 'Spree store', include: [SpreeStoreModule] },
  { path: 'medusa-store', title: 'Medusa store', include: [MedusaStoreModule] },
  { path: 'admin', title: 'Admin', include: [SpreeAdminModule, MedusaAdminModule] },
];

/** Serves Swagger UI at /docs, with three documents. */
export function serveDocs(app: NestExpressApplication): void {
  const urls = DOCS.map(({ path, title }) => ({ name: title, url: `/docs/${path}/openapi.json` }));
  for (const { path, title, include } of DOCS) {
    const document = (): OpenAPIObject =>
      SwaggerModule.createDocument(app, config(title), { include: [...include] });
    SwaggerModule.setup(`docs/${path}`, app, document, {
      ui: false,
      raw: ['json'],
      jsonDocumentUrl: `docs/${path}/openapi.json`,
    });
  }
  const [first] = DOCS;
  if (!first) return;
  SwaggerModule.setup(
    'docs',
    app,
    () => SwaggerModule.createDocument(app, config(first.title), { include: [...first.include] }),
    {
      explorer: true,
      raw: false,
      customSiteTitle: 'Tandem API',
      swaggerOptions: { urls, persistAuthorization: true },
    },
  );
}

function config(title: string): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setTitle(`Tandem: ${title}`)
    .setDescription(
      'One payment core behind Spree’s and Medusa’s APIs. Click Authorize and paste a key that `npm start` printed.',
    )
    .setVersion('0.1')
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'x-spree-api-key', description: 'Publishable key (pk_…)' },
      'spree-key',
    )
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'x-spree-order-token', description: 'Order token of a guest' },
      'order-token',
    )
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'x-publishable-api-key', description: 'Publishable key (pk_…)' },
      'medusa-key',
    )
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'x-spree-api-key', description: 'Secret key (sk_…)' },
      'secret-key',
    )
    .addBasicAuth(
      { type: 'http', scheme: 'basic', description: 'Secret key (sk_…) as user name' },
      'secret-key-basic',
    )
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'JWT of a customer' }, 'customer-jwt')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'JWT of an admin' }, 'admin-jwt')
    .build();
}
