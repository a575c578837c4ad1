import { toAddress } from './address.mapper';
import { serializeAddress } from './address.serializer';

it('serializes an address with legacy and current field names', () => {
  const address = toAddress('billing_address', {
    firstname: 'Ada',
    last_name: 'Lovelace',
    address1: '1 Main St',
    zipcode: 'N1',
    country_iso: 'gb',
    state_name: 'London',
  });
  expect(serializeAddress(address)).toMatchObject({
    id: expect.stringMatching(/^addr_/),
    firstname: 'Ada',
    first_name: 'Ada',
    lastname: 'Lovelace',
    full_name: 'Ada Lovelace',
    zipcode: 'N1',
    postal_code: 'N1',
    country_iso: 'GB',
    country_name: 'United Kingdom',
    state_text: 'London',
    state_abbr: null,
  });
  expect(serializeAddress(null)).toBeNull();
});

it('refuses a card number and an address without a country', () => {
  expect(() => toAddress('billing_address', { country_iso: 'US', address1: '4111 1111 1111 1111' })).toThrow(
    'must not contain a card number',
  );
  expect(() => toAddress('billing_address', {})).toThrow("can't be blank");
});
