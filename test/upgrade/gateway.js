// A gateway with no memory: what it answers follows from the call alone, so a database made years ago can be carried on with it.
// A session's data says what it does: {"id": "its id there", "lose": "create" | "update" | "cancel"}: that answer is lost while
// the database is made (UPGRADE_LOSES); a look-up knows the outcome.
// Its events are in words of its own: {"id", "type", "about": [{"session": "its id", "authorized": "11000"}]}.
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

const answering =
  (loses) =>
  (verb, { lose }, value) => {
    if (loses && lose === verb) throw new Error('the line broke before the answer');
    return succeeded(value);
  };

const sessionsWith = (answer) => ({
  createSession: ({ operationKey, data }) =>
    answer('create', data, { externalId: data.id ?? idOf(operationKey), data }),
  updateSession: ({ session, data }) =>
    answer('update', data, { externalId: session.externalId, data: { ...session.data, ...data } }),
  cancelSession: ({ session }) => answer('cancel', session.data, { externalId: session.externalId }),
});

const payments = {
  authorize: ({ session }) => succeeded({ state: 'authorized', reference: chargeOf(session.externalId) }),
  capture: ({ operationKey }) => succeeded({ reference: idOf(operationKey) }),
  refund: ({ operationKey }) => succeeded({ reference: idOf(operationKey), state: 'succeeded' }),
  cancel: ({ operationKey }) => succeeded({ reference: idOf(operationKey) }),
};

/** It heard everything; what it is asked about is never money here, for its charges are told of by events. */
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
      const sessions = sessionsWith(answering(env.UPGRADE_LOSES === '1'));
      return { capabilities, ...sessions, ...payments, ...events, lookUp };
    },
  ],
};
