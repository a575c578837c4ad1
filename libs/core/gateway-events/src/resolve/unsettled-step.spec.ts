import fc from 'fast-check';
import type { ProviderVerb } from '@tandem/provider-kit';
import { unsettledStep, type Unsettled } from './unsettled-step';

const sent: Unsettled = {
  ...{ verb: 'capture', attempts: 1, sentSecondsAgo: 30, isAtWork: false, needsShopper: false },
};

it.each([
  ['the gateway gives no clear answer', 'unknown', {}, 'wait'],
  ['the gateway never received it', 'never_received', {}, 'send_again'],
  ['the gateway is at work on it', 'never_received', { isAtWork: true }, 'wait'],
  ['only the shopper’s page can send it again', 'never_received', { needsShopper: true }, 'wait'],
  ['it was sent four times', 'never_received', { attempts: 4 }, 'send_again'],
  ['it was sent five times', 'never_received', { attempts: 5 }, 'wait'],
  ['it was sent two minutes ago', 'never_received', { sentSecondsAgo: 120 }, 'send_again'],
  ['it was sent longer ago than that', 'never_received', { sentSecondsAgo: 121 }, 'abandon'],
  [
    'a shopper’s was sent longer ago than that',
    'never_received',
    { sentSecondsAgo: 121, needsShopper: true },
    'abandon',
  ],
  [
    'a closing was sent longer ago, and not often enough',
    'never_received',
    { verb: 'cancel_session', sentSecondsAgo: 121 },
    'send_again',
  ],
  [
    'a closing was sent longer ago, and often enough',
    'never_received',
    { verb: 'cancel_session', sentSecondsAgo: 121, attempts: 5 },
    'abandon',
  ],
  [
    'it is old, and the gateway is at work',
    'never_received',
    { sentSecondsAgo: 9999, isAtWork: true },
    'wait',
  ],
] as const)('an open operation: %s', (_, response, more, expected) => {
  expect(unsettledStep(response, { ...sent, ...more })).toBe(expected);
});

const VERBS: readonly ProviderVerb[] = ['create_session', 'authorize', 'capture', 'refund', 'cancel'];

it('nothing is sent again, or abandoned, that may still move money at its gateway', () => {
  const operations = fc.record({
    verb: fc.constantFrom<ProviderVerb>(...VERBS, 'update_session', 'cancel_session'),
    attempts: fc.integer({ min: 1, max: 9 }),
    sentSecondsAgo: fc.integer({ min: 0, max: 500 }),
    isAtWork: fc.boolean(),
    needsShopper: fc.boolean(),
  });
  const responses = fc.constantFrom('unknown' as const, 'never_received' as const);
  fc.assert(
    fc.property(responses, operations, (response, operation) => {
      const step = unsettledStep(response, operation);
      if (response === 'unknown' || operation.isAtWork) expect(step).toBe('wait');
      if (step === 'abandon') expect(operation.sentSecondsAgo).toBeGreaterThan(120);
      if (step === 'send_again') expect(operation.needsShopper).toBe(false);
    }),
  );
});
