// An outsider's gateway that saves cards, in plain JavaScript. Its state is in this process' memory; its behavior depends on
// the request's data: {"vault": "decline" | "lose" | "leak" | "slow" | "challenge", "profile": "a", "wait": 100}.
const { setTimeout: pause } = require('node:timers/promises');

const answers = new Map();
const sent = new Map();
const kept = new Set();
const asked = new Map();
const lost = new Set();
const succeeded = (value) => ({ status: 'succeeded', value });

/** One effect and one response per key; another request with the key is an error (Stripe's rule). */
function once(key, request, act) {
  const fingerprint = JSON.stringify(request);
  if ((sent.get(key) ?? fingerprint) !== fingerprint) throw new Error('the key was used for another request');
  sent.set(key, fingerprint);
  if (!answers.has(key)) answers.set(key, act());
  return answers.get(key);
}

/** The connection breaks once for each thing: the gateway has acted, and its response is lost. */
function loseOnce(what) {
  if (lost.has(what)) return;
  lost.add(what);
  throw new Error('the connection broke before the response');
}

function timesAsked(externalId) {
  asked.set(externalId, (asked.get(externalId) ?? 0) + 1);
  return asked.get(externalId);
}

/** What the vault responds once, or always, instead of saving. */
const ANSWERS = {
  decline: () => ({ status: 'declined', code: 'card_declined', message: 'Vault: no' }),
  leak: () => succeeded({ state: 'requires_action', data: { echo: '4242424242424242' } }),
  slow: (first) => first && succeeded({ state: 'processing' }),
  challenge: (first) => first && succeeded({ state: 'requires_action', data: { go: 'there' } }),
};

async function save({ externalId }, { vault, profile = externalId, wait = 0 }) {
  const first = timesAsked(externalId) === 1;
  await pause(wait);
  const answer = ANSWERS[vault]?.(first);
  if (answer) return answer;
  const profileId = `vault_${profile}`;
  kept.add(profileId);
  return succeeded({
    state: 'saved',
    method: { profileId, brand: 'visa', last4: '1881', month: 1, year: 2031, name: null },
  });
}

const provider = {
  capabilities: {
    id: 'pp_vault_default',
    displayName: 'Vault',
    currencies: 'any',
    testOnly: true,
    sessionRequired: true,
    local: { sessions: false },
    supports: {
      capture: 'many',
      partialCapture: true,
      partialRefund: true,
      cancel: true,
      savedMethods: true,
    },
  },
  async createSetupSession({ operationKey, setupSessionId, data }) {
    const externalId = `seti_${setupSessionId}`;
    const answer = once(operationKey, { setupSessionId, data }, () =>
      succeeded({ externalId, clientSecret: 's', data: { kept: [...kept] } }),
    );
    if (data.vault === 'lose') loseOnce(data.profile);
    return answer;
  },
  // The first request with a key decides.
  async completeSetupSession({ operationKey, setupSession, data }) {
    const { externalId } = setupSession;
    const answer = await once(operationKey, { externalId }, () => save(setupSession, data));
    if (data.vault === 'lose') loseOnce(externalId);
    return answer;
  },
  async detachSavedMethod({ operationKey, profileId }) {
    const answer = once(
      operationKey,
      { profileId },
      () => kept.delete(profileId) && succeeded({ profileId }),
    );
    if (profileId.includes('lose')) loseOnce(`detach ${profileId}`);
    return answer || succeeded({ profileId });
  },
  async createSession({ operationKey, sessionId, data, savedMethod }) {
    const session = { externalId: `pi_${sessionId}`, data: { ...data, paid_by: savedMethod?.profileId } };
    return once(operationKey, { sessionId }, () => succeeded(session));
  },
  async updateSession({ session, data }) {
    return succeeded({ externalId: session.externalId, data: { ...session.data, ...data } });
  },
  async authorize({ operationKey }) {
    return once(operationKey, {}, () => succeeded({ state: 'authorized', reference: `ch_${operationKey}` }));
  },
  async capture({ operationKey }) {
    return once(operationKey, {}, () => succeeded({ reference: `capture_${operationKey}` }));
  },
  async refund({ operationKey }) {
    return once(operationKey, {}, () =>
      succeeded({ reference: `refund_${operationKey}`, state: 'succeeded' }),
    );
  },
  async cancel({ operationKey }) {
    return once(operationKey, {}, () => succeeded({ reference: `cancel_${operationKey}` }));
  },
  async lookUp({ operationKey }) {
    return answers.get(operationKey) ?? { status: 'never_received' };
  },
};

module.exports = { name: 'vault', providers: [() => provider] };
