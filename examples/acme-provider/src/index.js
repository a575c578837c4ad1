import { requiredSetting } from '@tandem/provider-kit';
import { AcmeClient } from './acme-client.js';
import { AcmeProvider } from './acme-provider.js';

/** @type {import('@tandem/provider-kit').TandemPlugin} */
export default {
  name: 'acme-provider',
  compatibility: '^0.2.0',
  providers: [
    (env) =>
      new AcmeProvider(
        new AcmeClient({
          url: requiredSetting(env, 'ACME_URL'),
          key: requiredSetting(env, 'ACME_KEY'),
          // Below the server's 10 s, so that we close the connection first.
          limitMs: 8_000,
        }),
      ),
  ],
};
