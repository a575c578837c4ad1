// A small fake of Acme's gateway, in memory: `node test/gateway.js` prints its address. The test starts it in its own process.
import { createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

export const KEY = 'acme-test-key-8f3c1d';

const intents = new Map();
const charges = new Map();
const answers = new Map();

/** The fault of the next request; set by the test. */
export const next = { fault: '' };

const newId = (kind) => `acme_${kind}_${randomBytes(8).toString('hex')}`;
const ok = (body) => ({ status: 200, body });
const refuse = (reason) => ({ status: 402, body: { reason } });

// Acme keeps its balances in thousandths, whatever the currency.
const thousandths = (decimal) => BigInt(Math.round(Number(decimal) * 1000));

function open({ amount, currency, take, data }) {
  const asked = { amount, currency, take, data };
  const intent = { id: newId('intent'), state: 'open', ...asked, captures: [], refunds: [] };
  intents.set(intent.id, intent);
  return ok({ id: intent.id, data });
}

function change(intent, { amount, data }) {
  if (intent.charge) return refuse('paid_already');
  Object.assign(intent, { amount, data });
  return ok({ id: intent.id, data });
}

function close(intent) {
  if (intent.charge) return refuse('paid_already');
  intent.state = 'closed';
  return ok({ id: intent.id });
}

function pay(intent, { amount, card, take }) {
  const { charge, state } = intent;
  if (charge) return ok({ id: charge, state });
  if (state === 'closed') return refuse('closed');
  return objection(intent, card) ?? charged(intent, amount, take);
}

function objection(intent, card) {
  const { id, confirmed } = intent;
  if (confirmed === false) return fail(intent, 'not_confirmed');
  if (card === 'tok_refused') return fail(intent, 'no_funds');
  if (card !== 'tok_confirm' || confirmed) return null;
  Object.assign(intent, { state: 'confirm', page: `/confirm/${id}` });
  return ok({ id, state: intent.state, page: intent.page });
}

function fail(intent, reason) {
  Object.assign(intent, { state: 'refused', reason });
  return refuse(reason);
}

function charged(intent, amount, take) {
  const held = thousandths(amount);
  const { currency } = intent;
  const charge = { id: newId('charge'), intent, currency, held, taken: take ? held : 0n, back: 0n };
  charges.set(charge.id, charge);
  Object.assign(intent, { charge: charge.id, amount, state: take ? 'taken' : 'held' });
  if (take) intent.captures.push({ id: charge.id, amount });
  return ok({ id: charge.id, state: intent.state });
}

const MOVES = {
  capture(charge, { amount, currency }) {
    const sum = thousandths(amount);
    if (charge.gone || currency !== charge.currency || sum <= 0n || charge.taken + sum > charge.held)
      return refuse('nothing_to_capture');
    const id = newId('capture');
    charge.taken += sum;
    charge.intent.captures.push({ id, amount });
    return ok({ id });
  },
  refund(charge, { amount, currency }, key) {
    const sum = thousandths(amount);
    if (currency !== charge.currency || sum <= 0n || charge.back + sum > charge.taken)
      return refuse('nothing_to_refund');
    const id = newId('refund');
    charge.back += sum;
    charge.intent.refunds.push({ id, key, amount, state: 'sent' });
    return ok({ id });
  },
  cancel(charge) {
    if (charge.gone || charge.taken === charge.held) return refuse('nothing_to_cancel');
    charge.gone = true;
    if (charge.taken === 0n) charge.intent.state = 'canceled';
    return ok({ id: newId('cancel') });
  },
};

const NOT_THERE = { status: 404, body: { error: 'no such thing' } };

function carryOut(path, body, key) {
  const [, kind, id, verb] = path.split('/');
  if (kind === 'charges') {
    const charge = charges.get(id);
    return charge && Object.hasOwn(MOVES, verb) ? MOVES[verb](charge, body, key) : NOT_THERE;
  }
  if (kind !== 'intents') return NOT_THERE;
  return id === undefined ? open(body) : aboutIntent(intents.get(id), verb, body);
}

function aboutIntent(intent, verb, body) {
  if (!intent) return NOT_THERE;
  if (verb === 'close') return close(intent);
  return verb === 'pay' ? pay(intent, body) : change(intent, body);
}

/** A repeated key has no second effect and gets the same response; with a different request it is an error. */
function once(key, path, text) {
  const request = `${path} ${text}`;
  const before = answers.get(key);
  if (before) return before.request === request ? before : { status: 409, body: { error: 'key used' } };
  const answer = { request, ...carryOut(path, JSON.parse(text), key) };
  answers.set(key, answer);
  return answer;
}

function answerTo({ method, url, headers }, text) {
  const [, kind, id] = url.split('/');
  // The shopper's browser has no key.
  if (kind === 'page') return intents.has(id) ? payOnPage(id, JSON.parse(text).card) : NOT_THERE;
  if (headers.authorization !== `Bearer ${KEY}`) return { status: 401, body: { error: 'who are you' } };
  if (kind === 'requests') return answers.get(id) ?? { status: 404, body: { error: 'never_heard' } };
  if (method === 'GET') return intents.has(id) ? ok(intents.get(id)) : NOT_THERE;
  return once(headers['idempotency-key'], url, text);
}

async function serve(request, response) {
  const { fault } = next;
  next.fault = '';
  if (fault === 'cut before') return request.socket.destroy();
  let text = '';
  for await (const chunk of request) text += chunk;
  const { status, body } = answerTo(request, text);
  if (fault === 'silent') return;
  if (fault === 'cut after') return request.socket.destroy();
  if (fault === 'odd') return response.writeHead(200).end('<html>Bad gateway</html>');
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export async function startGateway() {
  const server = createServer((request, response) => void serve(request, response));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, stop };
}

/** The shopper, on Acme's page: `POST /page/<intent>` with {"card": "tok_good"}. */
export function payOnPage(intentId, card) {
  const intent = intents.get(intentId);
  return pay(intent, { amount: intent.amount, take: intent.take, card });
}

export function confirm(intentId, isConfirmed) {
  intents.get(intentId).confirmed = isConfirmed;
}

/** The shopper's bank returns a refund, days later. */
export function sendBack(intentId, refundId) {
  const { charge, refunds } = intents.get(intentId);
  const refund = refunds.find(({ id }) => id === refundId);
  refund.state = 'sent_back';
  charges.get(charge).back -= thousandths(refund.amount);
}

/** Sends an event to the hook: an intent has changed. */
export function news(type, intent) {
  return JSON.stringify({ id: newId('event'), type, intent });
}

export function sign(body, at, secret) {
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return { 'acme-signature': `t=${seconds},s=${signature}` };
}

/** Acme's own record of a charge, in thousandths. */
export function balancesOf(chargeId) {
  return charges.get(chargeId);
}

if (process.argv[1]?.endsWith('gateway.js')) console.log((await startGateway()).url);
