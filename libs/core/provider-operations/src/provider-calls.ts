import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import { containsCardNumber, withinLimit } from '@tandem/provider-kit';
import { MethodSettingsReader } from '@tandem/payment-methods';
import type {
  AuthorizeRequest,
  CreateSessionRequest,
  Declined,
  Keyed,
  LookUpRequest,
  NeverReceived,
  Outcome,
  PaymentProvider,
  ProviderData,
  ProviderSession,
  ProviderSettings,
  UpdateSessionRequest,
  VerbResult,
} from '@tandem/provider-kit';
import type { OperationDetails, ProviderOperation } from './provider-operation';

// Longer than any gateway takes that works, shorter than a shopper or a load balancer waits.
const LIMIT_MS = 10_000;

const OUTCOMES = new Set(['succeeded', 'declined', 'unknown', 'never_received']);

/** Of a provider that has unlearned it since the operation was recorded. */
const NOT_CANCELABLE: Declined = {
  status: 'declined',
  code: 'not_cancelable',
  message: 'The payment provider cancels no sessions',
};

const NO_KNOWN_FORM = { status: 'unknown', cause: 'an answer of no known form' } as const;

/** An answer as it may be told of in the log. */
type Told = Readonly<Record<'status', string> & Partial<Record<'cause' | 'code' | 'message', unknown>>>;

/** Whom a call is for: a provider, with the settings of a store's method where it is about one. */
export interface CalledFor {
  readonly providerId: string;
  readonly method?: { readonly storeId: string; readonly id: string };
}

/** The only place where a provider is called. It never throws: what is thrown there is an unknown outcome here. */
@Injectable()
export class ProviderCalls {
  private readonly logger = new Logger(ProviderCalls.name);

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly settings: MethodSettingsReader,
    private readonly database: Database,
  ) {}

  /** Carries the operation's verb out. `shopperData` is passed on and never stored: it may hold a card number. */
  async perform(operation: ProviderOperation, shopperData: ProviderData = {}): Promise<Outcome<VerbResult>> {
    return this.ask(calledFor(operation), nameOf(operation), (provider, settings) =>
      call(provider, operation, { settings, shopperData }),
    );
  }

  /** Asks what became of it, by its own key. */
  async lookUp(operation: ProviderOperation): Promise<Outcome<VerbResult> | NeverReceived> {
    const { operationKey, verb, amount, details } = operation;
    const externalId = details.payment?.externalId ?? details.session?.externalId ?? null;
    const request: Omit<LookUpRequest, 'settings'> = {
      operationKey,
      verb,
      amount,
      externalId,
      ...(verb === 'create_session' && { opening: opening(operation) }),
      ...(verb === 'update_session' && { changing: changing(operation) }),
    };
    return this.ask(calledFor(operation), nameOf(operation), (provider, settings) =>
      provider.lookUp({ ...request, settings }),
    );
  }

  /** Any other call; `what` names it in the log, `forms` are what it may answer. */
  async ask<T extends { status: string }>(
    { providerId, method }: CalledFor,
    what: string,
    work: (provider: PaymentProvider, settings: ProviderSettings) => Promise<T> | T,
    forms: ReadonlySet<string> = OUTCOMES,
  ): Promise<T | { status: 'unknown'; cause: string }> {
    if (this.database.insideTransaction()) throw new Error('a provider was called inside a transaction');
    try {
      const provider = this.registry.get(providerId);
      const settings = method ? await this.settings.opened(method.storeId, method.id) : {};
      const outcome = await withinLimit(work(provider, settings), LIMIT_MS);
      return this.told(`${providerId} ${what}`, forms.has(outcome?.status) ? outcome : NO_KNOWN_FORM);
    } catch (error) {
      const cause = error instanceof Error ? error.name : 'not an Error';
      // The message stays out of the log: a gateway's may quote a card number.
      this.logger.warn(`${providerId} ${what}: outcome unknown (${cause})`);
      return { status: 'unknown', cause };
    }
  }

  /** What a store's people must mend, or may wonder about, is in the log; a card that was declined is the shopper's affair. */
  private told<T extends { status: string }>(what: string, outcome: T): T {
    const { status, cause, code, message }: Told = outcome;
    if (status === 'unknown') this.logger.warn(`${what}: outcome unknown (${safe(cause)})`);
    const isStores = code === 'other' || code === 'configuration_error';
    if (status === 'declined' && isStores) this.logger.warn(`${what}: refused (${safe(message)})`);
    return outcome;
  }
}

/** A provider's own words; a stranger's may quote what must not be logged. */
function safe(words: unknown): string {
  const text = String(words).slice(0, 200);
  return containsCardNumber(text) ? 'words with a card number' : text;
}

function calledFor({ providerId, storeId, details: { methodId } }: ProviderOperation): CalledFor {
  return { providerId, ...(methodId !== undefined && { method: { storeId, id: methodId } }) };
}

function nameOf({ verb, id }: ProviderOperation): string {
  return `${verb} ${id}`;
}

async function call(
  provider: PaymentProvider,
  operation: ProviderOperation,
  { settings, shopperData }: { settings: ProviderSettings; shopperData: ProviderData },
): Promise<Outcome<VerbResult>> {
  const { operationKey, amount, details } = operation;
  const keyed = { operationKey, settings };
  const session = sessionOf(details);
  const payment = details.payment ?? { reference: '', externalId: '' };
  switch (operation.verb) {
    case 'create_session':
      return provider.createSession({ ...keyed, ...opening(operation) });
    case 'update_session':
      return provider.updateSession({ ...keyed, ...changing(operation) });
    case 'authorize':
      return provider.authorize({ ...keyed, ...authorizing(operation), data: shopperData });
    case 'capture':
      return provider.capture({ ...keyed, payment, amount });
    case 'refund':
      return provider.refund({ ...keyed, payment, amount });
    case 'cancel':
      return provider.cancel({ ...keyed, payment });
    case 'cancel_session':
      return provider.cancelSession?.({ ...keyed, session }) ?? NOT_CANCELABLE;
  }
}

function sessionOf({ session }: OperationDetails): ProviderSession {
  return session ?? { externalId: '', data: {} };
}

function changing({ amount, details }: ProviderOperation): Omit<UpdateSessionRequest, keyof Keyed> {
  const { data = {}, order, accountHolder, savedProfileId } = details;
  return {
    session: sessionOf(details),
    amount,
    data,
    ...(accountHolder && { accountHolder }),
    ...(savedProfileId !== undefined && { savedMethod: { profileId: savedProfileId } }),
    ...(order && { order }),
  };
}

function authorizing({ amount, details }: ProviderOperation): Omit<AuthorizeRequest, keyof Keyed | 'data'> {
  const { capture = 'manual', initiatedBy = 'shopper' } = details;
  return { session: sessionOf(details), amount, capture, initiatedBy };
}

function opening({
  storeId,
  orderId,
  sessionId,
  amount,
  details,
}: ProviderOperation): Omit<CreateSessionRequest, 'operationKey' | 'settings'> {
  const { data = {}, customerId = null, capture = 'manual', accountHolder } = details;
  const { savedProfileId, saveMethod, order } = details;
  return {
    storeId,
    orderId,
    sessionId,
    amount,
    capture,
    data,
    customerId,
    ...(accountHolder && { accountHolder }),
    ...(savedProfileId !== undefined && { savedMethod: { profileId: savedProfileId } }),
    ...(saveMethod && { saveMethod }),
    ...(order && { order }),
  };
}
