import type { RequestContext } from '@tandem/context';
import { isOpenTo, withoutPersonalData, type Address, type Order } from '@tandem/orders';
import type { ProviderAddress, ProviderOrder } from '@tandem/provider-kit';

/**
 * The order as a gateway uses it for its dashboard, fraud checks and the bank statement. Personal data is left out for callers who
 * know only the order's id, because the gateway's page may show it to them.
 */
export function gatewayOrder({ caller }: Pick<RequestContext, 'caller'>, order: Order): ProviderOrder {
  const { number, email, shipAddress } = isOpenTo(caller, order) ? order : withoutPersonalData(order);
  const shipping = shipAddress && gatewayAddress(shipAddress);
  return {
    number,
    description: `Order ${number}`,
    ...(email !== null && { email }),
    ...(shipping && { shipping }),
    statementSuffix: number.replace(/[^A-Za-z0-9 -]/g, '').slice(0, 22),
  };
}

/** Null without a name, which gateways require. */
function gatewayAddress(address: Address): ProviderAddress | null {
  const { firstName, lastName, company, stateAbbr, stateName } = address;
  const name = [firstName, lastName].filter(Boolean).join(' ') || company;
  if (!name) return null;
  const parts = {
    phone: address.phone,
    line1: address.address1,
    line2: address.address2,
    city: address.city,
    state: stateAbbr ?? stateName,
    postalCode: address.postalCode,
    country: address.countryIso,
  };
  return { name, ...withoutNulls(parts) };
}

function withoutNulls(parts: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
