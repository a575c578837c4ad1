import { after, describe, it } from 'node:test';
import { testPaymentProvider } from '@tandem/provider-kit/testing';
import { AcmeClient } from '../src/acme-client.js';
import { AcmeProvider } from '../src/acme-provider.js';
import { booksOf, confirm, KEY, next, startGateway } from './gateway.js';

const gateway = await startGateway();
after(gateway.stop);

const provider = new AcmeProvider(new AcmeClient({ url: gateway.url, key: KEY, limitMs: 300 }));

// Acme keeps thousandths; the contract has minor units.
const PER_UNIT = { USD: 10n, EUR: 10n, JPY: 1000n, KWD: 1n };

const breakWith = (fault) => () => {
  next.fault = fault;
};

testPaymentProvider({
  facts: provider.facts,
  provider: () => provider,
  scenarios: {
    pays: { completionData: { card: 'tok_good' } },
    declines: { completionData: { card: 'tok_refused' }, code: 'insufficient_funds' },
    challenges: {
      sessionData: { card: 'tok_confirm' },
      confirmed: { shopper: ({ externalId }) => confirm(externalId, true) },
      refused: { shopper: ({ externalId }) => confirm(externalId, false) },
    },
  },
  faults: {
    breakBefore: breakWith('cut before'),
    breakAfter: breakWith('cut after'),
    goSilent: breakWith('silent'),
    answerOddly: breakWith('odd'),
  },
  books: ({ reference }, { currency }) => {
    const { currency: kept, taken, back } = booksOf(reference);
    return { currency: kept, captured: taken / PER_UNIT[currency], refunded: back / PER_UNIT[currency] };
  },
  secrets: [KEY],
  runner: { describe, it },
});
