import type { ProviderAddress, ProviderOrder } from '@tandem/provider-kit';
import type Stripe from 'stripe';

type OrderParams = Pick<
  Stripe.PaymentIntentCreateParams,
  'receipt_email' | 'shipping' | 'statement_descriptor_suffix'
>;

/** Order details that Stripe may refuse and that a payment can do without. */
export function detailsOf(order: ProviderOrder): OrderParams {
  const { email, shipping } = order;
  const suffix = suffixOf(order);
  return {
    ...(email !== undefined && { receipt_email: email }),
    ...(shipping && { shipping: shippingOf(shipping) }),
    ...(suffix !== '' && { statement_descriptor_suffix: suffix }),
  };
}

/** A description that always contains the order's number. */
export function descriptionOf({ number, description }: ProviderOrder): string {
  if (description === undefined) return `Order ${number}`;
  return description.includes(number) ? description : `Order ${number}: ${description}`;
}

/** https://docs.stripe.com/get-started/account/statement-descriptors: Latin, at most 22 characters, one letter at least. */
function suffixOf({ statementSuffix = '' }: ProviderOrder): string {
  const suffix = statementSuffix
    .replace(/[^ -~]|[<>\\'"*]/g, '')
    .slice(0, 22)
    .trim();
  return /[a-z]/i.test(suffix) ? suffix : '';
}

function shippingOf(to: ProviderAddress): Stripe.PaymentIntentCreateParams.Shipping {
  const { name, phone, line1, line2, city, state, postalCode, country } = to;
  const address = { line1, line2, city, state, postal_code: postalCode, country };
  return {
    name,
    ...(phone !== undefined && { phone }),
    address: Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined)),
  };
}
