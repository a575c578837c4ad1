import { formatBase58 } from '@tandem/ids';
import type { Address } from '@tandem/orders';
import { fullName } from '../../full-name';

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** Spree's address, with legacy and current field names. */
export function serializeAddress(address: Address | null): Record<string, unknown> | null {
  if (address === null) return null;
  const { firstName, lastName, postalCode, countryIso, stateAbbr, stateName } = address;
  return {
    id: formatBase58('addr', address.id),
    firstname: firstName,
    first_name: firstName,
    lastname: lastName,
    last_name: lastName,
    full_name: fullName(firstName, lastName),
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    zipcode: postalCode,
    postal_code: postalCode,
    phone: address.phone,
    company: address.company,
    country_name: countryIso && (countries.of(countryIso) ?? countryIso),
    country_iso: countryIso,
    state_text: stateAbbr ?? stateName,
    state_abbr: stateAbbr,
    state_name: stateName,
    quick_checkout: false,
    is_default_billing: false,
    is_default_shipping: false,
  };
}
