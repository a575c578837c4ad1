import { UnclearResponse } from '@tandem/provider-kit';
import { refusal } from './acme-words.js';

/** Transport only: returns what Acme did or refused; anything else is an UnclearResponse. */
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
   * @param {string} operationKey the same for each attempt, so that Acme recognizes a repeat
   */
  post(path, body, operationKey) {
    return this.#send(
      path,
      { method: 'POST', body: JSON.stringify(body) },
      { 'idempotency-key': operationKey },
    );
  }

  /**
   * Acme's response to a key; null if Acme never received it.
   * @param {string} operationKey
   */
  async answerTo(operationKey) {
    const answer = await this.#send(`/requests/${operationKey}`, { method: 'GET' });
    return 'unheard' in answer ? null : answer;
  }

  /**
   * The current state of an intent.
   * @param {string} id
   */
  async intent(id) {
    const answer = await this.#send(`/intents/${encodeURIComponent(id)}`, { method: 'GET' });
    if (!('captures' in answer)) throw new UnclearResponse('Acme does not say which state the intent is in');
    return /** @type {import('./acme-words.js').Intent} */ (/** @type {unknown} */ (answer));
  }

  /**
   * @param {string} path
   * @param {RequestInit} request
   * @param {Record<string, string>} headers
   * @returns {Promise<import('./acme-words.js').Answer>}
   */
  async #send(path, request, headers = {}) {
    const response = await fetch(this.url + path, {
      ...request,
      headers: { ...headers, authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(this.limitMs),
    });
    const body = /** @type {Record<string, unknown>} */ (await response.json());
    if (response.status === 402) return { refused: refusal(body['reason']) };
    if (response.status === 200 && typeof body['id'] === 'string') return { ...body, id: body['id'] };
    if (response.status === 404 && body['error'] === 'never_heard') return { unheard: true };
    throw new UnclearResponse(`Acme answered ${response.status}`);
  }
}
