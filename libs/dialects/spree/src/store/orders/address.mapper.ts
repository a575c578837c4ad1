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
    firstName: orNull(body.first_name ?? body.firstname),
    lastName: orNull(body.last_name ?? body.lastname),
    address1: orNull(body.address1),
    address2: orNull(body.address2),
    city: orNull(body.city),
    postalCode: orNull(body.postal_code ?? body.zipcode),
    phone: orNull(body.phone),
    company: orNull(body.company),
    countryIso: body.country_iso.toUpperCase(),
    stateAbbr: orNull(body.state_abbr),
    stateName: orNull(body.state_name),
  };
}

function orNull(text: string | undefined): string | null {
  return text ?? null;
}
