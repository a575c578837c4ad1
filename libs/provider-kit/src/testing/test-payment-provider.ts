import { checkAccountHolders } from './checks/check-account-holders';
import { checkAuthorizing } from './checks/check-authorizing';
import { checkCanceling } from './checks/check-canceling';
import { checkCancellation } from './checks/check-cancellation';
import { checkCurrencies } from './checks/check-currencies';
import { checkEvents } from './checks/check-events';
import { checkCapabilities } from './checks/check-capabilities';
import { checkLostResponses } from './checks/check-lost-responses';
import { checkTransactions } from './checks/check-transactions';
import { checkPaymentDetails } from './checks/check-payment-details';
import { checkPendingRefunds } from './checks/check-pending-refunds';
import { checkReading } from './checks/check-reading';
import { checkRest } from './checks/check-rest';
import { checkSavedMethods } from './checks/check-saved-methods';
import { checkSettings } from './checks/check-settings';
import { checkSessions } from './checks/check-sessions';
import { checkSignatures } from './checks/check-signatures';
import { Kit } from './kit';
import type { KitOptions } from './kit-options';

/**
 * Registers the checks of the provider contract with the test runner (jest, vitest, node:test). Checks that a gateway
 * cannot support are skipped by name, with the reason.
 */
export function testPaymentProvider(options: KitOptions): void {
  const kit = new Kit(options);
  kit.group(`${options.capabilities.id} meets the payment provider contract`, () => {
    kit.group('capabilities', () => checkCapabilities(kit));
    kit.group('settings', () => checkSettings(kit));
    kit.group('sessions', () => checkSessions(kit));
    kit.group('authorizing', () => checkAuthorizing(kit));
    kit.group('payment details', () => checkPaymentDetails(kit));
    checkTransactions(kit);
    kit.group('the rest after a partial capture', () => checkRest(kit));
    kit.group('pending refunds', () => checkPendingRefunds(kit));
    kit.group('canceling', () => checkCanceling(kit));
    kit.group('canceling sessions', () => checkCancellation(kit));
    kit.group('lost responses', () => checkLostResponses(kit));
    kit.group('currencies', () => checkCurrencies(kit));
    kit.group('account holders', () => checkAccountHolders(kit));
    kit.group('saved methods', () => checkSavedMethods(kit));
    kit.group('reading payments', () => checkReading(kit));
    kit.group('events', () => checkEvents(kit));
    kit.group('event signatures', () => checkSignatures(kit));
  });
}
