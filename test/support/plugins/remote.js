// An outsider's plugin in plain JavaScript: a gateway that must be called for every session.
// Its state is in this process' memory; its behavior depends on the session's data: {"remote": "decline" | "lose"}.
const { randomBytes } = require('node:crypto');

const answers = new Map();
const succeeded = (value) => ({ status: 'succeeded', value });

/** One effect and one response per key. */
function once(key, act) {
  if (!answers.has(key)) answers.set(key, act());
  return answers.get(key);
}

function opened(externalId, data) {
  if (data.remote === 'decline')
    return { status: 'declined', code: 'other', message: 'Remote: no session for you' };
  return succeeded({ externalId, data: { ...data, created: true } });
}

const provider = {
  capabilities: {
    id: 'pp_remote_default',
    displayName: 'Remote',
    currencies: 'any',
    testOnly: true,
    sessionRequired: true,
    local: { sessions: false },
    supports: {
      capture: 'many',
      partialCapture: false,
      partialRefund: false,
      cancel: true,
      savedMethods: false,
    },
  },
  async createSession({ operationKey, data }) {
    const answer = once(operationKey, () => opened(`remote_${randomBytes(8).toString('hex')}`, data));
    if (data.remote === 'lose') throw new Error('the connection broke before the response');
    return answer;
  },
  async updateSession({ operationKey, session, data }) {
    return once(operationKey, () => opened(session.externalId, { ...session.data, ...data }));
  },
  async authorize({ operationKey, capture }) {
    const state = capture === 'automatic' ? 'captured' : 'authorized';
    return once(operationKey, () =>
      succeeded({ state, reference: `remote_ch_${operationKey.slice(0, 16)}` }),
    );
  },
  async capture({ operationKey }) {
    return once(operationKey, () => succeeded({ reference: `remote_capture_${operationKey.slice(0, 16)}` }));
  },
  async refund({ operationKey }) {
    const reference = `remote_refund_${operationKey.slice(0, 16)}`;
    return once(operationKey, () => succeeded({ reference, state: 'succeeded' }));
  },
  async cancel({ operationKey }) {
    return once(operationKey, () => succeeded({ reference: `remote_cancel_${operationKey.slice(0, 16)}` }));
  },
  async lookUp({ operationKey }) {
    return answers.get(operationKey) ?? { status: 'never_received' };
  },
};

module.exports = { name: 'remote', providers: [() => provider] };
