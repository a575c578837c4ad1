import { createHash, randomBytes } from 'node:crypto';
import { declined } from '@tandem/provider-kit';
import type {
  Authorization,
  AuthorizeRequest,
  CancelRequest,
  CreateAccountHolderRequest,
  CreateSessionRequest,
  Detached,
  DetachSavedMethodRequest,
  LookUpRequest,
  TransactionRequest,
  TransactionResult,
  NeverReceived,
  Outcome,
  PaymentAtGateway,
  PaymentProvider,
  ProviderAccountHolder,
  ProviderData,
  ProviderCapabilities,
  ProviderMoney,
  ProviderSession,
  UpdateSessionRequest,
  ReadPaymentRequest,
  Refunded,
  VerbResult,
} from '@tandem/provider-kit';
import { behaviourOf, FORGOTTEN } from './bogus-cards';
import { cardName, profileIn, withoutCardNumber, withProfile } from './bogus-data';
import type { BogusGateway } from './bogus-gateway.repository';
import { type BogusRequest } from './bogus-gateway.repository';
import { completeSetupSession, createSetupSession } from './bogus-saved-cards';

/** A gateway that moves no money and shows every outcome; its cards are in this lib's README. */
export class BogusProvider implements PaymentProvider {
  readonly capabilities: ProviderCapabilities = {
    id: 'pp_bogus_default',
    displayName: 'Bogus',
    currencies: 'any',
    testOnly: true,
    sessionRequired: true,
    local: { sessions: true },
    // Spree's own names: they do nothing there either.
    settings: [
      { key: 'dummy_key', type: 'string', label: 'Dummy key' },
      { key: 'dummy_secret_key', type: 'password', label: 'Dummy secret key' },
    ],
    supports: {
      capture: 'many',
      partialCapture: true,
      partialRefund: true,
      cancel: true,
      savedMethods: true,
      accountHolders: true,
    },
  };

  constructor(private readonly gateway: BogusGateway) {}

  /** The customer's id alone tells the holder's, as a gateway knows one by its metadata. */
  createAccountHolder({ customer }: CreateAccountHolderRequest): Outcome<ProviderAccountHolder> {
    const hex = createHash('sha256').update(customer.id).digest('hex').slice(0, 24);
    return { status: 'succeeded', value: { externalId: `bogus_cus_${hex}`, data: {} } };
  }

  createSession({ data, savedMethod }: CreateSessionRequest): Outcome<ProviderSession> {
    // One call for both: the system's randomness is asked for on the hot path.
    const random = randomBytes(20).toString('hex');
    const secret = { client_secret: `bogus_secret_${random.slice(24)}` };
    return {
      status: 'succeeded',
      value: {
        externalId: `bogus_${random.slice(0, 24)}`,
        data: { ...withProfile(withoutCardNumber(data), savedMethod?.profileId), ...secret },
      },
    };
  }

  updateSession({ session, data }: UpdateSessionRequest): Outcome<ProviderSession> {
    const { client_secret } = session.data;
    const merged = {
      ...session.data,
      ...withoutCardNumber(data),
      ...(client_secret !== undefined && { client_secret }),
    };
    return { status: 'succeeded', value: { externalId: session.externalId, data: merged } };
  }

  async authorize(request: AuthorizeRequest): Promise<Outcome<Authorization>> {
    const { session, amount, capture, data } = request;
    const card = cardName(session.data, data);
    const asked = requestOf('authorize', request, amount, `${session.externalId} ${capture} ${card}`);
    const charge = { externalId: session.externalId, amount, capture: capture === 'automatic', card };
    const behaviour = (await this.isForgotten(session)) ? FORGOTTEN : behaviourOf(card);
    switch (behaviour.does) {
      case 'decline':
        return this.gateway.remember<Authorization>(asked, {
          status: 'declined',
          code: behaviour.code,
          message: behaviour.message,
        });
      case 'challenge':
        return this.challenge(asked, charge, data);
      case 'break before':
        throw new Error('the line broke before the gateway heard anything');
      case 'break after':
        await this.gateway.charge(asked, charge);
        throw new Error('the line broke before the answer');
      case 'process':
        await this.gateway.charge(asked, charge);
        return { status: 'succeeded', value: { state: 'processing' } };
      case 'succeed':
      case 'refuse refunds':
        return this.gateway.charge(asked, charge);
    }
  }

  capture(request: TransactionRequest): Promise<Outcome<TransactionResult>> {
    const { payment, amount } = request;
    const chargeId = payment.reference;
    const asked = requestOf('capture', request, amount, chargeId);
    return this.gateway.change(asked, 'capture', { chargeId, amount }, (reference) => ({ reference }));
  }

  async refund(request: TransactionRequest): Promise<Outcome<Refunded>> {
    const { payment, amount } = request;
    const chargeId = payment.reference;
    const asked = requestOf('refund', request, amount, chargeId);
    if ((await this.gateway.cardOf(chargeId)) === 'refund_refused') {
      return this.gateway.remember<Refunded>(asked, declined('not_refundable', 'The card takes no refunds'));
    }
    return this.gateway.change(asked, 'refund', { chargeId, amount }, (reference) => ({
      reference,
      state: 'succeeded',
    }));
  }

  cancel(request: CancelRequest): Promise<Outcome<TransactionResult>> {
    const chargeId = request.payment.reference;
    const asked: BogusRequest = { key: request.operationKey, verb: 'cancel', fingerprint: chargeId };
    return this.gateway.change(asked, 'cancel', { chargeId }, (reference) => ({ reference }));
  }

  async lookUp({ operationKey }: LookUpRequest): Promise<Outcome<VerbResult> | NeverReceived> {
    return (await this.gateway.find(operationKey)) ?? { status: 'never_received' };
  }

  async readPayment({ payment }: ReadPaymentRequest): Promise<Outcome<PaymentAtGateway>> {
    const value = await this.gateway.read(payment.reference);
    return value
      ? { status: 'succeeded', value }
      : { status: 'declined', code: 'other', message: 'No such charge' };
  }

  createSetupSession = createSetupSession;
  completeSetupSession = completeSetupSession;

  /** It never kept anything of the card: what it does stands in its profile. From now on that is worth nothing. */
  async detachSavedMethod({ profileId }: DetachSavedMethodRequest): Promise<Outcome<Detached>> {
    await this.gateway.forget(profileId);
    return { status: 'succeeded', value: { profileId } };
  }

  private async isForgotten({ data }: ProviderSession): Promise<boolean> {
    const profile = profileIn(data);
    return profile !== null && (await this.gateway.hasForgotten(profile));
  }

  private challenge(
    asked: BogusRequest,
    charge: { externalId: string; amount: ProviderMoney; capture: boolean; card: string },
    data: ProviderData,
  ): Promise<Outcome<Authorization>> {
    switch (data['action_result']) {
      case 'confirmed':
        return this.gateway.charge(asked, charge);
      case 'refused':
        return this.gateway.remember<Authorization>(asked, {
          status: 'declined',
          code: 'authentication_failed',
          message: 'The shopper did not confirm the payment',
        });
      default: {
        const action = { type: 'confirm', complete_with: { action_result: 'confirmed' } };
        return this.gateway.remember<Authorization>(asked, {
          status: 'succeeded',
          value: { state: 'requires_action', data: { action } },
        });
      }
    }
  }
}

function requestOf(
  verb: BogusRequest['verb'],
  { operationKey }: { operationKey: string },
  amount: ProviderMoney,
  about: string,
): BogusRequest {
  return { key: operationKey, verb, fingerprint: `${verb} ${amount.minor} ${amount.currency} ${about}` };
}
