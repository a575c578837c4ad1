import { checkAccountHolders } from './check-account-holders';
import { checkAuthorizing } from './check-authorizing';
import { checkCanceling } from './check-canceling';
import { checkClosing } from './check-closing';
import { checkCurrencies } from './check-currencies';
import { checkEvents } from './check-events';
import { checkCapabilities } from './check-capabilities';
import { checkLostAnswers } from './check-lost-answers';
import { checkTransactions } from './check-transactions';
import { checkReading } from './check-reading';
import { checkSavedMethods } from './check-saved-methods';
import { checkSessions } from './check-sessions';
import { checkSignatures } from './check-signatures';
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
    kit.chapter('sessions', () => checkSessions(kit));
    kit.chapter('authorizing', () => checkAuthorizing(kit));
    checkTransactions(kit);
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
