import { checkAccountHolders } from './check-account-holders';
import { checkAuthorizing } from './check-authorizing';
import { checkCanceling } from './check-canceling';
import { checkCurrencies } from './check-currencies';
import { checkFacts } from './check-facts';
import { checkLostAnswers } from './check-lost-answers';
import { checkMovements } from './check-movements';
import { checkSavedMethods } from './check-saved-methods';
import { checkSessions } from './check-sessions';
import { Kit } from './kit';
import type { KitOptions } from './kit-options';

/**
 * Registers the checks of the provider contract with the test runner (jest, vitest, node:test). What a gateway cannot
 * show is skipped by name, with what was missing. Whoever passes moves money once, or says that it does not know.
 */
export function testPaymentProvider(options: KitOptions): void {
  const kit = new Kit(options);
  kit.chapter(`${options.facts.id} keeps the contract of a payment provider`, () => {
    kit.chapter('facts', () => checkFacts(kit));
    kit.chapter('sessions', () => checkSessions(kit));
    kit.chapter('authorizing', () => checkAuthorizing(kit));
    checkMovements(kit);
    kit.chapter('canceling', () => checkCanceling(kit));
    kit.chapter('lost answers', () => checkLostAnswers(kit));
    kit.chapter('currencies', () => checkCurrencies(kit));
    kit.chapter('account holders', () => checkAccountHolders(kit));
    kit.chapter('saved methods', () => checkSavedMethods(kit));
  });
}
