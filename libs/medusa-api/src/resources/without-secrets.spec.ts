import { withoutSecrets } from './without-secrets';

it('leaves out every secret, however deep it stands', () => {
  const secrets = { client_secret: 's', ephemeralKeySecret: 's' };
  expect(
    withoutSecrets({ ...secrets, a: 1, b: null, c: { ...secrets, d: [{ ...secrets, e: 'x' }, 2] } }),
  ).toEqual({ a: 1, b: null, c: { d: [{ e: 'x' }, 2] } });
});
