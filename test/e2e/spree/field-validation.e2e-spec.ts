import { fill, idsFor, type Ids } from '../../access/fixtures';
import { asOrderSystem, call, type Json, type Reply } from '../../support/http';
import { aStore, type StoreMade } from '../../support/tandem';

// Sends odd values in every body field that Swagger lists and every path id: the response must be
// in Spree's form, and never a 500.

const ODD: readonly Json[] = [
  '',
  ' ',
  null,
  0,
  -1,
  1.5,
  9e15,
  '9'.repeat(40),
  '-1',
  'x'.repeat(5000),
  '4111111111111111',
  "' OR 1=1 --",
  'é\u202e💳',
  true,
  [],
  [null],
  [[]],
  {},
  { $ne: null },
];
const ODD_IDS = [
  'x',
  'or_x',
  `or_${'1'.repeat(22)}`,
  'cart_zzzzzzzzzzzzzzzzzzzzzz',
  "'%20OR%201=1",
  '%F0%9F%92%B3',
  '..%2f',
];

let store: StoreMade;
let documents: Record<string, Json>;

beforeAll(async () => {
  store = await aStore();
  const documentOf = async (name: string): Promise<Json> =>
    (await call('GET', `/docs/${name}/openapi.json`)).body;
  documents = { 'spree-store': await documentOf('spree-store'), admin: await documentOf('admin') };
});

interface Route {
  readonly method: string;
  readonly path: string;
  readonly fields: readonly string[];
}

function routesOf(name: string): Route[] {
  const { paths, components } = documents[name];
  return Object.entries(paths as Record<string, Json>)
    .filter(([path]) => path.startsWith('/api/v3'))
    .flatMap(([path, verbs]) =>
      Object.entries(verbs as Record<string, Json>).map(([verb, operation]) => ({
        method: verb.toUpperCase(),
        path,
        fields: fieldsOf(operation, components.schemas),
      })),
    );
}

function fieldsOf(operation: Json, schemas: Json): string[] {
  const ref = operation.requestBody?.content['application/json'].schema.$ref as string | undefined;
  const schema = ref ? schemas[ref.split('/').pop() ?? ''] : undefined;
  return Object.keys((schema?.properties as object | undefined) ?? {});
}

const headersFor = (path: string): Record<string, string> =>
  path.startsWith('/api/v3/admin')
    ? asOrderSystem(store)
    : { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${store.customer.jwt}` };

function expectResponse(reply: Reply, sent: string): void {
  const isError = reply.status >= 400;
  const isRight = reply.status < 500 && (!isError || typeof reply.body?.error?.code === 'string');
  expect(isRight ? '' : `${sent}: ${reply.status} ${reply.text.slice(0, 300)}`).toBe('');
}

/** Fills in valid ids: the path segment before a placeholder tells which kind of id it takes. */
async function filled(path: string): Promise<string> {
  const places: Record<string, string> = {
    orders: ':order',
    carts: ':shopcart',
    payment_sessions: ':session',
    customers: ':customer',
  };
  const named = path.replace(/(\w+)\/\{\w+\}/g, (_, kind: string) => `${kind}/${places[kind] ?? 'x'}`);
  const ids: Ids = await idsFor(store, named);
  return fill(named, ids);
}

it.each(['spree-store', 'admin'])('each field of each body of %s', async (name) => {
  const routes = routesOf(name).filter(({ fields, path }) => fields.length > 0 && !path.includes('/auth/'));
  expect(routes.length).toBeGreaterThan(10);
  for (const { method, path, fields } of routes) {
    const url = await filled(path);
    for (const field of fields) {
      const replies = await Promise.all(
        ODD.map((value) => call(method, url, { headers: headersFor(path), body: { [field]: value } })),
      );
      replies.forEach((reply, i) =>
        expectResponse(reply, `${method} ${path} ${field}=${JSON.stringify(ODD[i])}`),
      );
    }
    // If an odd password is accepted, it ends the customer's login.
    if (path.includes('/customers/')) store = await aStore();
  }
});

it.each(['spree-store', 'admin'])('each id of each path of %s', async (name) => {
  for (const { method, path } of routesOf(name).filter((route) => route.path.includes('{'))) {
    for (const id of ODD_IDS) {
      const url = path.replace(/\{\w+\}/g, id);
      const body = method === 'GET' ? undefined : {};
      const reply = await call(method, url, { headers: headersFor(path), body });
      expectResponse(reply, `${method} ${url}`);
      expect([404, 422]).toContain(reply.status);
    }
  }
});

it('odd pages and fields of lists are tolerated, odd filters and sort orders refused', async () => {
  const tolerated = ['page=x&limit=-5', 'page=999999999999', 'limit=[]', 'fields=', 'fields[]=a'];
  const filters = ['q=1', 'q[state_eq][]=1', 'q[completed_at_gte]=yesterday', `search=${'x'.repeat(3000)}`];
  const queries = [
    ...tolerated.map((query) => [query, 200] as const),
    ...[...filters, 'sort=;drop'].map((query) => [query, 422] as const),
  ];
  for (const path of [
    '/api/v3/admin/orders',
    '/api/v3/admin/variants',
    '/api/v3/store/customers/me/orders',
  ]) {
    for (const [query, status] of queries) {
      const reply = await call('GET', `${path}?${query}`, { headers: headersFor(path) });
      expectResponse(reply, `${path}?${query}`);
      expect([query, reply.status, Array.isArray(reply.body.data)]).toEqual([query, status, status === 200]);
    }
  }
});
