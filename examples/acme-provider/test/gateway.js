// A little gateway of Acme's, in memory: `node test/gateway.js` prints its address. The test starts it in its own process.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

export const KEY = 'acme-test-key-8f3c1d';

const intents = new Map();
const charges = new Map();
const answers = new Map();

/** What goes wrong with the next request; the test sets it. */
export const next = { fault: '' };

const newId = (kind) => `acme_${kind}_${randomBytes(8).toString('hex')}`;
const ok = (body) => ({ status: 200, body });
const refuse = (reason) => ({ status: 402, body: { reason } });

// Acme keeps its books in thousandths, whatever the currency.
const thousandths = (decimal) => BigInt(Math.round(Number(decimal) * 1000));

function open({ amount, currency, data }) {
  const intent = { id: newId('intent'), amount, currency, data };
  intents.set(intent.id, intent);
  return ok(intent);
}

function change(intent, { amount, data }) {
  return ok(Object.assign(intent, { amount, data }));
}

function pay(intent, { amount, card, take }) {
  if (card === 'tok_refused') return refuse('no_funds');
  if (card === 'tok_confirm' && intent.confirmed === undefined)
    return ok({ id: intent.id, state: 'confirm', page: `/confirm/${intent.id}` });
  if (intent.confirmed === false) return refuse('not_confirmed');
  const held = thousandths(amount);
  const charge = { id: newId('charge'), currency: intent.currency, held, taken: take ? held : 0n, back: 0n };
  charges.set(charge.id, charge);
  return ok({ id: charge.id, state: take ? 'taken' : 'held' });
}

const MOVES = {
  capture(charge, { amount, currency }) {
    const sum = thousandths(amount);
    if (charge.gone || currency !== charge.currency || sum <= 0n || charge.taken + sum > charge.held)
      return refuse('nothing_to_capture');
    charge.taken += sum;
    return ok({ id: newId('capture') });
  },
  refund(charge, { amount, currency }) {
    const sum = thousandths(amount);
    if (currency !== charge.currency || sum <= 0n || charge.back + sum > charge.taken)
      return refuse('nothing_to_refund');
    charge.back += sum;
    return ok({ id: newId('refund') });
  },
  cancel(charge) {
    if (charge.gone || charge.taken > 0n) return refuse('nothing_to_cancel');
    charge.gone = true;
    return ok({ id: newId('cancel') });
  },
};

const NOT_THERE = { status: 404, body: { error: 'no such thing' } };

function carryOut(path, body) {
  const [, kind, id, verb] = path.split('/');
  if (kind === 'charges') {
    const charge = charges.get(id);
    return charge && Object.hasOwn(MOVES, verb) ? MOVES[verb](charge, body) : NOT_THERE;
  }
  if (kind !== 'intents') return NOT_THERE;
  return id === undefined ? open(body) : aboutIntent(intents.get(id), verb, body);
}

function aboutIntent(intent, verb, body) {
  if (!intent) return NOT_THERE;
  return verb === 'pay' ? pay(intent, body) : change(intent, body);
}

/** The same key has one effect and one answer; with another request it is an error. */
function once(key, path, text) {
  const request = `${path} ${text}`;
  const before = answers.get(key);
  if (before) return before.request === request ? before : { status: 409, body: { error: 'key used' } };
  const answer = { request, ...carryOut(path, JSON.parse(text)) };
  answers.set(key, answer);
  return answer;
}

function answerTo(request, text) {
  if (request.headers.authorization !== `Bearer ${KEY}`)
    return { status: 401, body: { error: 'who are you' } };
  const [, kind, id] = request.url.split('/');
  if (kind === 'requests') return answers.get(id) ?? { status: 404, body: { error: 'never_heard' } };
  return once(request.headers['idempotency-key'], request.url, text);
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

/** The shopper, on Acme's page. */
export function confirm(intentId, isConfirmed) {
  intents.get(intentId).confirmed = isConfirmed;
}

/** What Acme itself says of a charge, in thousandths. */
export function booksOf(chargeId) {
  return charges.get(chargeId);
}

if (process.argv[1]?.endsWith('gateway.js')) console.log((await startGateway()).url);
