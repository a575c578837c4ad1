/** The demo accounts' password. It is in the documentation, so a public server refuses it. */
export const DEMO_PASSWORD = 'tandem-demo';

// The demo accounts' emails end like this; no real address can (RFC 2606).
const DEMO_EMAIL = /@example\.com$/i;

export function isDemoLogin({ email, password }: { email: string; password: string }): boolean {
  return password === DEMO_PASSWORD && DEMO_EMAIL.test(email);
}
