import { withoutSecrets } from './without-secrets';

it('leaves out every secret, however deeply nested', () => {
  const secrets = { client_secret: 's', ephemeralKeySecret: 's', client_token: 's', ephemeralKey: 's' };
  expect(
    withoutSecrets({ ...secrets, a: 1, b: null, c: { ...secrets, d: [{ ...secrets, e: 'x' }, 2] } }),
  ).toEqual({ a: 1, b: null, c: { d: [{ e: 'x' }, 2] } });
});

it('leaves out a URL that contains a secret', () => {
  const url = 'https://hooks.stripe.com/redirect/src_1?client_secret=src_client_secret_2';
  expect(withoutSecrets({ next: { url, type: 'x' }, all: [url, 'y'], intent: 'pi_1_secret_2' })).toEqual({
    next: { type: 'x' },
    all: ['y'],
  });
});
