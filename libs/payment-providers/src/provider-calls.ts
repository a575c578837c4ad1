import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@tandem/database';
import { withinLimit } from '@tandem/provider-kit';
import type {
  CreateSessionRequest,
  Declined,
  LookUpRequest,
  NeverReceived,
  Outcome,
  PaymentProvider,
  ProviderData,
  VerbResult,
} from '@tandem/provider-kit';
import type { ProviderOperation } from './provider-operation';
import { ProviderRegistry } from './provider-registry';

// Longer than any gateway takes that works, shorter than a shopper or a load balancer waits.
const LIMIT_MS = 10_000;

const OUTCOMES = new Set(['done', 'declined', 'unknown', 'never_received']);

/** Of a provider that has unlearned it since the operation was recorded. */
const NOT_CANCELABLE: Declined = {
  is: 'declined',
  code: 'not_cancelable',
  message: 'The payment provider cancels no sessions',
};

/** The only place where a provider is called. It never throws: what is thrown there is an unknown outcome here. */
@Injectable()
export class ProviderCalls {
  private readonly logger = new Logger(ProviderCalls.name);

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly database: Database,
  ) {}

  /** Carries the operation's verb out. `shopperData` is passed on and never stored: it may hold a card number. */
  async perform(operation: ProviderOperation, shopperData: ProviderData = {}): Promise<Outcome<VerbResult>> {
    return this.ask(operation.providerId, nameOf(operation), (provider) =>
      call(provider, operation, shopperData),
    );
  }

  /** Asks what became of it, by its own key. */
  async lookUp(operation: ProviderOperation): Promise<Outcome<VerbResult> | NeverReceived> {
    const { operationKey, verb, details } = operation;
    const externalId = details.payment?.externalId ?? details.session?.externalId ?? null;
    const request: LookUpRequest = { operationKey, verb, externalId };
    return this.ask(operation.providerId, nameOf(operation), (provider) => provider.lookUp(request));
  }

  /** Any other call; `what` names it in the log, `forms` are what it may answer. */
  async ask<T extends { is: string }>(
    providerId: string,
    what: string,
    work: (provider: PaymentProvider) => Promise<T> | T,
    forms: ReadonlySet<string> = OUTCOMES,
  ): Promise<T | { is: 'unknown'; cause: string }> {
    if (this.database.insideTransaction()) throw new Error('a provider was called inside a transaction');
    try {
      const outcome = await withinLimit(work(this.registry.get(providerId)), LIMIT_MS);
      return forms.has(outcome?.is) ? outcome : { is: 'unknown', cause: 'an answer of no known form' };
    } catch (error) {
      const cause = error instanceof Error ? error.name : 'not an Error';
      // The message stays out of the log: a gateway's may quote a card number.
      this.logger.warn(`${providerId} ${what}: outcome unknown (${cause})`);
      return { is: 'unknown', cause };
    }
  }
}

function nameOf({ verb, id }: ProviderOperation): string {
  return `${verb} ${id}`;
}

async function call(
  provider: PaymentProvider,
  operation: ProviderOperation,
  shopperData: ProviderData,
): Promise<Outcome<VerbResult>> {
  const { operationKey, amount, details } = operation;
  const session = details.session ?? { externalId: '', data: {} };
  const payment = details.payment ?? { reference: '', externalId: '' };
  switch (operation.verb) {
    case 'create_session':
      return provider.createSession(opening(operation));
    case 'update_session':
      return provider.updateSession({ operationKey, session, amount, data: details.data ?? {} });
    case 'authorize':
      return provider.authorize({
        operationKey,
        session,
        amount,
        capture: details.capture ?? 'manual',
        data: shopperData,
      });
    case 'capture':
      return provider.capture({ operationKey, payment, amount });
    case 'refund':
      return provider.refund({ operationKey, payment, amount });
    case 'cancel':
      return provider.cancel({ operationKey, payment });
    case 'cancel_session':
      return provider.cancelSession?.({ operationKey, session }) ?? NOT_CANCELABLE;
  }
}

function opening({ operationKey, sessionId, amount, details }: ProviderOperation): CreateSessionRequest {
  const { data = {}, customerId = null, accountHolder, savedProfileId } = details;
  return {
    operationKey,
    sessionId,
    amount,
    data,
    customerId,
    ...(accountHolder && { accountHolder }),
    ...(savedProfileId !== undefined && { savedMethod: { profileId: savedProfileId } }),
  };
}
