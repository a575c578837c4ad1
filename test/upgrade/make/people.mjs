// Who may ask, and what they own: logins of both dialects, keys, cards, credits, carts, endpoints.
import { medusaId, uuidOf } from './ids.mjs';
import { PASSWORD } from './shops.mjs';

/** Customers and staff with logins that still stand. */
export async function logins(shops) {
  const { caller, store } = shops;
  const account = { email: 'ada@example.com', password: PASSWORD, password_confirmation: PASSWORD };
  const ada = await caller.spree('POST', '/customers', account);
  const bob = await caller.spree('POST', '/customers', { ...account, email: 'bob@example.com' });
  const changed = { password: `${PASSWORD} 2`, current_password: PASSWORD };
  await caller.spree('PATCH', '/customers/me', changed, { jwt: bob.token });
  const bobAgain = await caller.spree('POST', '/auth/login', {
    email: 'bob@example.com',
    password: changed.password,
  });

  const headers = { 'x-publishable-api-key': store.publishable_key };
  const identity = { email: 'eve@example.com', password: PASSWORD };
  const registration = await caller.ok('POST', '/auth/customer/emailpass/register', {
    headers,
    body: identity,
  });
  await caller.shop('POST', '/customers', { email: identity.email }, { jwt: registration.token });
  const eve = await caller.ok('POST', '/auth/customer/emailpass', { headers, body: identity });
  const waiting = await caller.ok('POST', '/auth/customer/emailpass/register', {
    headers,
    body: { ...identity, email: 'new@example.com' },
  });

  const { email, password } = store.admin;
  const admin = await caller.ok('POST', '/auth/user/emailpass', { body: { email, password } });
  const bearer = { authorization: `Bearer ${admin.token}` };
  const { cookie } = await caller.ok('POST', '/auth/session', { headers: bearer });
  const invite = await caller.ok('POST', '/admin/invites', {
    headers: bearer,
    body: { email: 'second@example.com' },
  });
  return {
    ada: { jwt: ada.token, refresh_token: ada.refresh_token },
    bob: { jwt: bobAgain.token, ended_jwt: bob.token, refresh_token: bobAgain.refresh_token },
    eve: { jwt: eve.token },
    registration: waiting.token,
    admin: { jwt: admin.token, cookie: cookie.split(';')[0] },
    invite: invite.invite.token,
  };
}

export async function keys({ caller }) {
  const made = await caller.staff('POST', '/api_keys', { name: 'Back office', key_type: 'secret' });
  const other = await caller.office('POST', '/api-keys', { title: 'ERP', type: 'secret' });
  const gone = await caller.office('POST', '/api-keys', { title: 'Gone', type: 'secret' });
  await caller.office('POST', `/api-keys/${gone.api_key.id}/revoke`, {});
  return {
    spree: made.plaintext_token ?? made.token,
    medusa: other.api_key.token,
    revoked: gone.api_key.token,
  };
}

/** Credits, a saved card, and carts on their way. */
export async function goods(shops, jwt) {
  const giftCards = await credits(shops, jwt);
  const card = await savedCard(shops, jwt);
  const carts = await cartsOnTheirWay(shops, jwt, giftCards);
  await paidWithGiftCard(shops, giftCards.used);
  const brief = ({ id, token }) => ({ id, token });
  return {
    giftCards,
    card,
    carts: Object.fromEntries(Object.entries(carts).map(([name, cart]) => [name, brief(cart)])),
  };
}

async function credits({ caller }, jwt) {
  const giftCards = {};
  for (const name of ['unused', 'held', 'used']) {
    const body = { amount: '30.00', currency: 'USD' };
    giftCards[name] = (await caller.staff('POST', '/gift_cards', body, `gift card ${name}`)).code;
  }
  const customer = await caller.spree('GET', '/customers/me', undefined, { jwt });
  const credit = { amount: '20.00', currency: 'USD' };
  await caller.staff('POST', `/customers/${customer.id}/store_credits`, credit, 'store credit');
  return giftCards;
}

async function savedCard(shops, jwt) {
  const { caller } = shops;
  const setups = '/customers/me/payment_setup_sessions';
  const body = { payment_method_id: shops.method('pp_bogus_default') };
  const setup = await caller.spree('POST', setups, body, { jwt });
  const done = { external_data: {} };
  const card = await caller.spree('PATCH', `${setups}/${setup.id}/complete`, done, { jwt });
  return card.payment_source_id;
}

async function cartsOnTheirWay(shops, jwt, giftCards) {
  const { caller } = shops;
  const { data } = await caller.staff('GET', '/variants');
  const items = [{ variant_id: data[0].id, quantity: 2 }];
  const check = await caller.spree('POST', '/carts', { items });
  const byCheck = { payment_method_id: shops.method('pp_system_default') };
  await caller.spree('POST', `/carts/${check.id}/payments`, byCheck, { token: check.token });
  const mine = await caller.spree('POST', '/carts', { items }, { jwt, key: 'cart' });
  const held = await caller.spree('POST', '/carts', { items });
  await caller.spree('POST', `/carts/${held.id}/gift_cards`, { code: giftCards.held }, { token: held.token });
  const inMedusa = { items: [{ variant_id: medusaId('variant', uuidOf(data[0].id)), quantity: 1 }] };
  const { cart: medusa } = await caller.shop('POST', '/carts', inMedusa);
  return { check, mine, held, medusa };
}

async function paidWithGiftCard(shops, code) {
  const { caller } = shops;
  const { id, token } = await shops.order('paid with a gift card');
  await caller.spree('POST', `/carts/cart_${id.slice(3)}/gift_cards`, { code }, { token });
  await shops.complete({ id, token }, await shops.session({ id, token }));
  await caller.spree('PATCH', `/orders/${id}/complete`, {}, { token });
}
