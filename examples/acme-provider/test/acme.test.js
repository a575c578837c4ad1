import { after, describe, it } from 'node:test';
import { testPaymentProvider } from '@tandem/provider-kit/testing';
import { AcmeClient } from '../src/acme-client.js';
import { AcmeProvider } from '../src/acme-provider.js';
import * as acme from './gateway.js';

const gateway = await acme.startGateway();
after(gateway.stop);

const provider = new AcmeProvider(new AcmeClient({ url: gateway.url, key: acme.KEY, limitMs: 1000 }));

// Acme keeps thousandths; the contract has minor units.
const PER_UNIT = { USD: 10n, EUR: 10n, JPY: 1000n, KWD: 1n };

const SIGNING_SECRET = 'acme-signing-secret-27e0';

const breakWith = (fault) => () => {
  acme.next.fault = fault;
};

testPaymentProvider({
  capabilities: provider.capabilities,
  provider: () => provider,
  settings: { signing_secret: SIGNING_SECRET },
  scenarios: {
    pays: { completionData: { card: 'tok_good' } },
    declines: { completionData: { card: 'tok_refused' }, code: 'insufficient_funds' },
    challenges: {
      sessionData: { card: 'tok_confirm' },
      confirmed: { shopper: ({ externalId }) => acme.confirm(externalId, true) },
      refused: { shopper: ({ externalId }) => acme.confirm(externalId, false) },
    },
  },
  has: ['cancelSession', 'parseEvent', 'readPayment'],
  events: {
    says: {
      paid: ({ externalId }) => {
        acme.payOnPage(externalId, 'tok_good');
        return acme.news('intent.paid', externalId);
      },
      declined: ({ externalId }) => {
        acme.payOnPage(externalId, 'tok_refused');
        return acme.news('intent.refused', externalId);
      },
      captured: ({ externalId }) => acme.news('charge.captured', externalId),
      refunded: ({ externalId }) => acme.news('charge.refunded', externalId),
      refundFailed: ({ externalId }, { reference }) => {
        acme.sendBack(externalId, reference);
        return acme.news('refund.sent_back', externalId);
      },
      canceled: ({ externalId }) => acme.news('charge.canceled', externalId),
      ofNoInterest: () => acme.news('report.ready'),
    },
    sign: (body, { at, forged }) => acme.sign(body, at, forged ? 'somebody else’s' : SIGNING_SECRET),
    toleranceSeconds: 300,
    secretSettings: ['signing_secret'],
  },
  faults: {
    breakBefore: breakWith('cut before'),
    breakAfter: breakWith('cut after'),
    goSilent: breakWith('silent'),
    respondMalformed: breakWith('odd'),
  },
  balances: ({ reference }, { currency }) => {
    const { currency: charged, taken, back } = acme.balancesOf(reference);
    return { currency: charged, captured: taken / PER_UNIT[currency], refunded: back / PER_UNIT[currency] };
  },
  secrets: [acme.KEY, SIGNING_SECRET],
  runner: { describe, it },
});
