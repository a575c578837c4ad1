import { strict as assert } from 'node:assert';
import { createHash, randomUUID } from 'node:crypto';
import type { NeverReceived, Outcome } from '../contract/outcome';
import type { PaymentAtGateway } from '../contract/events';
import type {
  Authorization,
  ClosedSession,
  CreateSessionRequest,
  TransactionResult,
  PaymentProvider,
  ProviderAccountHolder,
  ProviderData,
  ProviderMoney,
  ProviderPayment,
  ProviderSession,
  ProviderSettings,
  ProviderVerb,
  VerbResult,
} from '../contract/payment-provider';
import { unknown } from '../outcomes';
import { withinLimit } from '../within-limit';
import { inspectAnswer, inspectError, valueOf, type Answer } from './inspect-answer';
import type { KitOptions, Scenario } from './kit-options';

/** 110.00, or 1,100 where there are no cents: divisible by what some gateways want of three decimals. */
export const AMOUNT = 11_000n;
export const PART = 4_000n;

// Always the same: a request that is sent again is the same request.
const STORE = '01a1fc03-5a80-7bbf-8b2d-7cb9d2a54d11';
const ORDER = '01a1fc03-5a80-7bbf-8b2d-7cb9d2a54d12';

const LIMIT_MS = 10_000;

/** What a method that is not there comes to. */
export const ABSENT = unknown('the provider has no such method');

export interface Paying {
  readonly scenario?: Scenario;
  readonly capture?: 'automatic' | 'manual';
  readonly currency?: string;
  readonly key?: string;
}

/** A payment that the gateway has authorized. */
export interface Paid {
  readonly payment: ProviderPayment;
  readonly amount: ProviderMoney;
  readonly key: string;
}

/** Asks a provider as the server does: with a limit, taking what is thrown or late for unknown; and inspects each answer. */
export class ProviderDriver {
  constructor(
    readonly provider: PaymentProvider,
    private readonly options: KitOptions,
    private readonly currency: string,
  ) {}

  /** A new operation key, of the form and length that the server's have. */
  key(): string {
    return createHash('sha256').update(randomUUID()).digest('hex');
  }

  /** What every request has; a key of its own, unless one is given. */
  keyed(operationKey = this.key()): { operationKey: string; settings: ProviderSettings } {
    return { operationKey, settings: this.options.settings ?? {} };
  }

  money(minor: bigint, currency = this.currency): ProviderMoney {
    return { minor, currency };
  }

  async ask<T>(work: () => Promise<Answer<T>> | Answer<T>): Promise<Answer<T>> {
    const { secrets = [] } = this.options;
    let answer: Answer<T>;
    try {
      answer = await withinLimit((async () => work())(), this.options.limitMs ?? LIMIT_MS);
    } catch (error) {
      inspectError(error, secrets);
      return unknown(`thrown: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
    }
    inspectAnswer(answer, secrets);
    return answer;
  }

  /** Makes a customer known; always the same one where `key` and `id` are given again. */
  async accountHolder(key = this.key(), id: string = randomUUID()): Promise<ProviderAccountHolder> {
    const customer = { id, email: 'shopper@example.com', firstName: 'Ada', lastName: null, phone: null };
    const answer = await this.ask(
      async () => this.provider.createAccountHolder?.({ ...this.keyed(key), customer }) ?? ABSENT,
    );
    return valueOf<ProviderAccountHolder>(answer, 'making a customer known');
  }

  async createSession(request: Partial<CreateSessionRequest> = {}): Promise<Answer<ProviderSession>> {
    return this.ask(() => this.provider.createSession(this.opening(request)));
  }

  /** With all that was asked for, as the server looks it up. */
  lookUpSession(request: Partial<CreateSessionRequest>): Promise<Outcome<VerbResult> | NeverReceived> {
    const { operationKey, settings, ...opening } = this.opening(request);
    const of = { operationKey, settings, verb: 'create_session', externalId: null } as const;
    return this.ask(() => this.provider.lookUp({ ...of, opening }));
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
      // Of a local session the amount is decided in the statement that stores it.
      ...(isLocal ? {} : { amount: this.money(AMOUNT) }),
      ...request,
    };
  }

  /** Opens a session and has the shopper do their part. */
  async session(
    scenario: Scenario,
    amount = this.money(AMOUNT),
    more: Partial<CreateSessionRequest> = {},
  ): Promise<ProviderSession> {
    const answer = await this.createSession({
      data: scenario.sessionData ?? {},
      ...(this.options.capabilities.local.sessions ? {} : { amount }),
      ...more,
    });
    const session = valueOf(answer, 'opening a session');
    await scenario.shopper?.(session);
    return session;
  }

  cancelSession(session: ProviderSession, key = this.key()): Promise<Answer<ClosedSession>> {
    return this.ask(async () => this.provider.cancelSession?.({ ...this.keyed(key), session }) ?? ABSENT);
  }

  readPayment({ payment }: Paid): Promise<Answer<PaymentAtGateway>> {
    const { settings } = this.keyed();
    return this.ask(async () => this.provider.readPayment?.({ payment, settings }) ?? ABSENT);
  }

  authorize(
    session: ProviderSession,
    of: Paying & { data?: ProviderData } = {},
  ): Promise<Answer<Authorization>> {
    const { key = this.key(), capture = 'manual', scenario = this.options.scenarios.pays, currency } = of;
    return this.ask(() =>
      this.provider.authorize({
        ...this.keyed(key),
        session,
        amount: this.money(AMOUNT, currency),
        capture,
        initiatedBy: 'shopper',
        data: of.data ?? scenario.completionData ?? {},
      }),
    );
  }

  /** A payment that is held, or with `capture: 'automatic'` taken. */
  async pay(of: Paying = {}): Promise<Paid> {
    const { scenario = this.options.scenarios.pays, currency, key = this.key() } = of;
    const amount = this.money(AMOUNT, currency);
    const session = await this.session(scenario, amount, { capture: of.capture ?? 'manual' });
    const answer = valueOf(await this.authorize(session, { ...of, key }), 'paying');
    const wanted = of.capture === 'automatic' ? 'captured' : 'authorized';
    assert.equal(answer.state, wanted, `with capture "${of.capture ?? 'manual'}" the money is ${wanted}`);
    const { reference } = answer as { reference: string };
    assert.ok(reference, 'an authorization has the gateway’s reference');
    return { payment: { reference, externalId: session.externalId }, amount, key };
  }

  transact(
    verb: 'capture' | 'refund',
    paid: Paid,
    minor = paid.amount.minor,
    key = this.key(),
  ): Promise<Answer<TransactionResult>> {
    const amount = { minor, currency: paid.amount.currency };
    return this.ask(() => this.provider[verb]({ ...this.keyed(key), payment: paid.payment, amount }));
  }

  cancel(paid: Paid, key = this.key()): Promise<Answer<TransactionResult>> {
    return this.ask(() => this.provider.cancel({ ...this.keyed(key), payment: paid.payment }));
  }

  lookUp(
    verb: ProviderVerb,
    operationKey: string,
    externalId: string | null,
  ): Promise<Outcome<VerbResult> | NeverReceived> {
    return this.ask(() => this.provider.lookUp({ ...this.keyed(operationKey), verb, externalId }));
  }
}
