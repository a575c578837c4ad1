import { anOrder, asOrderSystem, call, type Json, type Reply } from '../../support/http';
import { asStaff } from '../../support/spree';
import { aStore, type StoreMade } from '../../support/tandem';

// A filter narrows a list or is refused; none is ignored. Each query below is tried on every documented list of both dialects.

interface List {
  readonly document: string;
  readonly path: string;
  /** The documented query parameters, e.g. `q[email_eq]`. */
  readonly filters: readonly string[];
}

/** Never supported in Spree's dialect: Ransack's other names, unknown names, sort orders, and odd forms of q. */
const SPREE_REFUSED = [
  ...[
    'q[nonsense_eq]=x',
    'q[id_not_null]=1',
    'q[created_at_gt]=2020-01-01',
    'q[id_in][]=x',
    'q[number_not_eq]=x',
  ],
  ...['q[s]=created_at+desc', 'q[sorts]=id', 'sort=-created_at', 'sort=nonsense', 'sort=', 'sort[]=id'],
  ...['q=x', 'q[]=x', 'q[m]=or', 'q[g][0][email_eq]=x', 'q[constructor]=x', 'q[email_eq_any][]=x'],
  ...[
    'filter[status]=x',
    'email_eq=x',
    'ids[]=x',
    'per_page=1',
    'status=x',
    'customer_id=x',
    'created_at[$gt]=2020-01-01',
  ],
];

/** Values that make no sense for a supported filter. */
const SPREE_MEANINGLESS = ['=', '=%20', '[]=x', '[]=', '[in]=x', '=a&NAME=b', `=${'x'.repeat(256)}`];

/** In Medusa's dialect each is 400 or finds nothing: unknown filters, and values that no row has. */
const MEDUSA_NARROWING = [
  ...[
    'nonsense=x',
    'filters[id]=x',
    'q[email_eq]=x',
    '$and[0][id]=x',
    '$or[]=',
    '$or[0]=',
    'deleted_at[$ne]=null',
  ],
  ...[
    'id=',
    'id[]=',
    'id=x',
    'id[]=x',
    'id=x&id=y',
    'id[0]=x&id[1]=y',
    'id[$in]=',
    'id[$in][]=',
    'id[$in][]=x',
  ],
  ...[
    'id[$ne]=x',
    'id[$nin][]=x',
    'id[$like]=%25',
    'id[x]=y',
    'id[0][0]=x',
    'id[][$in]=x',
    'id=null',
    'id[]=null',
  ],
  ...[
    'created_at=',
    'created_at[]=',
    'created_at[$gt]=',
    'created_at[$nonsense]=2020-01-01',
    'created_at[$in][]=2020-01-01',
  ],
  ...['created_at[$gte]=20261231', 'created_at[$gte]=-005000-01-01T00:00:00Z', 'created_at[$gt]=yesterday'],
  ...[
    'created_at[$gt]=2026-02-30',
    'created_at[$gt][]=2020-01-01',
    'created_at[$gt]=2999-01-01',
    'updated_at[$lt]=0001-01-01',
  ],
  ...[
    'created_at[$eq]=2999-01-01&created_at[$gte]=2000-01-01',
    'created_at[$gte]=2999-01-01&created_at[$eq]=2000-01-01',
  ],
  ...[
    'status=',
    'status[]=nonsense',
    'status[$ne]=pending',
    'email=',
    'email=x',
    'email[$ne]=x',
    'type=',
    'type=x',
  ],
  ...[
    'customer_id=',
    'customer_id=x',
    'region_id=',
    'region_id[]=x',
    'payment_session_id=',
    'payment_session_id=x',
  ],
  ...['title=', 'token=', 'has_account=', 'has_account=x', 'is_enabled=', 'code=', 'name=', 'currency_code='],
];

/** In Medusa's dialect each of these is 400 on every list. */
const MEDUSA_REFUSED = [
  ...[
    'limit=-1',
    'limit=abc',
    'limit=1.5',
    'limit=',
    'limit=1001',
    'limit=1e2',
    'limit=99999999999999999999',
  ],
  ...[
    'limit=1&limit=2',
    'limit[]=1',
    'limit[$gt]=1',
    'offset=-1',
    'offset=x',
    'offset=',
    'offset=1&offset=2',
  ],
  ...[
    'order=nonsense',
    'order=-nonsense',
    'order=',
    'order=-',
    'order[]=id',
    'order=id&order=id',
    'order=id,created_at',
  ],
  ...['order=__proto__', 'page=2', 'per_page=1', 'sort=id', 'with_deleted=x', 'expand=x'],
];

let store: StoreMade;
let lists: List[];
let ids: Record<string, string>;

const listsOf = async (document: string): Promise<List[]> => {
  const { body } = await call('GET', `/docs/${document}/openapi.json`);
  const schemaOf = (operation: Json): Json => {
    const schema = operation.responses['200']?.content?.['application/json']?.schema ?? {};
    return schema.$ref ? body.components.schemas[schema.$ref.split('/').pop()] : schema;
  };
  return Object.entries<Record<string, Json>>(body.paths).flatMap(([path, { get }]) => {
    const properties = schemaOf(get ?? { responses: {} }).properties ?? {};
    if (properties.data?.type !== 'array' && properties.count === undefined) return [];
    const names = (get.parameters as Json[])
      .filter((one) => one.in === 'query')
      .map((one) => one.name as string);
    return [{ document, path, filters: names }];
  });
};

beforeAll(async () => {
  store = await aStore();
  const order = await anOrder(store, { customer_id: store.customer.id });
  const hook = await asStaff(store, 'POST', '/webhook_endpoints', { url: 'http://127.0.0.1:9/' });
  await asStaff(store, 'POST', `/customers/${store.customer.id}/store_credits`, {
    amount: '1',
    currency: 'USD',
  });
  await asStaff(store, 'POST', '/gift_cards', {
    amount: '1',
    currency: 'USD',
    customer_id: store.customer.id,
  });
  ids = {
    ...{ orders: order.id, customers: store.customer.id, webhook_endpoints: hook.id },
    ...{ carts: `cart_${order.id.slice(3)}` },
  };
  lists = (await Promise.all(['spree-store', 'medusa-store', 'admin'].map(listsOf))).flat();
});

const pathOf = (path: string): string =>
  path.replace(/\/(\w+)\/\{\w+\}/g, (_, parent: string) => `/${parent}/${ids[parent] ?? ''}`);

const isSpree = ({ path }: List): boolean => path.startsWith('/api/v3');

async function ask({ document, path }: List, query = ''): Promise<Reply> {
  const jwt = document === 'admin' ? store.admin.jwt : store.customer.jwt;
  const key = path.startsWith('/api/v3') ? 'x-spree-api-key' : 'x-publishable-api-key';
  const headers = {
    authorization: `Bearer ${jwt}`,
    ...(document !== 'admin' && { [key]: store.publishable_key }),
  };
  const required = path === '/store/payment-providers' ? `region_id=${store.region_id}` : '';
  const requested = [required, query].filter((part) => part !== '').join('&');
  return call('GET', `${pathOf(path)}${requested === '' ? '' : `?${requested}`}`, { headers });
}

/** Tries each query on each list; returns those whose reply is wrong. */
async function tryAll(
  tried: readonly List[],
  queriesOf: (list: List) => readonly string[],
  wrong: (reply: Reply) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  for (const list of tried) {
    for (const query of queriesOf(list)) {
      const reply = await ask(list, query);
      if (wrong(reply)) found.push(`${list.path}?${query}: ${reply.status} ${reply.text.slice(0, 200)}`);
    }
  }
  return found;
}

const isRefused = (reply: Reply): boolean =>
  reply.status === 422
    ? reply.body.error.code === 'validation_error' && Object.keys(reply.body.error.details).length > 0
    : reply.status === 400 && reply.body.type === 'invalid_data';

it('every list answers 200 without a filter, and no list is missing from the test', async () => {
  expect(
    await tryAll(
      lists,
      () => [''],
      ({ status }) => status !== 200,
    ),
  ).toEqual([]);
  const counts = [lists.filter(isSpree).length, lists.filter((list) => !isSpree(list)).length];
  expect(counts.map((count, i) => count >= ([20, 12][i] ?? 0))).toEqual([true, true]);
});

it('Spree: an unsupported filter or sort order is 422', async () => {
  const wrong = await tryAll(
    lists.filter(isSpree),
    () => SPREE_REFUSED,
    (reply) => !isRefused(reply),
  );
  expect(wrong).toEqual([]);
});

it('Spree: a supported filter with a meaningless value is 422', async () => {
  const PLAIN = ['page', 'limit', 'fields', 'expand'];
  const queriesOf = ({ filters }: List): string[] =>
    filters
      .filter((name) => !PLAIN.includes(name))
      .flatMap((name) => SPREE_MEANINGLESS.map((form) => name + form.replace('NAME', name)));
  expect(lists.flatMap(queriesOf).length).toBeGreaterThan(20);
  expect(await tryAll(lists.filter(isSpree), queriesOf, (reply) => !isRefused(reply))).toEqual([]);
});

it('Spree: a supported filter that matches nothing finds nothing, and is 422 if malformed', async () => {
  const PLAIN = ['page', 'limit', 'fields', 'expand'];
  const queriesOf = ({ filters }: List): string[] =>
    filters
      .filter((name) => !PLAIN.includes(name))
      .flatMap((name) =>
        /_at_/.test(name) ? [`${name}=20261231`, `${name}=x`] : [`${name}=nothing`, `${name}=%25`],
      );
  const wrong = (reply: Reply): boolean =>
    !isRefused(reply) && !(reply.status === 200 && reply.body.meta.count === 0);
  expect(await tryAll(lists.filter(isSpree), queriesOf, wrong)).toEqual([]);
});

it('Medusa: an unsupported or meaningless filter is 400 or finds nothing', async () => {
  const wrong = (reply: Reply): boolean =>
    !isRefused(reply) && !(reply.status === 200 && reply.body.count === 0);
  const medusaLists = lists.filter((list) => !isSpree(list));
  expect(await tryAll(medusaLists, () => MEDUSA_NARROWING, wrong)).toEqual([]);
});

it('Medusa: an invalid page or sort order is 400', async () => {
  const medusaLists = lists.filter((list) => !isSpree(list));
  expect(
    await tryAll(
      medusaLists,
      () => MEDUSA_REFUSED,
      (reply) => !isRefused(reply),
    ),
  ).toEqual([]);
});

it('a supported filter narrows the list: by number and by state', async () => {
  const headers = asOrderSystem(store);
  const { number } = (await call('GET', '/api/v3/admin/orders', { headers })).body.data[0];
  const countOf = async (query: string): Promise<number> =>
    (await call('GET', `/api/v3/admin/orders?${query}`, { headers })).body.meta.count as number;
  expect(await countOf(`q[number_eq]=${number}`)).toBe(1);
  expect(await countOf(`q[number_eq]=${number}&q[state_eq]=canceled`)).toBe(0);
  expect(await countOf('search=unknown')).toBe(0);
});
