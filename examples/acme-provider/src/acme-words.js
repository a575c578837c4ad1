import { declined, succeeded } from '@tandem/provider-kit';
import { fromDecimal } from './acme-money.js';

/**
 * An intent as Acme stores it, with its captures and refunds.
 * @typedef {object} Intent
 * @property {string} id
 * @property {string} state
 * @property {string} amount
 * @property {string} currency
 * @property {string} [charge]
 * @property {string} [page] where the shopper confirms
 * @property {string} [reason] why their card was refused
 * @property {{ id: string, amount: string }[]} captures
 * @property {{ id: string, amount: string, key: string, state: string }[]} refunds
 */
/** @typedef {import('@tandem/provider-kit').EventSubject} EventSubject */
/**
 * What Acme did, what it refused, or that it never received it.
 * @typedef {{ id: string, state?: unknown, page?: unknown, data?: unknown, captures?: unknown }
 *   | { refused: import('@tandem/provider-kit').Declined } | { unheard: true }} Answer
 */

/** Maps Acme's refusal codes to the contract's; any other becomes `other`. */
const CODES = /** @type {const} */ ({
  card_refused: 'card_declined',
  no_funds: 'insufficient_funds',
  not_confirmed: 'authentication_failed',
  nothing_to_capture: 'not_capturable',
  nothing_to_refund: 'not_refundable',
  nothing_to_cancel: 'not_cancelable',
  paid_already: 'not_cancelable',
});

/** @param {unknown} reason */
export function refusal(reason) {
  const code =
    typeof reason === 'string' && reason in CODES
      ? CODES[/** @type {keyof typeof CODES} */ (reason)]
      : 'other';
  return declined(code, 'Acme did not accept the payment');
}

/** Maps Acme's response to each verb's outcome. A look-up reads the same response, so its outcome is the same. */
const WORDS = {
  create_session: sessionIn,
  update_session: sessionIn,
  cancel_session: closedIn,
  authorize: authorizationIn,
  capture: movedIn,
  refund: refundedIn,
  cancel: movedIn,
};

/**
 * @template {keyof typeof WORDS} Verb
 * @param {Verb} verb
 * @param {Answer} answer
 * @returns {import('@tandem/provider-kit').Outcome<ReturnType<(typeof WORDS)[Verb]>>}
 */
export function inWordsOf(verb, answer) {
  if ('refused' in answer) return answer.refused;
  if ('unheard' in answer) throw new Error('Acme lost a request while answering it');
  return succeeded(/** @type {ReturnType<(typeof WORDS)[Verb]>} */ (WORDS[verb](answer)));
}

/** @param {{ id: string, data?: unknown }} intent */
function sessionIn({ id, data }) {
  return { externalId: id, data: /** @type {Record<string, unknown>} */ (data) };
}

/** @param {{ id: string }} intent */
function closedIn({ id }) {
  return { externalId: id };
}

/**
 * @param {{ id: string, state?: unknown, page?: unknown }} answer
 * @returns {import('@tandem/provider-kit').Authorization}
 */
function authorizationIn({ id, state, page }) {
  if (state === 'taken') return { state: 'captured', reference: id };
  if (state === 'held') return { state: 'authorized', reference: id };
  if (state === 'confirm') return { state: 'requires_action', data: { acme_page: page } };
  if (state === 'open') return { state: 'pending' };
  // A state that Acme adds later is not a failure: the payment is pending, and will be looked up.
  return { state: 'processing' };
}

/** @param {{ id: string }} movement */
function movedIn({ id }) {
  return { reference: id };
}

/**
 * @param {{ id: string }} refund
 * @returns {import('@tandem/provider-kit').Refunded} Acme refunds at once
 */
function refundedIn({ id }) {
  return { reference: id, state: 'succeeded' };
}

/**
 * The state of an intent, as subjects that can be applied twice without effect.
 * @param {Intent} intent
 * @returns {EventSubject[]}
 */
export function subjectsOf(intent) {
  const { id: externalId, state, amount, currency } = intent;
  if (state === 'closed' || state === 'canceled') return [{ about: 'cancellation', externalId }];
  const outcome =
    state === 'refused'
      ? refusal(intent.reason)
      : succeeded(authorizationIn({ ...intent, id: intent.charge ?? '' }));
  return [
    { about: 'session', externalId, amount: fromDecimal(amount, currency), outcome },
    ...captureIn(intent),
    ...refundsIn(intent),
  ];
}

/**
 * The total captured so far of an authorized intent.
 * @param {Intent} intent
 * @returns {EventSubject[]}
 */
function captureIn({ id: externalId, state, captures, currency }) {
  const last = captures.at(-1);
  if (state !== 'held' || !last) return [];
  return [{ about: 'capture', externalId, captured: sumOf(captures, currency), reference: last.id }];
}

/**
 * @param {Intent} intent
 * @returns {EventSubject[]}
 */
function refundsIn({ id: externalId, refunds, currency }) {
  return refunds.map(({ id: reference, key: operationKey, amount, state }) => ({
    about: 'refund',
    externalId,
    reference,
    operationKey,
    amount: fromDecimal(amount, currency),
    state: state === 'sent_back' ? 'failed' : 'succeeded',
  }));
}

/**
 * @param {Intent} intent
 * @returns {import('@tandem/provider-kit').PaymentAtGateway}
 */
export function paymentIn({ state, amount, currency, captures, refunds }) {
  const open = captures.length > 0 ? 'captured' : 'authorized';
  return {
    state: state === 'canceled' ? 'canceled' : open,
    authorized: fromDecimal(amount, currency),
    captured: sumOf(captures, currency),
    refunded: sumOf(
      refunds.filter(({ state }) => state !== 'sent_back'),
      currency,
    ),
  };
}

/**
 * @param {readonly { amount: string }[]} movements
 * @param {string} currency
 */
function sumOf(movements, currency) {
  const minor = movements.reduce((sum, { amount }) => sum + fromDecimal(amount, currency).minor, 0n);
  return { minor, currency };
}
