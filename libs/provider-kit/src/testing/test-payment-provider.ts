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
 * Registers the checks of the provider contract with the test runner (jest, vitest, node:test). What a gateway cannot
 * show is skipped by name, with what was missing. Whoever passes moves money once, or says that it does not know.
 */
export function testPaymentProvider(options: KitOptions): void {
  const kit = new Kit(options);
  kit.chapter(`${options.capabilities.id} keeps the contract of a payment provider`, () => {
    kit.chapter('capabilities', () => checkCapabilities(kit));
    kit.chapter('settings', () => checkSettings(kit));
    kit.chapter('sessions', () => checkSessions(kit));
    kit.chapter('authorizing', () => checkAuthorizing(kit));
    kit.chapter('what comes with a payment', () => checkPaymentDetails(kit));
    checkTransactions(kit);
    kit.chapter('what is left after a capture', () => checkRest(kit));
    kit.chapter('refunds on their way', () => checkPendingRefunds(kit));
    kit.chapter('canceling', () => checkCanceling(kit));
    kit.chapter('closing sessions', () => checkClosing(kit));
    kit.chapter('lost answers', () => checkLostAnswers(kit));
    kit.chapter('currencies', () => checkCurrencies(kit));
    kit.chapter('account holders', () => checkAccountHolders(kit));
    kit.chapter('saved methods', () => checkSavedMethods(kit));
    kit.chapter('reading', () => checkReading(kit));
    kit.chapter('events', () => checkEvents(kit));
    kit.chapter('signatures of events', () => checkSignatures(kit));
  });
}
