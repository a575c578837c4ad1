import type {
  CreateAccountHolderRequest,
  ProviderAccountHolder,
  ProviderCustomer,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { UnexpectedObject, OPERATION } from './stripe-objects';
import { isRefusedRequest } from './stripe-refusals';

// Stripe's maximum lengths (https://docs.stripe.com/api/customers/create).
const MAX_LENGTHS = { name: 256, phone: 20, email: 512 } as const;

type Profile = Pick<Stripe.CustomerCreateParams, 'email' | 'name' | 'phone'>;

/**
 * Creates a customer from the known details. Payment must not fail because Stripe refuses a detail: too long values
 * are cut, then everything but the email is omitted, then the email too.
 */
export async function createCustomer(
  stripe: Stripe,
  { operationKey, customer }: CreateAccountHolderRequest,
): Promise<ProviderAccountHolder> {
  const { id, metadata } = await createWith(stripe, profilesOf(customer), { operationKey, customer });
  // Otherwise one customer would see another's cards.
  if (metadata['tandem_customer'] !== customer.id) throw new UnexpectedObject();
  return { externalId: id, data: {} };
}

/** Each attempt has its own key derived from the operation's, so that retries return the same responses. */
async function createWith(
  stripe: Stripe,
  [[suffix, profile], ...others]: Attempts,
  of: Pick<CreateAccountHolderRequest, 'operationKey' | 'customer'>,
): Promise<Stripe.Customer> {
  const { operationKey, customer } = of;
  const metadata = { [OPERATION]: operationKey, tandem_customer: customer.id };
  try {
    return await stripe.customers.create(
      { ...profile, metadata },
      { idempotencyKey: `${operationKey}${suffix}` },
    );
  } catch (error) {
    const [next, ...rest] = others;
    if (next === undefined || !isRefusedRequest(error)) throw error;
    return createWith(stripe, [next, ...rest], of);
  }
}

type Attempt = readonly [suffix: string, profile: Profile];
type Attempts = readonly [Attempt, ...Attempt[]];

function profilesOf({ email: address, firstName, lastName, phone: number }: ProviderCustomer): Attempts {
  const name = cut([firstName, lastName].filter(Boolean).join(' '), MAX_LENGTHS.name);
  const phone = cut(number ?? '', MAX_LENGTHS.phone);
  // A truncated email would be someone else's address.
  const email = address.length <= MAX_LENGTHS.email ? { email: address } : {};
  return [
    ['', { ...email, ...(name && { name }), ...(phone && { phone }) }],
    ['-email', email],
    ['-unnamed', {}],
  ];
}

/** Never cuts a surrogate pair. */
function cut(text: string, max: number): string {
  return text.length <= max
    ? text
    : text
        .slice(0, max)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim();
}
