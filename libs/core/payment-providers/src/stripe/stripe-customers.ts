import type {
  CreateAccountHolderRequest,
  ProviderAccountHolder,
  ProviderCustomer,
} from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { NotWhatWasAsked, OPERATION } from './stripe-objects';
import { isRefusedRequest } from './stripe-refusals';

// The longest that Stripe takes (https://docs.stripe.com/api/customers/create).
const LONGEST = { name: 256, phone: 20, email: 512 } as const;

type Profile = Pick<Stripe.CustomerCreateParams, 'email' | 'name' | 'phone'>;

/**
 * Makes a customer, with what is known of them and no more. What Stripe will not have of a profile is no reason not to be paid: it
 * is cut, then all but the email is left out, then that too.
 */
export async function createCustomer(
  stripe: Stripe,
  { operationKey, customer }: CreateAccountHolderRequest,
): Promise<ProviderAccountHolder> {
  const { id, metadata } = await createWith(stripe, profilesOf(customer), { operationKey, customer });
  // Another's cards would be shown to this one.
  if (metadata['tandem_customer'] !== customer.id) throw new NotWhatWasAsked();
  return { externalId: id, data: {} };
}

/** Each try has a key of its own, derived from the operation's: asked again, every one of them is answered as before. */
async function createWith(
  stripe: Stripe,
  [[suffix, profile], ...others]: Tries,
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

type Try = readonly [suffix: string, profile: Profile];
type Tries = readonly [Try, ...Try[]];

function profilesOf({ email: address, firstName, lastName, phone: number }: ProviderCustomer): Tries {
  const name = cut([firstName, lastName].filter(Boolean).join(' '), LONGEST.name);
  const phone = cut(number ?? '', LONGEST.phone);
  // A part of an email is another's.
  const email = address.length <= LONGEST.email ? { email: address } : {};
  return [
    ['', { ...email, ...(name && { name }), ...(phone && { phone }) }],
    ['-email', email],
    ['-unnamed', {}],
  ];
}

/** Never in the middle of a character. */
function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : text
        .slice(0, most)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim();
}
