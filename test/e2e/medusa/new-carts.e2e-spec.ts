import { type Json } from '../../support/http';
import { medusaIdOf } from '../../support/ids';
import { aCart, aMedusaVariant, refusal, type Shop, withMedusaStore } from '../../support/medusa';
import { aStore, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let variant: string;
let guest: Shop;

withMedusaStore((made) => ({ store, variant, guest } = made), { sku: 'TEE' });

describe('a new cart', () => {
  it.each([
    ['a price of its own', { items: [{ variant_id: 'v', quantity: 1, unit_price: 1 }] }, 400],
    ['a quantity of 0', { items: [{ variant_id: 'v', quantity: 0 }] }, 400],
    ['a quantity of 0.5', { items: [{ variant_id: 'v', quantity: 0.5 }] }, 400],
    ['a quantity as text', { items: [{ variant_id: 'v', quantity: '1' }] }, 400],
    ['items that are not a list', { items: {} }, 400],
    ['a promotion', { promo_codes: ['HALF'] }, 400],
    ['a malformed email', { email: 'unknown' }, 400],
    ['a saved address', { shipping_address: 'caaddr_1' }, 400],
    ['an address with an unknown field', { shipping_address: { planet: 'Mars' } }, 400],
    ['a country of three letters', { shipping_address: { country_code: 'usa' } }, 400],
    ['a card’s number in the metadata', { metadata: { pan: '4242424242424242' } }, 400],
    ['a card’s number in an address', { billing_address: { address_1: '4242 4242 4242 4242' } }, 400],
    ['an unknown property', { customer_id: 'cus_x' }, 400],
    ['an unknown region', { region_id: 'reg_x' }, 404],
    ['a currency the store does not sell in', { currency_code: 'jpy' }, 400],
    ['a region of another currency', { region_id: ':region', currency_code: 'jpy' }, 400],
    ['a sales channel that is not the store’s', { sales_channel_id: 'sc_x' }, 404],
    ['an unknown locale', { locale: '../etc' }, 400],
  ])('is not made with %s', async (_, body, status) => {
    const sent = JSON.parse(JSON.stringify(body).replace(':region', store.region_id));
    const reply = await guest('POST', '/carts', sent);
    expect([reply.status, reply.body.type]).toEqual([status, status === 404 ? 'not_found' : 'invalid_data']);
  });

  it('uses the store’s own region, sales channel and currency', async () => {
    const { sales_channel_id } = await aCart(guest, variant);
    const cart = await aCart(guest, variant, {
      region_id: undefined,
      currency_code: 'usd',
      sales_channel_id,
    });
    expect(cart).toMatchObject({ region_id: store.region_id, currency_code: 'usd' });
  });

  it('is refused for variants that the store does not sell, with Medusa’s messages', async () => {
    const unknown = medusaIdOf('variant', '01a1fc02-0000-7000-8000-000000000001');
    const inactive = await aMedusaVariant(store, { active: false });
    const yen = await aMedusaVariant(store, { prices: [{ currency: 'JPY', amount: '10' }] });
    const theirs = await aMedusaVariant(await aStore());
    const ask = async (id: string): Promise<Json> =>
      refusal(await guest('POST', '/carts', { items: [{ variant_id: id, quantity: 1 }] }));
    const unavailable = (id: string): Json => [
      400,
      'invalid_data',
      `Variants ${id} do not exist or belong to a product that is not published`,
    ];
    for (const id of ['nope', unknown, inactive, theirs]) expect(await ask(id)).toEqual(unavailable(id));
    expect(await ask(yen)).toEqual([400, 'invalid_data', `Variants with IDs ${yen} do not have a price`]);
  });
});
