import { declined, UnclearAnswer } from '@tandem/provider-kit';

/** Acme's words for a refusal, in ours; any other is `other`. */
const CODES = /** @type {const} */ ({
  card_refused: 'card_declined',
  no_funds: 'insufficient_funds',
  not_confirmed: 'authentication_failed',
  nothing_to_capture: 'not_capturable',
  nothing_to_refund: 'not_refundable',
  nothing_to_cancel: 'not_cancelable',
});

/** Transport alone: what Acme did, what it refused, and whatever else is an UnclearAnswer. */
export class AcmeClient {
  /** @param {{ url: string, key: string, limitMs: number }} settings */
  constructor({ url, key, limitMs }) {
    this.url = url;
    this.key = key;
    this.limitMs = limitMs;
  }

  /**
   * @param {string} path
   * @param {object} body
   * @param {string} operationKey the same for each try, so that Acme knows a repeat
   */
  post(path, body, operationKey) {
    return this.#send(
      path,
      { method: 'POST', body: JSON.stringify(body) },
      { 'idempotency-key': operationKey },
    );
  }

  /**
   * What Acme answered to a key; null when it never heard of it.
   * @param {string} operationKey
   */
  async answerTo(operationKey) {
    const answer = await this.#send(`/requests/${operationKey}`, { method: 'GET' });
    return 'unheard' in answer ? null : answer;
  }

  /**
   * @param {string} path
   * @param {RequestInit} request
   * @param {Record<string, string>} headers
   */
  async #send(path, request, headers = {}) {
    const response = await fetch(this.url + path, {
      ...request,
      headers: { ...headers, authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(this.limitMs),
    });
    const body = /** @type {Record<string, unknown>} */ (await response.json());
    if (response.status === 402) return refusal(body);
    if (response.status === 200 && typeof body['id'] === 'string') return { ...body, id: body['id'] };
    if (response.status === 404 && body['error'] === 'never_heard') return { unheard: true };
    throw new UnclearAnswer(`Acme answered ${response.status}`);
  }
}

/** @param {Record<string, unknown>} body */
function refusal({ reason }) {
  const code =
    typeof reason === 'string' && reason in CODES
      ? CODES[/** @type {keyof typeof CODES} */ (reason)]
      : 'other';
  return { refused: declined(code, 'Acme did not accept the payment') };
}
