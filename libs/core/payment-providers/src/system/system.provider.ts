import { createHash, randomBytes } from 'node:crypto';
import { succeeded, neverReceived } from '@tandem/provider-kit';
import type {
  Authorization,
  AuthorizeRequest,
  CreateAccountHolderRequest,
  CreateSessionRequest,
  TransactionResult,
  NeverDelivered,
  Outcome,
  PaymentProvider,
  ProviderAccountHolder,
  ProviderCapabilities,
  ProviderSession,
  Refunded,
  TransactionRequest,
  UpdateSessionRequest,
} from '@tandem/provider-kit';

/**
 * Manual payment (Medusa's pp_system_default, Spree's check): an operator handles the money and records it here.
 * There is no gateway, so the response depends only on the operation's key, however often it is sent.
 */
export class SystemProvider implements PaymentProvider {
  readonly capabilities: ProviderCapabilities = {
    id: 'pp_system_default',
    displayName: 'Manual payment',
    currencies: 'any',
    testOnly: false,
    sessionRequired: false,
    local: { sessions: true },
    supports: {
      capture: 'many',
      partialCapture: true,
      partialRefund: true,
      cancel: true,
      savedMethods: false,
      accountHolders: true,
    },
  };

  /** There is no gateway, so the customer's own id is the account holder's id (as in Medusa). */
  createAccountHolder({ customer }: CreateAccountHolderRequest): Outcome<ProviderAccountHolder> {
    return succeeded({ externalId: customer.id, data: {} });
  }

  createSession({ data }: CreateSessionRequest): Outcome<ProviderSession> {
    return succeeded({ externalId: `system_${randomBytes(12).toString('hex')}`, data });
  }

  updateSession({ session, data }: UpdateSessionRequest): Outcome<ProviderSession> {
    return succeeded({ externalId: session.externalId, data: { ...session.data, ...data } });
  }

  authorize({ operationKey, capture }: AuthorizeRequest): Promise<Outcome<Authorization>> {
    const state = capture === 'automatic' ? 'captured' : 'authorized';
    return Promise.resolve(succeeded({ state, reference: referenceOf(operationKey) }));
  }

  capture = recordTransaction;

  refund({ operationKey }: TransactionRequest): Promise<Outcome<Refunded>> {
    return Promise.resolve(succeeded({ reference: referenceOf(operationKey), state: 'succeeded' }));
  }

  cancel = recordTransaction;

  /** Nothing was sent anywhere, so it can be sent again: the same key gives the same response. */
  lookUp(): Promise<NeverDelivered> {
    return Promise.resolve(neverReceived);
  }
}

function recordTransaction({ operationKey }: { operationKey: string }): Promise<Outcome<TransactionResult>> {
  return Promise.resolve(succeeded({ reference: referenceOf(operationKey) }));
}

function referenceOf(operationKey: string): string {
  return `system_${createHash('sha256').update(operationKey).digest('hex').slice(0, 24)}`;
}
