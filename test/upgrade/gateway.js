// A stateless gateway: its responses depend on the call alone, so it also serves a database created long ago.
// A session's data controls it: {"id": "its id at the gateway", "lose": "create" | "update" | "cancel"}: the response to that
// call is lost while the database is created (UPGRADE_LOSES), and a look-up returns the outcome.
// Its events have a format of their own: {"id", "type", "about": [{"session": "its id", "authorized": "11000"}]}.
const succeeded = (value) => ({ status: 'succeeded', value });

const capabilities = {
  id: 'pp_upgrade_gateway',
  displayName: 'Upgrade gateway',
  currencies: 'any',
  testOnly: true,
  sessionRequired: true,
  local: { sessions: false },
  settings: [],
  supports: {
    capture: 'many',
    partialCapture: true,
    partialRefund: true,
    cancel: true,
    savedMethods: false,
    accountHolders: false,
  },
};

const idOf = (key) => `up_${key.slice(0, 16)}`;
const chargeOf = (externalId) => `ch_${externalId}`;

const responding =
  (loses) =>
  (verb, { lose }, value) => {
    if (loses && lose === verb) throw new Error('the connection broke before the response');
    return succeeded(value);
  };

const sessionsWith = (respond) => ({
  createSession: ({ operationKey, data }) =>
    respond('create', data, { externalId: data.id ?? idOf(operationKey), data }),
  updateSession: ({ session, data }) =>
    respond('update', data, { externalId: session.externalId, data: { ...session.data, ...data } }),
  cancelSession: ({ session }) => respond('cancel', session.data, { externalId: session.externalId }),
});

const payments = {
  authorize: ({ session }) => succeeded({ state: 'authorized', reference: chargeOf(session.externalId) }),
  capture: ({ operationKey }) => succeeded({ reference: idOf(operationKey) }),
  refund: ({ operationKey }) => succeeded({ reference: idOf(operationKey), state: 'succeeded' }),
  cancel: ({ operationKey }) => succeeded({ reference: idOf(operationKey) }),
};

/** Session calls were always received. Payments are only reported by events, so a look-up of one finds nothing. */
function lookUp({ operationKey, verb, externalId }) {
  if (verb === 'create_session') return succeeded({ externalId: idOf(operationKey), data: {} });
  if (verb === 'update_session') return succeeded({ externalId, data: { looked: 'up' } });
  if (verb === 'cancel_session') return succeeded({ externalId });
  return { status: 'never_received' };
}

const subjectOf = ({ session, authorized }) => ({
  about: 'session',
  externalId: session,
  amount: { minor: BigInt(authorized), currency: 'USD' },
  outcome: succeeded({ state: 'authorized', reference: chargeOf(session) }),
});

const read = ({ rawBody }) => JSON.parse(Buffer.from(rawBody).toString('utf8'));

const events = {
  verifyEvent(event) {
    const { id, type } = read(event);
    return { status: 'verified', id, type };
  },
  parseEvent(event) {
    const { id, type, about = [] } = read(event);
    if (type === 'boring') return { status: 'ignored', id, type };
    return { status: 'parsed', id, type, about: about.map(subjectOf) };
  },
};

module.exports = {
  name: 'upgrade-gateway',
  providers: [
    (env) => {
      const sessions = sessionsWith(responding(env.UPGRADE_LOSES === '1'));
      return { capabilities, ...sessions, ...payments, ...events, lookUp };
    },
  ],
};
