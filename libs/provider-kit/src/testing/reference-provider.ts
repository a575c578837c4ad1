import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EventSubject, ParsedEvent, ReceivedEvent, VerifiedEvent } from '../contract/events';
import type {
  Authorization,
  TransactionResult,
  PaymentProvider,
  ProviderMoney,
} from '../contract/payment-provider';
import { declined, succeeded, neverReceived } from '../outcomes';
import type { KitOptions, Runner } from './kit-options';
import { testPaymentProvider } from './test-payment-provider';

// For the kit's own tests, not part of its package: a correct provider with an in-memory gateway.

interface Session {
  readonly amount: ProviderMoney;
  readonly capturesAtOnce: boolean;
  closed: boolean;
  paid?: Authorization & { readonly reference: string };
}

interface Charge {
  readonly currency: string;
  readonly authorized: bigint;
  captured: bigint;
  refunded: bigint;
  canceled: boolean;
}

export interface ReferenceProvider {
  readonly provider: PaymentProvider;
  /** The kit options for it. */
  readonly options: Pick<KitOptions, 'scenarios' | 'has' | 'events' | 'faults' | 'settings' | 'secrets'>;
}

const SECRET = 'reference_secret_1';
const TOLERANCE_SECONDS = 300;

export function referenceProvider(): ReferenceProvider {
  const gateway = new Gateway();
  return {
    provider: { ...sessionsOf(gateway), ...transactionsOf(gateway), verifyEvent, parseEvent },
    options: {
      scenarios: { pays: {}, declines: { completionData: { card: 'bad' }, code: 'card_declined' } },
      settings: { signing_secret: SECRET },
      secrets: [SECRET],
      has: ['cancelSession', 'parseEvent', 'readPayment'],
      faults: { breakBefore: () => void (gateway.isCut = true) },
      events: eventsOf(gateway),
    },
  };
}

class Gateway {
  readonly responses = new Map<string, unknown>();
  readonly sessions = new Map<string, Session>();
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, { readonly key: string; readonly amount: ProviderMoney }>();
  isCut = false;
  private count = 0;

  id(kind: string): string {
    return `${kind}${++this.count}`;
  }

  /** One effect and one response per key. */
  async once<T>(key: string, act: () => T): Promise<T> {
    this.hear();
    if (!this.responses.has(key)) this.responses.set(key, act());
    return this.responses.get(key) as T;
  }

  hear(): void {
    const { isCut } = this;
    this.isCut = false;
    if (isCut) throw new Error('the connection is broken');
  }

  session(id: string): Session {
    const session = this.sessions.get(id);
    if (!session) throw new Error('no such session');
    return session;
  }

  charge(id: string): Charge {
    const charge = this.charges.get(id);
    if (!charge) throw new Error('no such charge');
    return charge;
  }

  pay(
    session: Session,
    { minor, currency } = session.amount,
    capturesAtOnce = session.capturesAtOnce,
  ): Authorization {
    if (session.paid) return session.paid;
    const reference = this.id('c');
    const captured = capturesAtOnce ? minor : 0n;
    this.charges.set(reference, { currency, authorized: minor, captured, refunded: 0n, canceled: false });
    session.paid = { state: capturesAtOnce ? 'captured' : 'authorized', reference };
    return session.paid;
  }
}

function sessionsOf(
  gateway: Gateway,
): Pick<PaymentProvider, 'capabilities' | 'createSession' | 'updateSession' | 'cancelSession' | 'authorize'> {
  return {
    capabilities: {
      id: 'pp_good_default',
      displayName: 'Good',
      currencies: 'any',
      testOnly: true,
      sessionRequired: true,
      local: { sessions: false },
      settings: [{ key: 'signing_secret', type: 'password', label: 'Signing secret' }],
      supports: {
        capture: 'many',
        partialCapture: true,
        partialRefund: true,
        cancel: true,
        savedMethods: false,
      },
    },
    createSession: ({ operationKey, data, capture, amount = { minor: 0n, currency: 'USD' } }) =>
      gateway.once(operationKey, () => {
        const externalId = gateway.id('s');
        gateway.sessions.set(externalId, { amount, capturesAtOnce: capture === 'automatic', closed: false });
        return succeeded({ externalId, data });
      }),
    updateSession: async ({ session, data }) => succeeded({ ...session, data: { ...session.data, ...data } }),
    cancelSession: ({ operationKey, session: { externalId } }) =>
      gateway.once(operationKey, () => {
        const session = gateway.session(externalId);
        if (session.paid) return declined('not_cancelable', 'No');
        session.closed = true;
        return succeeded({ externalId });
      }),
    authorize: ({ operationKey, session: { externalId }, amount, capture, data }) =>
      gateway.once(operationKey, () => {
        const session = gateway.session(externalId);
        if (session.closed || data['card'] === 'bad') return declined('card_declined', 'No');
        return succeeded(gateway.pay(session, amount, capture === 'automatic'));
      }),
  };
}

function transactionsOf(
  gateway: Gateway,
): Pick<PaymentProvider, 'capture' | 'refund' | 'cancel' | 'lookUp' | 'readPayment'> {
  const settled = (kind: string): { status: 'succeeded'; value: TransactionResult } =>
    succeeded({ reference: gateway.id(kind) });
  return {
    capture: ({ operationKey, payment, amount: { minor, currency } }) =>
      gateway.once(operationKey, () => {
        const charge = gateway.charge(payment.reference);
        const fits =
          minor > 0n && currency === charge.currency && charge.captured + minor <= charge.authorized;
        if (charge.canceled || !fits) return declined('not_capturable', 'No');
        charge.captured += minor;
        return settled('m');
      }),
    refund: ({ operationKey, payment, amount }) =>
      gateway.once(operationKey, () => {
        const charge = gateway.charge(payment.reference);
        const { minor, currency } = amount;
        const fits = minor > 0n && currency === charge.currency && charge.refunded + minor <= charge.captured;
        if (!fits) return declined('not_refundable', 'No');
        charge.refunded += minor;
        const refund = succeeded({ reference: gateway.id('r'), state: 'succeeded' as const });
        gateway.refunds.set(refund.value.reference, { key: operationKey, amount });
        return refund;
      }),
    cancel: ({ operationKey, payment }) =>
      gateway.once(operationKey, () => {
        const charge = gateway.charge(payment.reference);
        if (charge.canceled || charge.captured === charge.authorized) return declined('not_cancelable', 'No');
        charge.canceled = true;
        return settled('m');
      }),
    lookUp: async ({ operationKey }) => {
      gateway.hear();
      return (gateway.responses.get(operationKey) as never) ?? neverReceived;
    },
    readPayment: async ({ payment }) => {
      const { currency, authorized, captured, refunded, canceled } = gateway.charge(payment.reference);
      const money = (minor: bigint): ProviderMoney => ({ minor, currency });
      const unpaid = canceled ? 'canceled' : 'authorized';
      return succeeded({
        state: captured > 0n ? 'captured' : unpaid,
        authorized: money(authorized),
        captured: money(captured),
        refunded: money(refunded),
        canceled: money(canceled ? authorized - captured : 0n),
      });
    },
  };
}

function eventsOf(gateway: Gateway): NonNullable<KitOptions['events']> {
  const body = (...about: EventSubject[]): string =>
    JSON.stringify({ id: gateway.id('evt'), type: 'changed', about }, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  const refund =
    (state: 'succeeded' | 'failed') =>
    (of: { externalId: string }, { reference }: TransactionResult) => {
      const { key: operationKey, amount } = gateway.refunds.get(reference) ?? {};
      if (!amount || !operationKey) throw new Error('no such refund');
      const { externalId } = of;
      return body({ about: 'refund', externalId, reference, operationKey, amount, state });
    };
  return {
    says: {
      paid: ({ externalId }) => {
        const session = gateway.session(externalId);
        const { amount } = session;
        return body({ about: 'session', externalId, amount, outcome: succeeded(gateway.pay(session)) });
      },
      declined: ({ externalId }) => {
        const outcome = declined('card_declined', 'No');
        return body({ about: 'session', externalId, amount: gateway.session(externalId).amount, outcome });
      },
      captured: ({ externalId, reference: charge }, { reference }) => {
        const { captured: minor, currency } = gateway.charge(charge);
        return body({ about: 'capture', externalId, reference, captured: { minor, currency } });
      },
      refunded: refund('succeeded'),
      refundFailed: refund('failed'),
      canceled: ({ externalId }) => body({ about: 'cancellation', externalId }),
      ofNoInterest: () => JSON.stringify({ id: gateway.id('evt'), type: 'boring' }),
    },
    sign: (text, { at, forged }) => signed(text, at, forged ? 'another secret' : SECRET),
    toleranceSeconds: TOLERANCE_SECONDS,
    secretSettings: ['signing_secret'],
  };
}

const macOf = (body: string | Uint8Array, time: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`${time}.`).update(body).digest();

export function signed(body: string, at: Date, secret: string): Record<string, string> {
  const time = String(Math.floor(at.getTime() / 1000));
  return { 'good-signature': `${time} ${macOf(body, time, secret).toString('hex')}` };
}

/** Why an event is refused; null if it is genuine. */
function problemOf(event: ReceivedEvent): string | null {
  const [, time, mac] = /^(\d+) ([0-9a-f]{64})$/.exec(event.headers['good-signature'] ?? '') ?? [];
  if (time === undefined || mac === undefined) return 'no signature';
  if (!isMac(event, time, mac)) return 'wrong';
  const age = Math.abs(Number(time) - event.receivedAt.getTime() / 1000);
  return age > TOLERANCE_SECONDS ? 'too old' : null;
}

function isMac(
  { rawBody, settings: { signing_secret: secret } }: ReceivedEvent,
  time: string,
  mac: string,
): boolean {
  if (typeof secret !== 'string' || secret === '') return false;
  return timingSafeEqual(macOf(rawBody, time, secret), Buffer.from(mac, 'hex'));
}

function verifyEvent(event: ReceivedEvent): VerifiedEvent {
  const reason = problemOf(event);
  return reason === null ? { status: 'verified' } : { status: 'refused', reason };
}

function parseEvent(event: ReceivedEvent): ParsedEvent {
  const reason = problemOf(event);
  return reason === null ? readEvent(event.rawBody) : { status: 'refused', reason };
}

/** Parses the event without checking its signature. */
export function readEvent(rawBody: Uint8Array): ParsedEvent {
  try {
    const text = Buffer.from(rawBody).toString('utf8');
    const { id, type, about } = JSON.parse(text, (key, value: unknown) =>
      key === 'minor' ? BigInt(value as string) : value,
    ) as { id: string; type: string; about?: EventSubject[] };
    return about ? { status: 'parsed', id, type, about } : { status: 'ignored', id, type };
  } catch {
    return { status: 'refused', reason: 'malformed' };
  }
}

export interface EventVerdict {
  readonly failed: string[];
  readonly skipped: string[];
  readonly passed: number;
}

/** Runs the kit against the reference provider with a fault, and collects what failed and what was skipped. */
export async function runKit(
  fault: (good: PaymentProvider) => Partial<PaymentProvider> = () => ({}),
  more: Partial<KitOptions> = {},
): Promise<EventVerdict> {
  const { provider: good, options } = referenceProvider();
  const provider = { ...good, ...fault(good) };
  const checks: [string, () => Promise<void>][] = [];
  const skipped: string[] = [];
  const it: Runner['it'] = Object.assign(
    (name: string, body: () => Promise<void>) => checks.push([name, body]),
    { skip: (name: string) => skipped.push(name) },
  );
  testPaymentProvider({
    capabilities: provider.capabilities,
    provider: () => provider,
    ...options,
    limitMs: 50,
    runner: { describe: (_, body) => body(), it },
    ...more,
  });
  const failed: string[] = [];
  for (const [name, body] of checks) await body().catch(() => failed.push(name));
  return { failed, skipped, passed: checks.length - failed.length };
}
