/** The demo people's password, which is in the documents: on a server that others can reach nobody logs in with it. */
export const DEMO_PASSWORD = 'tandem-demo';

// The demo people's addresses end so. Nobody else's can (RFC 2606).
const DEMO_EMAIL = /@example\.com$/i;

export function isDemoLogin({ email, password }: { email: string; password: string }): boolean {
  return password === DEMO_PASSWORD && DEMO_EMAIL.test(email);
}
