import { declined, succeeded } from '@tandem/provider-kit';
import type { Authorization, AuthorizeRequest, AuthorizedPayment, Outcome } from '@tandem/provider-kit';
import { behaviourOf, DETACHED_CARD, type Behaviour } from './bogus-cards';
import { cardName, isSaveRequested, displayCard } from './bogus-data';
import type { BogusCharge, BogusGateway } from './bogus-gateway.repository';
import { requestOf } from './bogus-request';
import { savedCard } from './bogus-saved-cards';

// Typical lifetimes of a card authorization and of a voucher.
const HOLD_DAYS = 7;
const VOUCHER_DAYS = 3;

/** Simulates the card's behavior: see this lib's README. */
export async function authorize(
  gateway: BogusGateway,
  request: AuthorizeRequest,
  isDetached: boolean,
): Promise<Outcome<Authorization>> {
  const { session, amount, capture, data } = request;
  const card = cardName(session.data, data);
  const requested = requestOf('authorize', request, amount, `${session.externalId} ${capture} ${card}`);
  const details = detailsOf(request, card);
  const charge = { externalId: session.externalId, amount, capture: capture === 'automatic', card, details };
  const behaviour = isDetached ? DETACHED_CARD : behaviourOf(card);
  switch (behaviour.does) {
    case 'decline':
      return gateway.storeOutcome<Authorization>(requested, declined(behaviour.code, behaviour.message));
    case 'challenge':
      return challenge(gateway, requested, { charge, request });
    case 'break before':
      throw new Error('the connection broke before the gateway received the request');
    case 'break after':
      await gateway.charge(requested, charge);
      throw new Error('the connection broke before the response');
    case 'process':
      await gateway.charge(requested, charge);
      return succeeded({ state: 'processing' });
    case 'pay later':
      return payLater(gateway, requested, { charge, request, behaviour });
    case 'succeed':
    case 'refuse later':
    case 'refund later':
      return gateway.charge(requested, charge);
  }
}

/** The card's details, its capture deadline, and the saved card if saving was requested. */
function detailsOf(
  { session, data, capture, operationKey }: AuthorizeRequest,
  card: string,
): BogusCharge['details'] {
  const shown = displayCard(session.data, data);
  const details: Omit<AuthorizedPayment, 'state' | 'reference'> = {
    method: {
      type: 'card',
      ...shown,
      expiryMonth: 12,
      expiryYear: new Date().getFullYear() + 1,
      country: 'US',
    },
    ...(capture === 'manual' && { captureBefore: inDays(HOLD_DAYS) }),
  };
  return isSaveRequested(session.data)
    ? { ...details, savedMethod: savedCard(card, shown, operationKey) }
    : details;
}

interface Attempt {
  readonly charge: BogusCharge;
  readonly request: AuthorizeRequest;
}

function challenge(
  gateway: BogusGateway,
  requested: ReturnType<typeof requestOf>,
  { charge, request: { data, initiatedBy } }: Attempt,
): Promise<Outcome<Authorization>> {
  if (initiatedBy === 'merchant')
    return gateway.storeOutcome<Authorization>(
      requested,
      declined('authentication_required', 'The bank requires the shopper to confirm the payment'),
    );
  switch (data['action_result']) {
    case 'confirmed':
      return gateway.charge(requested, charge);
    case 'refused':
      return gateway.storeOutcome<Authorization>(
        requested,
        declined('authentication_failed', 'The shopper did not confirm the payment'),
      );
    default: {
      const action = { type: 'confirm', complete_with: { action_result: 'confirmed' } };
      return gateway.storeOutcome<Authorization>(
        requested,
        succeeded({ state: 'requires_action', data: { action } }),
      );
    }
  }
}

/** A voucher is paid by completing again with {"action_result": "paid"}; a look-up finds a debit succeeded. */
async function payLater(
  gateway: BogusGateway,
  requested: ReturnType<typeof requestOf>,
  { charge, request, behaviour }: Attempt & { behaviour: Extract<Behaviour, { does: 'pay later' }> },
): Promise<Outcome<Authorization>> {
  const later = { paidLater: true, expiresAt: inDays(VOUCHER_DAYS), method: { type: behaviour.by } } as const;
  if (behaviour.by === 'debit') {
    await gateway.charge(requested, charge);
    return succeeded({ state: 'processing', ...later });
  }
  if (request.data['action_result'] === 'paid') return gateway.charge(requested, charge);
  const action = { type: 'voucher', complete_with: { action_result: 'paid' } };
  return gateway.storeOutcome<Authorization>(
    requested,
    succeeded({ state: 'requires_action', data: { action }, ...later }),
  );
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
