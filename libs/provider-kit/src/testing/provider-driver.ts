import { strict as assert } from 'node:assert';
import { createHash, randomUUID } from 'node:crypto';
import type { NeverDelivered, Outcome } from '../contract/outcome';
import type { PaymentAtGateway } from '../contract/events';
import type {
  Authorization,
  AuthorizeRequest,
  ClosedSession,
  CreateSessionRequest,
  TransactionResult,
  PaymentProvider,
  ProviderAccountHolder,
  ProviderData,
  ProviderMoney,
  ProviderOrder,
  ProviderPayment,
  ProviderSession,
  ProviderSettings,
  ProviderVerb,
  VerbResult,
} from '../contract/payment-provider';
import { unknown } from '../outcomes';
import { withinLimit } from '../within-limit';
import { inspectResponse, inspectError, valueOf, type ProviderResponse } from './inspect-response';
import type { KitOptions, Scenario } from './kit-options';

/** 110.00, or 1,100 without decimals: divisible as some gateways require for three-decimal currencies. */
export const AMOUNT = 11_000n;
export const PART = 4_000n;

// Constant, so that a retried request is identical.
const STORE = '01a1fc03-5a80-7bbf-8b2d-7cb9d2a54d11';
const ORDER = '01a1fc03-5a80-7bbf-8b2d-7cb9d2a54d12';

const SAMPLE_ORDER: ProviderOrder = {
  number: 'R123456789',
  description: 'Order R123456789',
  email: 'shopper@example.com',
  shipping: {
    name: 'Ada Lovelace',
    line1: '1 Main Street',
    city: 'Springfield',
    postalCode: '12345',
    country: 'US',
  },
  statementSuffix: 'R123456789',
};

const LIMIT_MS = 10_000;

/** The outcome of calling a missing method. */
export const ABSENT = unknown('the provider has no such method');

export interface Paying {
  readonly scenario?: Scenario;
  readonly capture?: 'automatic' | 'manual';
  readonly currency?: string;
  readonly key?: string;
  /** Additional fields of the session request. */
  readonly session?: Partial<CreateSessionRequest>;
  readonly initiatedBy?: AuthorizeRequest['initiatedBy'];
}

/** An authorized payment. */
export interface Paid {
  readonly payment: ProviderPayment;
  readonly amount: ProviderMoney;
  readonly key: string;
  /** The original response. */
  readonly authorization: Authorization;
}

/** Calls a provider as the server does: with a timeout, treating errors and timeouts as unknown; inspects each response. */
export class ProviderDriver {
  constructor(
    readonly provider: PaymentProvider,
    private readonly options: KitOptions,
    private readonly currency: string,
  ) {}

  /** A new operation key, in the server's format and length. */
  key(): string {
    return createHash('sha256').update(randomUUID()).digest('hex');
  }

  /** Fields common to all requests; with a new key unless one is given. */
  keyed(operationKey = this.key()): { operationKey: string; settings: ProviderSettings } {
    return { operationKey, settings: this.options.settings ?? {} };
  }

  money(minor: bigint, currency = this.currency): ProviderMoney {
    return { minor, currency };
  }

  async ask<T>(work: () => Promise<ProviderResponse<T>> | ProviderResponse<T>): Promise<ProviderResponse<T>> {
    const { secrets = [] } = this.options;
    let response: ProviderResponse<T>;
    try {
      response = await withinLimit((async () => work())(), this.options.limitMs ?? LIMIT_MS);
    } catch (error) {
      inspectError(error, secrets);
      return unknown(`thrown: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
    }
    inspectResponse(response, secrets);
    return response;
  }

  /** Registers a customer; the same one if `key` and `id` are the same. */
  async accountHolder(key = this.key(), id: string = randomUUID()): Promise<ProviderAccountHolder> {
    const customer = { id, email: 'shopper@example.com', firstName: 'Ada', lastName: null, phone: null };
    const response = await this.ask(
      async () => this.provider.createAccountHolder?.({ ...this.keyed(key), customer }) ?? ABSENT,
    );
    return valueOf<ProviderAccountHolder>(response, 'registering a customer');
  }

  async createSession(
    request: Partial<CreateSessionRequest> = {},
  ): Promise<ProviderResponse<ProviderSession>> {
    return this.ask(() => this.provider.createSession(this.opening(request)));
  }

  /** With the full original request, as the server looks it up. */
  lookUpSession(request: Partial<CreateSessionRequest>): Promise<Outcome<VerbResult> | NeverDelivered> {
    const { operationKey, settings, ...opening } = this.opening(request);
    const lookUp = { operationKey, settings, verb: 'create_session', externalId: null } as const;
    return this.ask(() => this.provider.lookUp({ ...lookUp, opening }));
  }

  private opening(request: Partial<CreateSessionRequest>): CreateSessionRequest {
    const isLocal = this.options.capabilities.local.sessions;
    return {
      ...this.keyed(),
      sessionId: randomUUID(),
      storeId: STORE,
      orderId: isLocal ? null : ORDER,
      capture: 'manual',
      customerId: null,
      data: {},
      // A local session's amount is computed in the statement that stores it.
      ...(isLocal ? {} : { amount: this.money(AMOUNT), order: SAMPLE_ORDER }),
      ...request,
    };
  }

  /** Creates a session and has the shopper do their part. */
  async session(
    scenario: Scenario,
    amount = this.money(AMOUNT),
    more: Partial<CreateSessionRequest> = {},
  ): Promise<ProviderSession> {
    const response = await this.createSession({
      data: scenario.sessionData ?? {},
      ...(this.options.capabilities.local.sessions ? {} : { amount }),
      ...more,
    });
    const session = valueOf(response, 'opening a session');
    await scenario.shopper?.(session);
    return session;
  }

  cancelSession(session: ProviderSession, key = this.key()): Promise<ProviderResponse<ClosedSession>> {
    return this.ask(async () => this.provider.cancelSession?.({ ...this.keyed(key), session }) ?? ABSENT);
  }

  readPayment({ payment }: Paid): Promise<ProviderResponse<PaymentAtGateway>> {
    const { settings } = this.keyed();
    return this.ask(async () => this.provider.readPayment?.({ payment, settings }) ?? ABSENT);
  }

  authorize(
    session: ProviderSession,
    of: Paying & { data?: ProviderData } = {},
  ): Promise<ProviderResponse<Authorization>> {
    const { key = this.key(), capture = 'manual', scenario = this.options.scenarios.pays, currency } = of;
    return this.ask(() =>
      this.provider.authorize({
        ...this.keyed(key),
        session,
        amount: this.money(AMOUNT, currency),
        capture,
        initiatedBy: of.initiatedBy ?? 'shopper',
        data: of.data ?? scenario.completionData ?? {},
      }),
    );
  }

  /** An authorized payment, or with `capture: 'automatic'` a captured one. */
  async pay(of: Paying = {}): Promise<Paid> {
    const { scenario = this.options.scenarios.pays, currency, key = this.key() } = of;
    const amount = this.money(AMOUNT, currency);
    const session = await this.session(scenario, amount, {
      capture: of.capture ?? 'manual',
      ...of.session,
    });
    const response = valueOf(await this.authorize(session, { ...of, key }), 'paying');
    const expected = of.capture === 'automatic' ? 'captured' : 'authorized';
    assert.equal(
      response.state,
      expected,
      `with capture "${of.capture ?? 'manual'}" the payment is ${expected}`,
    );
    const { reference } = response as { reference: string };
    assert.ok(reference, 'an authorization has the gateway’s reference');
    return { payment: { reference, externalId: session.externalId }, amount, key, authorization: response };
  }

  transact(
    verb: 'capture' | 'refund',
    paid: Paid,
    minor = paid.amount.minor,
    key = this.key(),
  ): Promise<ProviderResponse<TransactionResult>> {
    const amount = { minor, currency: paid.amount.currency };
    return this.ask(() => this.provider[verb]({ ...this.keyed(key), payment: paid.payment, amount }));
  }

  cancel(paid: Paid, key = this.key()): Promise<ProviderResponse<TransactionResult>> {
    return this.ask(() => this.provider.cancel({ ...this.keyed(key), payment: paid.payment }));
  }

  lookUp(
    verb: ProviderVerb,
    operationKey: string,
    externalId: string | null,
  ): Promise<Outcome<VerbResult> | NeverDelivered> {
    return this.ask(() => this.provider.lookUp({ ...this.keyed(operationKey), verb, externalId }));
  }
}
