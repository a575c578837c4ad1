import { declined, done, neverReceived } from '@tandem/provider-kit';

/** @typedef {import('@tandem/provider-kit').PaymentProvider} PaymentProvider */
/** @typedef {import('@tandem/provider-kit').ProviderMoney} ProviderMoney */
/** @typedef {Awaited<ReturnType<import('./acme-client.js').AcmeClient['post']>>} Answer */

// Acme writes amounts as decimals ("110.00"), and takes these.
/** @type {Readonly<Record<string, number>>} */
const DECIMALS = { USD: 2, EUR: 2, JPY: 0, KWD: 3 };

/**
 * @param {ProviderMoney} money
 * @returns {string}
 */
function toDecimal({ minor, currency }) {
  const decimals = DECIMALS[currency] ?? 2;
  const digits = String(minor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** @implements {PaymentProvider} */
export class AcmeProvider {
  /** @type {import('@tandem/provider-kit').ProviderFacts} */
  facts = {
    id: 'pp_acme_default',
    displayName: 'Acme',
    currencies: Object.keys(DECIMALS),
    testOnly: false,
    sessionRequired: true,
    local: { sessions: false },
    supports: { partialCapture: true, partialRefund: true, cancel: true, savedMethods: false },
  };

  /** @param {import('./acme-client.js').AcmeClient} client */
  constructor(client) {
    this.client = client;
  }

  /** @type {PaymentProvider['createSession']} */
  async createSession({ operationKey, sessionId, amount, data }) {
    if (!amount || !(amount.currency in DECIMALS)) {
      return declined('unsupported_currency', 'Acme does not take this currency');
    }
    const body = { amount: toDecimal(amount), currency: amount.currency, session_id: sessionId, data };
    return inWordsOf('create_session', await this.client.post('/intents', body, operationKey));
  }

  /** @type {PaymentProvider['updateSession']} */
  async updateSession({ operationKey, session, amount, data }) {
    const body = { amount: toDecimal(amount), data: { ...session.data, ...data } };
    return inWordsOf(
      'update_session',
      await this.client.post(`/intents/${session.externalId}`, body, operationKey),
    );
  }

  /** @type {PaymentProvider['authorize']} */
  async authorize({ operationKey, session, amount, capture, data }) {
    const card = data['card'] ?? session.data['card'];
    const body = { amount: toDecimal(amount), card, take: capture === 'automatic' };
    return inWordsOf(
      'authorize',
      await this.client.post(`/intents/${session.externalId}/pay`, body, operationKey),
    );
  }

  /** @type {PaymentProvider['capture']} */
  async capture({ operationKey, payment, amount }) {
    return inWordsOf('capture', await this.#move('capture', payment.reference, operationKey, amount));
  }

  /** @type {PaymentProvider['refund']} */
  async refund({ operationKey, payment, amount }) {
    return inWordsOf('refund', await this.#move('refund', payment.reference, operationKey, amount));
  }

  /** @type {PaymentProvider['cancel']} */
  async cancel({ operationKey, payment }) {
    return inWordsOf('cancel', await this.#move('cancel', payment.reference, operationKey));
  }

  /** @type {PaymentProvider['lookUp']} */
  async lookUp({ operationKey, verb }) {
    const answer = await this.client.answerTo(operationKey);
    return answer === null ? neverReceived : inWordsOf(verb, answer);
  }

  /**
   * @param {'capture' | 'refund' | 'cancel'} verb
   * @param {string} charge
   * @param {string} operationKey
   * @param {ProviderMoney} [amount]
   */
  #move(verb, charge, operationKey, amount) {
    const body = amount ? { amount: toDecimal(amount), currency: amount.currency } : {};
    return this.client.post(`/charges/${charge}/${verb}`, body, operationKey);
  }
}

/** What each verb's answer is in the contract's words. A look-up reads the same answer, so it says the same. */
const WORDS = {
  create_session: sessionIn,
  update_session: sessionIn,
  authorize: authorizationIn,
  capture: movedIn,
  refund: movedIn,
  cancel: movedIn,
};

/**
 * @template {keyof typeof WORDS} Verb
 * @param {Verb} verb
 * @param {Answer} answer
 * @returns {import('@tandem/provider-kit').Outcome<ReturnType<(typeof WORDS)[Verb]>>}
 */
function inWordsOf(verb, answer) {
  if ('refused' in answer) return answer.refused;
  if ('unheard' in answer) throw new Error('Acme lost a request while it answered it');
  return done(/** @type {ReturnType<(typeof WORDS)[Verb]>} */ (WORDS[verb](answer)));
}

/** @param {Record<string, unknown> & { id: string }} intent */
function sessionIn({ id, data }) {
  return { externalId: id, data: /** @type {Record<string, unknown>} */ (data) };
}

/**
 * @param {Record<string, unknown> & { id: string }} answer
 * @returns {import('@tandem/provider-kit').Authorization}
 */
function authorizationIn({ id, state, page }) {
  if (state === 'taken') return { state: 'captured', reference: id };
  if (state === 'held') return { state: 'authorized', reference: id };
  if (state === 'confirm') return { state: 'requires_action', data: { acme_page: page } };
  // A word that Acme adds one day is no failure: it is at work, and will be asked.
  return { state: 'processing' };
}

/** @param {{ id: string }} movement */
function movedIn({ id }) {
  return { reference: id };
}
