// What a server that is killed leaves behind: calls sent and not answered, an event taken and not settled, deliveries due.
import { until } from './installation.mjs';
import { uuidOf } from './ids.mjs';

/** A method of the gateway that must be asked for each session, sessions of it, and its events. */
export async function openAtGateway(shops) {
  const { caller, client } = shops;
  const { id: method } = await caller.staff('POST', '/payment_methods', {
    type: 'pp_upgrade_gateway',
    name: 'Gateway',
  });
  const session = async (name, data) => shops.session(await shops.order(name), data, { method });
  await session('told handled', { id: 'up_handled' });
  await session('told unhandled', { id: 'up_unhandled' });
  const toChange = await session('to change', { id: 'up_change' });
  await say(caller, {
    id: 'evt_handled',
    type: 'paid',
    about: [{ session: 'up_handled', authorized: '11000' }],
  });
  await say(caller, { id: 'evt_ignored', type: 'boring' });
  await until('the events are taken', async () => (await eventsIn(client, 'ignored')).length === 1);
  return { method, toChange: toChange.id };
}

/** An endpoint in each scheme, where nobody listens, and an order to tell of. */
async function tellOf(shops) {
  const { caller } = shops;
  const url = 'http://127.0.0.1:1/hook';
  const made = [];
  for (const scheme of ['standard', 'spree']) {
    const { id, secret } = await caller.staff('POST', '/webhook_endpoints', { url, scheme });
    made.push({ id, secret, scheme });
  }
  await shops.placed('told of');
  return made;
}

/** Calls that a kill leaves open: each verb once for a retry with its key, and once for nobody's. */
export async function leaveOpen(shops, server, gateway) {
  const { client } = shops;
  const calls = await openCalls(shops, gateway);
  await lost(shops, gateway);
  const endpoints = await tellOf(shops);
  await client.query('BEGIN');
  await client.query('LOCK TABLE ledger_entries IN SHARE MODE');
  await say(shops.caller, {
    id: 'evt_unhandled',
    type: 'paid',
    about: [{ session: 'up_unhandled', authorized: '11000' }],
  });
  const sent = calls.map(({ send }) => send().catch(() => null));
  const settling = calls.filter(({ verb }) => verb !== 'create_session').length + 1;
  await until('all wait to be settled', async () => (await waiting(client)) === settling);
  await server.kill();
  await client.query('ROLLBACK');
  await Promise.all(sent);
  await until('the killed server’s transactions have ended', async () => (await others(client)) === 0);
  await rest(shops, calls);
  return { endpoints, open: calls.map(({ send: _, ...call }) => call) };
}

/** Answers lost without a kill: known by a look-up, or still on their way. */
async function lost(shops, { method, toChange }) {
  const { caller } = shops;
  const closing = await shops.order('to close');
  await shops.session(closing, { id: 'up_close', lose: 'cancel' }, { method });
  await shops.medusaSession(closing);
  await until('the replaced session is being closed', () => isOpen(shops, closing));
  const parked = await shops.order('told parked');
  const of = (data) => ({ payment_method_id: method, external_data: data });
  const path = `/api/v3/store/orders/${parked.id}/payment_sessions`;
  await caller.call('POST', path, { headers: headersOf(shops, parked), body: of({ lose: 'create' }) });
  await park(shops, parked);
  const { id, token } = shops.orders['to change'];
  await caller.call('PATCH', `/api/v3/store/orders/${id}/payment_sessions/${toChange}`, {
    headers: headersOf(shops, { token }),
    body: { external_data: { lose: 'update' } },
  });
  await shops.paid('still processing', { bogus_card: 'processing' });
  const answerLost = await shops.order('answer lost');
  const session = await shops.session(answerLost, { bogus_card: 'answer_lost' });
  await caller.call(
    'PATCH',
    `/api/v3/store/orders/${answerLost.id}/payment_sessions/${session.id}/complete`,
    {
      headers: headersOf(shops, answerLost),
      body: {},
    },
  );
}

/** An event about a session that is not open yet, tried until it was enough. */
async function park({ caller, client }, order) {
  const key = `SELECT operation_key FROM provider_operations WHERE order_id = $1`;
  const { rows } = await client.query(key, [uuidOf(order.id)]);
  const session = `up_${rows[0].operation_key.slice(0, 16)}`;
  await say(caller, { id: 'evt_parked', type: 'paid', about: [{ session, authorized: '11000' }] });
  await until('the event is taken', async () => (await eventsIn(client, 'received')).length === 1);
  await client.query(`UPDATE webhook_events SET attempts = 8, due_at = now() WHERE state = 'received'`);
  await until('the event is parked', async () => (await eventsIn(client, 'failed')).length === 1);
}

/** Two of each verb, one in each dialect; `send` sends the request that is recorded beside it. */
async function openCalls(shops, { method }) {
  const { caller } = shops;
  const calls = [];
  const add = (verb, by, order, request) => {
    const key = `open ${verb} ${by}`;
    const headers = { ...request.headers, 'idempotency-key': key };
    calls.push({
      verb,
      by,
      order,
      request: { ...request, headers },
      send: () => caller.call(request.method, request.path, { headers, body: request.body }),
    });
  };
  for (const by of ['retry', 'nobody']) {
    const isSpree = by === 'retry';
    const name = (verb) => `${verb} left to ${by}`;
    const payments = {};
    for (const verb of ['capture', 'refund', 'cancel']) {
      await shops.placed(name(verb));
      payments[verb] = shops.payments[name(verb)];
    }
    await caller.office('POST', `/payments/${payments.refund}/capture`);
    for (const verb of Object.keys(payments))
      add(verb, by, name(verb), await move(shops, verb, name(verb), isSpree));
    const authorized = await shops.order(name('authorize'));
    add('authorize', by, name('authorize'), await authorize(shops, authorized, isSpree));
    const opened = await shops.order(name('create_session'));
    add('create_session', by, name('create_session'), create(shops, opened, method));
  }
  return calls;
}

async function move({ caller, orders, payments }, verb, name, isSpree) {
  const amount = 25;
  if (!isSpree) {
    const path = `/admin/payments/${payments[name]}/${verb}`;
    return { method: 'POST', path, headers: caller.asOffice, ...(verb !== 'cancel' && { body: { amount } }) };
  }
  const order = `/api/v3/admin/orders/${orders[name].id}`;
  const { data } = await caller.ok('GET', `${order}/payments`, { headers: caller.asStaff });
  const headers = caller.asStaff;
  if (verb === 'refund')
    return {
      method: 'POST',
      path: `${order}/refunds`,
      headers,
      body: { payment_id: data[0].id, amount: String(amount) },
    };
  const path = `${order}/payments/${data[0].id}/${verb === 'cancel' ? 'void' : 'capture'}`;
  return { method: 'PATCH', path, headers, body: verb === 'capture' ? { amount: String(amount) } : {} };
}

async function authorize(shops, order, isSpree) {
  if (!isSpree) {
    await shops.medusaSession(order);
    return {
      method: 'POST',
      path: `/store/carts/${order.cart_id}/complete`,
      headers: shops.caller.asShopper(),
    };
  }
  const session = await shops.session(order);
  const path = `/api/v3/store/orders/${order.id}/payment_sessions/${session.id}/complete`;
  return { method: 'PATCH', path, headers: headersOf(shops, order), body: {} };
}

function create(shops, order, method) {
  const path = `/api/v3/store/orders/${order.id}/payment_sessions`;
  const body = { payment_method_id: method, external_data: { lose: 'create' } };
  return { method: 'POST', path, headers: headersOf(shops, order), body };
}

function headersOf({ store }, { token }) {
  return { 'x-spree-api-key': store.publishable_key, 'x-spree-order-token': token };
}

function say(caller, event) {
  return caller.ok('POST', '/hooks/payment/upgrade_gateway', { body: event });
}

async function eventsIn(client, state) {
  return (await client.query(`SELECT 1 FROM webhook_events WHERE state = $1 AND attempts > 0`, [state])).rows;
}

async function isOpen({ client }, order) {
  const open = `SELECT 1 FROM provider_operations WHERE order_id = $1 AND state = 'requested' AND verb = 'cancel_session'`;
  return (await client.query(open, [uuidOf(order.id)])).rows.length > 0;
}

async function waiting(client) {
  const { rows } = await client.query(
    `SELECT count(*)::int AS count FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'ledger_entries' AND NOT l.granted`,
  );
  return rows[0].count;
}

async function others(client) {
  const { rows } = await client.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  return rows[0].count;
}

/** What is left to a retry rests, as an old open call does: nobody looks it up in these minutes. */
async function rest({ client, orders }, calls) {
  const ids = calls.filter(({ by }) => by === 'retry').map(({ order }) => uuidOf(orders[order].id));
  await client.query(
    `UPDATE provider_operations SET lease_until = now() + interval '4 minutes' WHERE order_id = ANY($1) AND state = 'requested'`,
    [ids],
  );
}
