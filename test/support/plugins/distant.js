// An outsider's remote gateway: its state is a folder (DISTANT_WORLD), so it outlives the servers that call it.
// Servers of one database with separate gateways must use different ids (DISTANT_ID), because any server with the provider
// may call it. It has customers, cancels sessions and sends events. Its behavior depends on the session's data or the customer's
// name: {"distant": "lose" | "keep", "wait": 100, "id": "its id there"}.
const { randomBytes } = require('node:crypto');
const { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');

const succeeded = (value) => ({ status: 'succeeded', value });
const declined = (message) => ({ status: 'declined', code: 'not_cancelable', message });

function worldAt(folder) {
  mkdirSync(folder, { recursive: true });
  const file = (key) => join(folder, `${key}.json`);
  return {
    answer: (key) => (existsSync(file(key)) ? JSON.parse(readFileSync(file(key), 'utf8')) : null),
    /** One effect and one response per key: each effect is logged as a line. */
    once(key, what, act) {
      try {
        writeFileSync(file(key), JSON.stringify(act()), { flag: 'wx' });
        appendFileSync(join(folder, 'diary'), `${what}\n`);
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      return this.answer(key);
    },
    note: (line) => appendFileSync(join(folder, 'diary'), `${line}\n`),
    /** The connection breaks once per key, after the gateway has acted. */
    lose(key) {
      const mark = join(folder, `${key}.lost`);
      if (existsSync(mark)) return;
      writeFileSync(mark, '');
      throw new Error('the connection broke before the response');
    },
  };
}

function holderOf({ id, firstName }) {
  if (firstName === 'Decline')
    return { status: 'declined', code: 'other', message: 'Distant: we do not know you' };
  return succeeded({ externalId: `distant_cus_${id}`, data: { since: 1999 } });
}

/** An event's subjects, with amounts as decimal text because JSON has no bigint. */
const subjectsIn = (about) =>
  JSON.parse(JSON.stringify(about ?? []), (name, value) => (name === 'minor' ? BigInt(value) : value));

function isSigned({ headers, settings }) {
  if (headers['distant-signature'] === 'broken') throw new Error('the check failed');
  return headers['distant-signature'] === (settings.signing_secret ?? 'right');
}

const WRONG = { status: 'refused', reason: 'wrong signature' };

function verifiedIn(event) {
  if (!isSigned(event)) return WRONG;
  try {
    const { id, type } = JSON.parse(event.rawBody.toString('utf8'));
    return { status: 'verified', id, type };
  } catch {
    return { status: 'verified' };
  }
}

/** {"id": "evt_1", "type": "x", "fail": true, "wait": 100, "about": […]}, with the header distant-signature: right */
async function eventIn(event) {
  if (!isSigned(event)) return WRONG;
  const { id, type, fail, wait = 0, about } = JSON.parse(event.rawBody.toString('utf8'));
  await pause(wait);
  if (fail) throw new Error('the parser failed');
  return type === 'boring'
    ? { status: 'ignored', id, type }
    : { status: 'parsed', id, type, about: subjectsIn(about) };
}

/** Results of an outsider's settings check, by the saved secret; any other secret is valid. */
const CHECKS = {
  'throws at once': () => {
    throw new Error('the check failed');
  },
  'throws a string': () => {
    throw 'no';
  },
  rejects: () => Promise.reject(new Error('the check failed')),
  'says nothing': () => undefined,
  'says null': () => Promise.resolve(null),
  'says a word': () => Promise.resolve('ok'),
  'says what is not known': () => Promise.resolve({ status: 'fine' }),
  'is unreachable': () => Promise.resolve({ status: 'unreachable', cause: 'no answer' }),
  'is wrong': () => Promise.resolve({ status: 'invalid', problems: { signing_secret: 'is not known' } }),
  'is wrong without a reason': () => Promise.resolve({ status: 'invalid' }),
  'is wrong, and names nothing': () => Promise.resolve({ status: 'invalid', problems: {} }),
  'is wrong in a number': () => Promise.resolve({ status: 'invalid', problems: { signing_secret: 7 } }),
};

function checkSettings({ settings: { signing_secret: secret } }) {
  const check = Object.hasOwn(CHECKS, secret ?? '')
    ? CHECKS[secret]
    : () => Promise.resolve({ status: 'ok' });
  return check();
}

const capabilities = {
  displayName: 'Distant',
  currencies: 'any',
  testOnly: true,
  sessionRequired: true,
  local: { sessions: false },
  settings: [{ key: 'signing_secret', type: 'password', label: 'Signing secret' }],
  supports: {
    capture: 'many',
    partialCapture: true,
    partialRefund: true,
    cancel: true,
    savedMethods: false,
    accountHolders: true,
  },
};

const sessionsIn = (world) => ({
  async createAccountHolder({ operationKey, customer }) {
    await pause(100);
    const answer = world.once(operationKey, `holder ${customer.id}`, () => holderOf(customer));
    if (customer.firstName === 'Lose') world.lose(operationKey);
    return answer;
  },
  async createSession({ operationKey, data, accountHolder, saveMethod, order }) {
    await pause(data.wait ?? 0);
    world.note(`order ${JSON.stringify({ ...order, saveMethod })}`);
    const externalId = data.id ?? `distant_${randomBytes(8).toString('hex')}`;
    const shown = { ...data, for: accountHolder?.externalId ?? null };
    const answer = world.once(operationKey, `open ${externalId}`, () =>
      succeeded({ externalId, data: shown }),
    );
    if (data.distant === 'lose') world.lose(operationKey);
    return answer;
  },
  async updateSession({ session, data, order }) {
    await pause(data.wait ?? 0);
    world.note(`order ${JSON.stringify(order)}`);
    return succeeded({ externalId: session.externalId, data: { ...session.data, ...data } });
  },
  async cancelSession({ operationKey, session }) {
    await pause(session.data.wait ?? 0);
    const keep = session.data.distant === 'keep';
    const what = `${keep ? 'keep' : 'close'} ${session.externalId}`;
    return world.once(operationKey, what, () =>
      keep ? declined('Distant: already captured') : succeeded({ externalId: session.externalId }),
    );
  },
});

const movementsIn = (world) => {
  const moved = (what) => async (request) =>
    world.once(request.operationKey, `${what} ${request.operationKey}`, () =>
      succeeded({ reference: randomBytes(8).toString('hex') }),
    );
  const refund = async ({ operationKey }) =>
    world.once(operationKey, `refund ${operationKey}`, () =>
      succeeded({ reference: randomBytes(8).toString('hex'), state: 'succeeded' }),
    );
  return {
    async authorize({ operationKey, session }) {
      await pause(session.data.slow ?? 0);
      const what = `authorize ${session.externalId}`;
      if (session.data.distant === 'refuse')
        return { status: 'declined', code: 'card_declined', message: 'Distant: no' };
      return world.once(operationKey, what, () =>
        succeeded({ state: 'authorized', reference: `ch_${operationKey}` }),
      );
    },
    capture: moved('capture'),
    refund,
    cancel: moved('cancel'),
    async lookUp({ operationKey }) {
      return world.answer(operationKey) ?? { status: 'never_received' };
    },
  };
};

function make(env) {
  const world = worldAt(env.DISTANT_WORLD);
  return {
    capabilities: { id: env.DISTANT_ID, ...capabilities },
    ...sessionsIn(world),
    ...movementsIn(world),
    checkSettings,
    verifyEvent: verifiedIn,
    parseEvent: eventIn,
  };
}

module.exports = { name: 'distant', providers: [make] };
