// Saved before a test replaces fetch with one that has a cookie jar.
const realFetch = globalThis.fetch;

/** Fetch with a browser's cookie jar, which Node lacks: it stores received cookies and sends them back. */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  /** The cookies it would send now. */
  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** fetch as a page of `origin` calls it, with credentials. */
  fetchFrom(origin?: string): typeof fetch {
    return async (input, init) => {
      const headers = new Headers(init?.headers);
      if (this.cookies.size > 0) headers.set('cookie', this.header);
      if (origin !== undefined) headers.set('origin', origin);
      const response = await realFetch(input, { ...init, headers });
      this.keepAll(response.headers);
      return response;
    };
  }

  keepAll(headers: Headers): void {
    headers.getSetCookie().forEach((line) => this.keep(line));
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice('expires='.length);
    if (expires !== undefined && Date.parse(expires) <= Date.now()) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
