import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import { containsCardNumber, withinLimit } from '@tandem/provider-kit';
import { MethodSettingsReader } from '@tandem/payment-methods';
import type {
  NeverDelivered,
  Outcome,
  PaymentProvider,
  ProviderData,
  ProviderSettings,
  ProviderVerb,
  VerbResult,
  VerbResults,
} from '@tandem/provider-kit';
import type { OperationOf } from './provider-operation';
import { VERBS } from './provider-verbs';

// Longer than a working gateway takes, shorter than a shopper or a load balancer waits.
const LIMIT_MS = 10_000;

const OUTCOMES = new Set(['succeeded', 'declined', 'unknown', 'never_received']);

const MALFORMED = { status: 'unknown', cause: 'a malformed response' } as const;

/** An outcome's fields that may be logged. */
type ReportedOutcome = Readonly<
  Record<'status', string> & Partial<Record<'cause' | 'code' | 'message', unknown>>
>;

/** The provider to call, and the payment method whose settings the call uses, if any. */
export interface CalledFor {
  readonly providerId: string;
  readonly method?: { readonly storeId: string; readonly id: string };
}

/** The only place where a provider is called. Never throws for a provider's exception: that is an unknown outcome. */
@Injectable()
export class ProviderCalls {
  private readonly logger = new Logger(ProviderCalls.name);

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly settings: MethodSettingsReader,
    private readonly database: Database,
  ) {}

  /** Makes the operation's call. `shopperData` is passed on and never stored: it may contain a card number. */
  execute<V extends ProviderVerb>(
    operation: OperationOf<V>,
    shopperData: ProviderData = {},
  ): Promise<Outcome<VerbResults[V]>> {
    const { operationKey, verb } = operation;
    return this.call(calledFor(operation), nameOf(operation), (provider, settings) =>
      VERBS[verb].call(provider, operation, { keyed: { operationKey, settings }, shopperData }),
    );
  }

  /** Looks the operation up at its gateway by its key. */
  lookUp<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<Outcome<VerbResults[V]> | NeverDelivered> {
    const { operationKey, verb, amount } = operation;
    const request = { operationKey, verb, amount, ...VERBS[verb].lookUp(operation) };
    return this.call(calledFor(operation), nameOf(operation), async (provider, settings) =>
      resultOf(verb, await provider.lookUp({ ...request, settings })),
    );
  }

  /** Any other call; `what` is its name in the log, `forms` are the statuses it may return. */
  async call<T extends { status: string }>(
    { providerId, method }: CalledFor,
    what: string,
    work: (provider: PaymentProvider, settings: ProviderSettings) => Promise<T> | T,
    forms: ReadonlySet<string> = OUTCOMES,
  ): Promise<T | { status: 'unknown'; cause: string }> {
    if (this.database.isInTransaction()) throw new Error('a provider was called inside a transaction');
    try {
      const provider = this.registry.get(providerId);
      const settings = method ? await this.settings.getDecrypted(method.storeId, method.id) : {};
      const outcome = await withinLimit(work(provider, settings), LIMIT_MS);
      return this.reported(`${providerId} ${what}`, forms.has(outcome?.status) ? outcome : MALFORMED);
    } catch (error) {
      const cause = error instanceof Error ? error.name : 'not an Error';
      // The message is not logged: a gateway's may quote a card number.
      this.logger.warn(`${providerId} ${what}: outcome unknown (${cause})`);
      return { status: 'unknown', cause };
    }
  }

  /** Logs what staff may have to fix; a declined card is the shopper's concern and is not logged. */
  private reported<T extends { status: string }>(what: string, outcome: T): T {
    const { status, cause, code, message }: ReportedOutcome = outcome;
    if (status === 'unknown') this.logger.warn(`${what}: outcome unknown (${safe(cause)})`);
    const isStores = code === 'other' || code === 'configuration_error';
    if (status === 'declined' && isStores) this.logger.warn(`${what}: refused (${safe(message)})`);
    return outcome;
  }
}

/** A provider's text for the log; that of a third-party provider may quote a card number. */
function safe(words: unknown): string {
  const text = String(words).slice(0, 200);
  return containsCardNumber(text) ? 'text with a card number' : text;
}

function resultOf<V extends ProviderVerb>(
  verb: V,
  outcome: Outcome<VerbResult> | NeverDelivered,
): Outcome<VerbResults[V]> | NeverDelivered {
  if (outcome.status !== 'succeeded') return outcome;
  const { value } = outcome;
  return VERBS[verb].isResult(value) ? { status: 'succeeded', value } : MALFORMED;
}

function calledFor({ providerId, storeId, details: { methodId } }: OperationOf<ProviderVerb>): CalledFor {
  return { providerId, ...(methodId !== null && { method: { storeId, id: methodId } }) };
}

function nameOf({ verb, id }: OperationOf<ProviderVerb>): string {
  return `${verb} ${id}`;
}
