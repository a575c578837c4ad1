import { createHash, randomBytes } from 'node:crypto';
import { neverReceived } from '@tandem/provider-kit';
import type {
  Authorization,
  AuthorizeRequest,
  CancelRequest,
  CheckSettingsRequest,
  CreateAccountHolderRequest,
  CreateSessionRequest,
  Detached,
  DetachSavedMethodRequest,
  LookUpRequest,
  NeverDelivered,
  Outcome,
  PaymentAtGateway,
  PaymentProvider,
  ProviderAccountHolder,
  ProviderCapabilities,
  ProviderSession,
  ReadPaymentRequest,
  Refunded,
  SettingsCheck,
  TransactionRequest,
  TransactionResult,
  UpdateSessionRequest,
  VerbResult,
} from '@tandem/provider-kit';
import { authorize } from './bogus-authorizing';
import { profileIn, withoutCardNumber, withProfile, withSaveMethod } from './bogus-data';
import type { BogusGateway } from './bogus-gateway.repository';
import { type BogusRequest } from './bogus-gateway.repository';
import { firstResponse, REFUSALS } from './bogus-refusals';
import { requestOf } from './bogus-request';
import { completeSetupSession, createSetupSession } from './bogus-saved-cards';

/** A gateway that moves no money and can produce every outcome; its cards are in this lib's README. */
export class BogusProvider implements PaymentProvider {
  readonly capabilities: ProviderCapabilities = {
    id: this.id,
    displayName: this.captures === 'once' ? 'Bogus, captured once' : 'Bogus',
    gateway: 'bogus',
    currencies: 'any',
    testOnly: true,
    sessionRequired: true,
    local: { sessions: true },
    // Spree's own names: they have no effect there either.
    settings: [
      { key: 'dummy_key', type: 'string', label: 'Dummy key' },
      { key: 'dummy_secret_key', type: 'password', label: 'Dummy secret key' },
    ],
    supports: {
      capture: this.captures,
      partialCapture: true,
      partialRefund: true,
      cancel: true,
      savedMethods: true,
      saveAtCheckout: true,
      accountHolders: true,
    },
  };

  /** Two ids of one gateway: `pp_bogus-once_default` releases the rest with the first capture, as Stripe does. */
  constructor(
    private readonly gateway: BogusGateway,
    private readonly captures: 'once' | 'many' = 'many',
    private readonly id: 'pp_bogus_default' | 'pp_bogus-once_default' = 'pp_bogus_default',
  ) {}

  /** The account holder's id depends only on the customer's id, as with a gateway that finds customers by metadata. */
  createAccountHolder({ customer }: CreateAccountHolderRequest): Outcome<ProviderAccountHolder> {
    const hex = createHash('sha256').update(customer.id).digest('hex').slice(0, 24);
    return { status: 'succeeded', value: { externalId: `bogus_cus_${hex}`, data: {} } };
  }

  createSession({ data, savedMethod, saveMethod }: CreateSessionRequest): Outcome<ProviderSession> {
    // One random read for both values: this is on the hot path.
    const random = randomBytes(20).toString('hex');
    const secret = { client_secret: `bogus_secret_${random.slice(24)}` };
    return {
      status: 'succeeded',
      value: {
        externalId: `bogus_${random.slice(0, 24)}`,
        data: {
          ...withSaveMethod(withProfile(withoutCardNumber(data), savedMethod?.profileId), saveMethod),
          ...secret,
        },
      },
    };
  }

  updateSession({ session, data, savedMethod }: UpdateSessionRequest): Outcome<ProviderSession> {
    const { client_secret } = session.data;
    const merged = {
      ...session.data,
      ...withProfile(withoutCardNumber(data), savedMethod?.profileId),
      ...(client_secret !== undefined && { client_secret }),
    };
    return { status: 'succeeded', value: { externalId: session.externalId, data: merged } };
  }

  async authorize(request: AuthorizeRequest): Promise<Outcome<Authorization>> {
    return authorize(this.gateway, request, await this.isDetached(request.session));
  }

  async capture(request: TransactionRequest): Promise<Outcome<TransactionResult>> {
    const { payment, amount } = request;
    const chargeId = payment.reference;
    const requested = requestOf('capture', request, amount, chargeId);
    const change = this.captures === 'once' ? 'capture_once' : 'capture';
    const capture = { change, chargeId, amount, refusals: REFUSALS.capture } as const;
    return (await this.gateway.transact(requested, capture, (reference) => ({ reference }))).outcome;
  }

  async refund(request: TransactionRequest): Promise<Outcome<Refunded>> {
    const { payment, amount } = request;
    const chargeId = payment.reference;
    const requested = requestOf('refund', request, amount, chargeId);
    const refund = { change: 'refund', chargeId, amount, refusals: REFUSALS.refund } as const;
    const { outcome, card } = await this.gateway.transact<Refunded>(requested, refund, (reference) => ({
      reference,
      state: 'succeeded',
    }));
    return card === null ? outcome : firstResponse(requested.key, card, outcome);
  }

  async cancel(request: CancelRequest): Promise<Outcome<TransactionResult>> {
    const chargeId = request.payment.reference;
    const requested: BogusRequest = { key: request.operationKey, verb: 'cancel', fingerprint: chargeId };
    const cancellation = { change: 'cancel', chargeId } as const;
    return (await this.gateway.transact(requested, cancellation, (reference) => ({ reference }))).outcome;
  }

  /** The dummy key `refused` or `unreachable` simulates that result of a settings check. */
  checkSettings({ settings }: CheckSettingsRequest): Promise<SettingsCheck> {
    const { dummy_key: key } = settings;
    if (key === 'unreachable')
      return Promise.resolve({ status: 'unreachable', cause: 'the connection is broken' });
    if (key !== 'refused') return Promise.resolve({ status: 'ok' });
    return Promise.resolve({ status: 'invalid', problems: { dummy_key: 'is unknown to the gateway' } });
  }

  async lookUp({ operationKey }: LookUpRequest): Promise<Outcome<VerbResult> | NeverDelivered> {
    return (await this.gateway.findByKey(operationKey)) ?? neverReceived;
  }

  async readPayment({ payment }: ReadPaymentRequest): Promise<Outcome<PaymentAtGateway>> {
    const value = await this.gateway.read(payment.reference);
    return value
      ? { status: 'succeeded', value }
      : { status: 'declined', code: 'other', message: 'No such charge' };
  }

  createSetupSession = createSetupSession;
  completeSetupSession = completeSetupSession;

  /** The gateway stores no card data: the profile's id encodes its behavior. From now on the profile is declined. */
  async detachSavedMethod({ profileId }: DetachSavedMethodRequest): Promise<Outcome<Detached>> {
    await this.gateway.detachCard(profileId);
    return { status: 'succeeded', value: { profileId } };
  }

  private async isDetached({ data }: ProviderSession): Promise<boolean> {
    const profile = profileIn(data);
    return profile !== null && (await this.gateway.isDetached(profile));
  }
}
