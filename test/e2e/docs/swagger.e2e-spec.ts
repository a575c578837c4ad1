import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { anOrder, call, collectionPath, methodOf, type Json } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { aStore, baseUrl, type OrderMade, type StoreMade } from '../../support/tandem';

const DOCUMENTS = ['spree-store', 'medusa-store', 'admin'] as const;

// Log-in and registration have no caller to own an Idempotency-Key; a gateway's event has its own id.
const WITHOUT_KEY = /\/auth\/|\/v3\/store\/customers$|\/(hooks|webhooks\/(payments|providers))\//;

interface Route {
  readonly path: string;
  readonly verb: string;
  readonly operation: Json;
}

describe.each(DOCUMENTS)('the document %s', (name) => {
  let body: Json;
  let routes: Route[];

  beforeAll(async () => {
    ({ body } = await call('GET', `/docs/${name}/openapi.json`));
    routes = Object.entries<Record<string, Json>>(body.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
    );
    expect(routes.length).toBeGreaterThan(2);
  });

  const nameOf = ({ verb, path }: Route): string => `${verb} ${path}`;

  it('gives each route a summary, its authentication, a tag and its errors', () => {
    for (const { operation } of routes) {
      expect(operation).toMatchObject({
        summary: expect.any(String),
        security: expect.any(Array),
        tags: expect.any(Array),
      });
      expect(Object.keys(operation.responses).some((status) => status >= '400')).toBe(true);
    }
    const schemes = routes.flatMap(({ operation }) => operation.security as Json[]).flatMap(Object.keys);
    expect(Object.keys(body.components.securitySchemes)).toEqual(
      expect.arrayContaining([...new Set(schemes)]),
    );
  });

  it('lists each route’s path parameters, and Idempotency-Key on routes that write', () => {
    for (const { path, verb, operation } of routes) {
      const namesIn = (place: string): string[] =>
        operation.parameters
          .filter((parameter: Json) => parameter.in === place)
          .map((parameter: Json) => parameter.name);
      expect(namesIn('path').sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort());
      const takesKey = verb !== 'get' && !WITHOUT_KEY.test(path);
      expect([path, namesIn('header').includes('Idempotency-Key')]).toEqual([path, takesKey]);
    }
  });

  it('has an example for each response and each request body', () => {
    const hasExample = (schema: Json): boolean => {
      if (schema === undefined) return false;
      const { $ref, example, items, properties = {}, allOf = [] } = schema;
      if ($ref) return hasExample(body.components.schemas[$ref.split('/').pop()]);
      return example !== undefined || [items, ...allOf, ...Object.values(properties)].some(hasExample);
    };
    const shown = ({ content }: Json): boolean =>
      Object.values<Json>(content).some(({ schema, example }) => example !== undefined || hasExample(schema));
    const without = routes.filter(({ operation: { responses, requestBody } }) => {
      const documented = Object.values<Json>(responses).filter(({ content }) => content !== undefined);
      return !documented.every(shown) || (requestBody !== undefined && !shown(requestBody));
    });
    expect(without.map(nameOf)).toEqual([]);
    const undocumented = routes.filter(({ operation: { responses } }) =>
      Object.entries<Json>(responses).some(
        ([status, { content }]) => status !== '204' && content === undefined,
      ),
    );
    expect(undocumented.map(nameOf)).toEqual([]);
  });
});

const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const hasChromium = existsSync(path);
if (!hasChromium) {
  if (process.env['CI']) throw new Error(`CI has no Chromium at ${path}`);
  process.stdout.write(
    `skipped: the Swagger page in a browser, because there is no Chromium at ${path} (set CHROMIUM_PATH)\n`,
  );
}

(hasChromium ? describe : describe.skip)('the Swagger page in a browser', () => {
  let browser: Browser;
  let page: Page;
  let store: StoreMade;
  let order: OrderMade;

  beforeAll(async () => {
    store = await aStore();
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ];
    browser = await chromium.launch({ executablePath: path, args });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    order = await anOrder(store);
    page = await browser.newPage();
    await page.goto(`${baseUrl}/docs`);
  });
  afterEach(() => page.close());

  async function choose(document: string): Promise<void> {
    await page.selectOption('.download-url-wrapper select', { label: document });
    await page.waitForSelector(`.info .title:has-text("${document}")`);
  }

  async function authorize(values: Readonly<Record<string, string>>): Promise<void> {
    await page.click('.auth-wrapper .authorize');
    for (const [scheme, value] of Object.entries(values)) {
      const box = page.locator('.auth-container', { hasText: `${scheme} (` });
      await box.locator('input').fill(value);
      await box.locator('button.authorize').click();
    }
    await page.click('.btn-done');
  }

  /** Opens an operation, fills it in and sends it; returns the status and body that the page shows. */
  async function execute(
    route: string,
    parameters: Readonly<Record<string, string>>,
    body: Json,
  ): Promise<{ status: string; body: Json }> {
    const operation = page.locator('.opblock-post', { has: page.locator(`[data-path="${route}"]`) });
    await operation.locator('.opblock-summary').click();
    await operation.locator('.try-out__btn').click();
    for (const [name, value] of Object.entries(parameters)) {
      await operation.locator(`tr[data-param-name="${name}"] input`).fill(value);
    }
    await operation.locator('textarea.body-param__text').fill(JSON.stringify(body));
    await operation.locator('.execute').click();
    const response = operation.locator('.live-responses-table .response').first();
    const status = await response.locator('.response-col_status').innerText();
    const text = await response.locator('.highlight-code pre, pre.microlight').first().innerText();
    return { status: status.trim().split('\n')[0] ?? '', body: JSON.parse(text) };
  }

  it('authorizes with the demo key and creates a session in Spree’s API', async () => {
    await choose('Spree store');
    await authorize({ 'spree-key': store.publishable_key, 'order-token': order.token });
    const route = '/api/v3/store/orders/{order_id}/payment_sessions';
    const shown = await execute(
      route,
      { order_id: order.number, 'Idempotency-Key': 'from the page' },
      { payment_method_id: methodOf(store) },
    );
    expect([shown.status, shown.body.status, shown.body.amount]).toEqual(['201', 'pending', '110.0']);
    await expectInvariants(order);
  });

  it('authorizes with the demo key and creates a session in Medusa’s API', async () => {
    await choose('Medusa store');
    await authorize({ 'medusa-key': store.publishable_key });
    const [, , , id = ''] = collectionPath(order).split('/');
    const shown = await execute(
      '/store/payment-collections/{id}/payment-sessions',
      { id },
      { provider_id: 'pp_bogus_default' },
    );
    expect([shown.status, shown.body.payment_collection.payment_sessions[0].status]).toEqual([
      '200',
      'pending',
    ]);
    await expectInvariants(order);
  });

  it('authorizes with the secret key and creates an order', async () => {
    await choose('Admin');
    await authorize({ 'secret-key': store.secret_key });
    const shown = await execute(
      '/api/v3/admin/orders',
      {},
      { currency: 'USD', items: [{ name: 'Tee', quantity: 1, price: '9.99' }] },
    );
    expect([shown.status, shown.body.total]).toEqual(['201', '9.99']);
  });
});
