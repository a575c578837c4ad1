import { checkAccountHolders } from './checks/check-account-holders';
import { checkAuthorizing } from './checks/check-authorizing';
import { checkCanceling } from './checks/check-canceling';
import { checkClosing } from './checks/check-closing';
import { checkCurrencies } from './checks/check-currencies';
import { checkEvents } from './checks/check-events';
import { checkCapabilities } from './checks/check-capabilities';
import { checkLostAnswers } from './checks/check-lost-answers';
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
  kit.chapter(`${options.capabilities.id} meets the payment provider contract`, () => {
    kit.chapter('capabilities', () => checkCapabilities(kit));
    kit.chapter('settings', () => checkSettings(kit));
    kit.chapter('sessions', () => checkSessions(kit));
    kit.chapter('authorizing', () => checkAuthorizing(kit));
    kit.chapter('payment details', () => checkPaymentDetails(kit));
    checkTransactions(kit);
    kit.chapter('the rest after a partial capture', () => checkRest(kit));
    kit.chapter('pending refunds', () => checkPendingRefunds(kit));
    kit.chapter('canceling', () => checkCanceling(kit));
    kit.chapter('canceling sessions', () => checkClosing(kit));
    kit.chapter('lost responses', () => checkLostAnswers(kit));
    kit.chapter('currencies', () => checkCurrencies(kit));
    kit.chapter('account holders', () => checkAccountHolders(kit));
    kit.chapter('saved methods', () => checkSavedMethods(kit));
    kit.chapter('reading payments', () => checkReading(kit));
    kit.chapter('events', () => checkEvents(kit));
    kit.chapter('event signatures', () => checkSignatures(kit));
  });
}
