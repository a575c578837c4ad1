// Calls of both dialects, and a record of those whose answers are stored.

/** Every call goes to `server.url`, which may be another server later. */
export class Caller {
  answers = [];

  constructor(server, store) {
    this.server = server;
    this.store = store;
  }

  async call(method, path, { headers = {}, body, key } = {}) {
    const sent = { ...headers, ...(key && { 'idempotency-key': key }) };
    const response = await fetch(this.server.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...sent },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const request = { method, path, headers: sent, ...(body !== undefined && { body }) };
    return { request, status: response.status, text, cookie: response.headers.get('set-cookie') };
  }

  /** The answer's body; with a key the answer is one that is stored, and is recorded. */
  async ok(method, path, more = {}) {
    const { request, status, text, cookie } = await this.call(method, path, more);
    const mayBeRefused = more.refused ?? false;
    if (status >= 400 !== mayBeRefused) throw new Error(`${method} ${path}: ${status} ${text}`);
    if (more.key) this.answers.push({ request, status, text });
    return cookie ? { cookie } : jsonIn(text);
  }

  staff(method, path, body, key) {
    return this.ok(method, `/api/v3/admin${path}`, { headers: this.asStaff, body, key });
  }

  office(method, path, body, key) {
    return this.ok(method, `/admin${path}`, { headers: this.asOffice, body, key });
  }

  shop(method, path, body, { key, jwt, refused } = {}) {
    return this.ok(method, `/store${path}`, { headers: this.asShopper(jwt), body, key, refused });
  }

  spree(method, path, body, { key, jwt, token, refused } = {}) {
    const headers = {
      'x-spree-api-key': this.store.publishable_key,
      ...(token && { 'x-spree-order-token': token }),
      ...(jwt && { authorization: `Bearer ${jwt}` }),
    };
    return this.ok(method, `/api/v3/store${path}`, { headers, body, key, refused });
  }

  get asStaff() {
    return { 'x-spree-api-key': this.store.secret_key };
  }

  get asOffice() {
    return { authorization: `Basic ${Buffer.from(`${this.store.secret_key}:`).toString('base64')}` };
  }

  asShopper(jwt) {
    return {
      'x-publishable-api-key': this.store.publishable_key,
      ...(jwt && { authorization: `Bearer ${jwt}` }),
    };
  }
}

/** Null for a hook's bare OK, and for nothing. */
function jsonIn(text) {
  return /^[[{]/.test(text) ? JSON.parse(text) : null;
}
