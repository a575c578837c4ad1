import type { CreateAccountHolderRequest, ProviderAccountHolder } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { NotWhatWasAsked, OPERATION } from './stripe-intents';

/** Makes a customer (https://docs.stripe.com/api/customers), with what is known of them and no more. */
export async function createCustomer(
  stripe: Stripe,
  { operationKey, customer }: CreateAccountHolderRequest,
): Promise<ProviderAccountHolder> {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(' ');
  const { id, metadata } = await stripe.customers.create(
    {
      email: customer.email,
      ...(name && { name }),
      ...(customer.phone && { phone: customer.phone }),
      metadata: { [OPERATION]: operationKey, tandem_customer: customer.id },
    },
    { idempotencyKey: operationKey },
  );
  // Another's cards would be shown to this one.
  if (metadata['tandem_customer'] !== customer.id) throw new NotWhatWasAsked();
  return { externalId: id, data: {} };
}
