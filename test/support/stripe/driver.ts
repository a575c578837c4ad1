import type {
  CreateSessionRequest,
  PaymentProvider,
  ProviderAccountHolder,
  ProviderPayment,
  ProviderSession,
} from '@tandem/provider-kit';
import type { Intent } from './objects';
import { SECRET_KEY, StripeStandIn } from './stand-in';

const built = jest.requireActual<{
  StripeProvider: new (options: object) => PaymentProvider;
  stripeProviders: (options: object) => PaymentProvider[];
}>('../../../dist/libs/core/payment-providers/src/stripe/stripe.provider.js');

export const amount = { minor: 11_000n, currency: 'USD' };
export const settings = { secret_key: SECRET_KEY, publishable_key: 'pk_test_standin' };
export const customer = {
  id: 'c',
  email: 'ann@example.com',
  firstName: 'Ann' as string | null,
  lastName: 'Lee' as string | null,
  phone: '+31 6 123' as string | null,
};

type Keyed = Pick<CreateSessionRequest, 'operationKey' | 'settings'>;
type ProviderResponse = ReturnType<PaymentProvider['authorize']>;

/** The built Stripe provider, called directly against a fake Stripe, with the arguments most calls need. */
export class StripeDriver {
  readonly stripe: PaymentProvider;
  private keys = 0;

  private constructor(readonly gateway: StripeStandIn) {
    this.stripe = new built.StripeProvider({ apiUrl: gateway.url });
  }

  static async start(): Promise<StripeDriver> {
    return new StripeDriver(await StripeStandIn.start());
  }

  /** By its id, e.g. `pp_stripe_stripe`. */
  provider(id: string): PaymentProvider {
    const all = built.stripeProviders({ apiUrl: this.gateway.url });
    const found = all.find(({ capabilities }) => capabilities.id === id);
    if (!found) throw new Error(`no provider ${id}`);
    return found;
  }

  keyed(): Keyed {
    return { operationKey: `driver ${++this.keys}`, settings };
  }

  opening(more: Partial<CreateSessionRequest> = {}): CreateSessionRequest {
    const of = { sessionId: 's', storeId: 'st', orderId: 'o', customerId: null, data: {}, amount };
    return { ...this.keyed(), ...of, capture: 'manual', ...more };
  }

  async opened(more: Partial<CreateSessionRequest> = {}, stripe = this.stripe): Promise<ProviderSession> {
    return valueOf(await stripe.createSession(this.opening(more)));
  }

  async holder(of = customer): Promise<ProviderAccountHolder> {
    const named = { ...of, id: `c${++this.keys}` };
    return valueOf(await this.stripe.createAccountHolder?.({ ...this.keyed(), customer: named }));
  }

  authorize(session: ProviderSession, initiatedBy: 'shopper' | 'merchant' = 'shopper'): ProviderResponse {
    return this.stripe.authorize({
      ...this.keyed(),
      ...{ session, amount, capture: 'manual', initiatedBy, data: {} },
    });
  }

  /** A session paid on Stripe's page, and authorized. */
  async paidWith(card: string, more: Partial<CreateSessionRequest> = {}): Promise<unknown> {
    const session = await this.opened(more);
    this.gateway.account.confirm(session.externalId, { payment_method: card });
    return valueOf(await this.authorize(session));
  }

  /** A payment captured at once. */
  async taken(card = 'pm_card_visa'): Promise<ProviderPayment> {
    const { externalId } = await this.opened({ capture: 'automatic' });
    this.gateway.account.confirm(externalId, { payment_method: card });
    return { reference: externalId, externalId };
  }

  intentOf({ externalId }: ProviderSession): Intent {
    return this.gateway.account.intent(externalId);
  }
}

function valueOf<T>(response: { readonly status: string; readonly value?: T } | undefined): T {
  if (response?.value === undefined) throw new Error(JSON.stringify(response));
  return response.value;
}
