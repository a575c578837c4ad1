import { newId } from '@tandem/ids';
import type { Address } from '@tandem/orders';
import { containsCardNumber } from '@tandem/provider-kit';
import { FieldInvalid } from '../../errors/spree-errors';
import type { AddressDto } from './address.dto';

/** @throws FieldInvalid */
export function toAddress(field: string, body: AddressDto): Address {
  if (containsCardNumber({ ...body, phone: undefined })) {
    throw new FieldInvalid(field, 'must not contain a card number');
  }
  if (!body.country_iso) throw new FieldInvalid(`${field}.country_iso`, "can't be blank");
  return {
    id: newId(),
    firstName: given(body.first_name ?? body.firstname),
    lastName: given(body.last_name ?? body.lastname),
    address1: given(body.address1),
    address2: given(body.address2),
    city: given(body.city),
    postalCode: given(body.postal_code ?? body.zipcode),
    phone: given(body.phone),
    company: given(body.company),
    countryIso: body.country_iso.toUpperCase(),
    stateAbbr: given(body.state_abbr),
    stateName: given(body.state_name),
  };
}

function given(text: string | undefined): string | null {
  return text ?? null;
}
