import { declined, succeeded, neverReceived } from '@tandem/provider-kit';
import { problemOf, newsIn } from './acme-events.js';
import { DECIMALS, toDecimal } from './acme-money.js';
import { inWordsOf, paymentIn, subjectsOf } from './acme-words.js';

/** @typedef {import('@tandem/provider-kit').PaymentProvider} PaymentProvider */
/** @typedef {import('@tandem/provider-kit').ProviderMoney} ProviderMoney */

/** @implements {PaymentProvider} */
export class AcmeProvider {
  /** @type {import('@tandem/provider-kit').ProviderCapabilities} */
  capabilities = {
    id: 'pp_acme_default',
    displayName: 'Acme',
    currencies: Object.keys(DECIMALS),
    testOnly: false,
    sessionRequired: true,
    local: { sessions: false },
    // What a store sets for its payment method; the account (ACME_KEY) is the server's.
    settings: [{ key: 'signing_secret', type: 'password', label: 'Signing secret of the webhook' }],
    supports: {
      capture: 'many',
      partialCapture: true,
      partialRefund: true,
      cancel: true,
      savedMethods: false,
    },
  };

  /** @param {import('./acme-client.js').AcmeClient} client */
  constructor(client) {
    this.client = client;
  }

  /** @type {PaymentProvider['createSession']} */
  async createSession({ operationKey, sessionId, amount, capture, data }) {
    if (!amount || !(amount.currency in DECIMALS)) {
      return declined('unsupported_currency', 'Acme does not take this currency');
    }
    const { currency } = amount;
    // A shopper may pay on Acme's page and never come back, so the request says from the start whether to capture.
    const take = capture === 'automatic';
    const body = { amount: toDecimal(amount), currency, take, session_id: sessionId, data };
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

  /** @type {Required<PaymentProvider>['cancelSession']} */
  async cancelSession({ operationKey, session }) {
    return inWordsOf(
      'cancel_session',
      await this.client.post(`/intents/${session.externalId}/close`, {}, operationKey),
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

  /** @type {Required<PaymentProvider>['readPayment']} */
  async readPayment({ payment }) {
    return succeeded(paymentIn(await this.client.intent(payment.externalId)));
  }

  /** @type {Required<PaymentProvider>['verifyEvent']} */
  verifyEvent(event) {
    const doubt = problemOf(event);
    if (doubt !== null) return { status: 'refused', reason: doubt };
    const news = newsIn(event);
    return { status: 'verified', id: news?.id, type: news?.type };
  }

  /** @type {Required<PaymentProvider>['parseEvent']} */
  async parseEvent(event) {
    const doubt = problemOf(event);
    const news = newsIn(event);
    if (doubt !== null || news === null) return { status: 'refused', reason: doubt ?? 'malformed' };
    const { id, type, intent } = news;
    if (typeof intent !== 'string') return { status: 'ignored', id, type };
    return { status: 'parsed', id, type, about: subjectsOf(await this.client.intent(intent)) };
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
