import { asGuest, call, type Json, type Reply } from '../../support/http';
import { aVariant } from '../../support/spree';
import { aStore, type StoreMade } from '../../support/tandem';

// A currency or locale in the body, query or header is either used or refused, never ignored.

const CARTS = '/api/v3/store/carts';

let store: StoreMade;
/** A variant priced in USD and EUR, and one priced in USD only. */
let both: string;
let usdOnly: string;

beforeAll(async () => {
  store = await aStore();
  both = await aVariant(store, {
    prices: [
      { currency: 'USD', amount: '55.00' },
      { currency: 'EUR', amount: '49.50' },
    ],
  });
  usdOnly = await aVariant(store);
});

const open = (path: string, body: Json, more: Record<string, string> = {}): Promise<Reply> =>
  call('POST', path, { headers: { 'x-spree-api-key': store.publishable_key, ...more }, body });

const CURRENCY_GIVEN: [string, string, Json, Record<string, string>][] = [
  ['the body', '', { currency: 'EUR' }, {}],
  ['the body in lower case', '', { currency: 'eur' }, {}],
  ['the query', '?currency=EUR', {}, {}],
  ['the header', '', {}, { 'x-spree-currency': 'EUR' }],
  ['the body before the header', '', { currency: 'EUR' }, { 'x-spree-currency': 'USD' }],
  ['the query before the header', '?currency=EUR', {}, { 'x-spree-currency': 'USD' }],
];

describe.each([CARTS, '/api/v3/store/cart'])('POST %s', (path) => {
  it.each(CURRENCY_GIVEN)(
    'a currency with prices becomes the cart’s: from %s',
    async (_, query, body, headers) => {
      const items = [{ variant_id: both, quantity: 2 }];
      const cart = await open(path + query, { items, ...body }, headers);
      expect([cart.status, cart.body.currency, cart.body.total]).toEqual([201, 'EUR', '99.0']);
      const empty = await open(path + query, body, headers);
      expect([empty.status, empty.body.currency, empty.body.total]).toEqual([201, 'EUR', '0.0']);
    },
  );

  it.each(['GBP', 'XXQ', 'EURO', 'E', '978', '$'])('currency %s is refused', async (currency) => {
    for (const reply of [
      await open(path, { currency }),
      await open(path, {}, { 'x-spree-currency': currency }),
    ]) {
      expect([reply.status, reply.body.error.code]).toEqual([422, 'validation_error']);
      expect(reply.body.error.details.currency).toBeDefined();
    }
  });

  it('a variant without a price in the currency is refused', async () => {
    const items = [{ variant_id: usdOnly, quantity: 1 }];
    const reply = await open(path, { items, currency: 'EUR' });
    expect([reply.status, reply.body.error.details]).toEqual([422, { variant_id: expect.anything() }]);
  });

  it('a currency that is not a string is refused, a blank one means the store’s own', async () => {
    expect((await open(path, { currency: 978 })).status).toBe(422);
    const blank = await open(path, {}, { 'x-spree-currency': ' ' });
    expect([blank.status, blank.body.currency]).toEqual([201, 'USD']);
  });

  it.each([
    ['the body', '', { locale: 'fr-CA' }, {}],
    ['the query', '?locale=fr-CA', {}, {}],
    ['the header', '', {}, { 'x-spree-locale': 'fr-CA' }],
  ] as const)('a locale is stored: from %s', async (_, query, body, headers) => {
    const cart = await open(path + query, body, headers);
    expect([cart.status, cart.body.locale]).toEqual([201, 'fr-CA']);
  });

  it('an invalid locale is refused', async () => {
    const replies = [await open(path, {}, { 'x-spree-locale': 'not a language' })];
    replies.push(await open(path, { locale: '-' }), await open(`${path}?locale=1`, {}));
    for (const { status, body } of replies) {
      expect([status, body.error.details]).toEqual([422, { locale: ['is not supported'] }]);
    }
  });
});

describe('a cart keeps its currency', () => {
  const cartIn = async (currency: string): Promise<Json> =>
    (await open(CARTS, { currency, items: [{ variant_id: both, quantity: 1 }] })).body;

  it('more lines are priced in it, or refused', async () => {
    const cart = await cartIn('EUR');
    const add = (variant: string): Promise<Reply> =>
      open(`${CARTS}/${cart.id as string}/items`, { variant_id: variant, quantity: 1 }, asGuest(store, cart));
    expect((await add(both)).body.total).toBe('99.0');
    expect((await add(usdOnly)).status).toBe(422);
  });

  const ROUTES: [string, string, (cart: Json) => string, Json][] = [
    ['change the cart', 'PATCH', ({ id }) => `${CARTS}/${id as string}`, { email: 'a@example.com' }],
    ['change its items', 'PATCH', ({ id }) => `${CARTS}/${id as string}`, { items: [] }],
    ['add an item', 'POST', ({ id }) => `${CARTS}/${id as string}/items`, { quantity: 1 }],
    ['advance it', 'PATCH', ({ id }) => `/api/v3/store/orders/or_${(id as string).slice(5)}/advance`, {}],
  ];
  it.each(ROUTES)(
    '%s: the cart’s own currency is accepted, another one is refused',
    async (_, method, path, body) => {
      const cart = await cartIn('EUR');
      const url = path(cart);
      const more = body.quantity ? { ...body, variant_id: both } : body;
      const send = (currency: string, how: 'body' | 'query' | 'header'): Promise<Reply> =>
        call(method, how === 'query' ? `${url}?currency=${currency}` : url, {
          headers: { ...asGuest(store, cart), ...(how === 'header' && { 'x-spree-currency': currency }) },
          body: how === 'body' ? { ...more, currency } : more,
        });
      for (const how of ['body', 'query', 'header'] as const) {
        const refused = await send('USD', how);
        expect([refused.status, refused.body.error.details]).toEqual([
          422,
          { currency: ['is EUR and cannot be changed'] },
        ]);
      }
      const same = await send('eur', 'header');
      expect(same.status).not.toBe(404);
      expect(same.body.error?.details?.currency).toBeUndefined();
    },
  );
});
