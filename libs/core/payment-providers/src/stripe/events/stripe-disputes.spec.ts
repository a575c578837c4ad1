import { disputeFrom } from './stripe-disputes';

const dispute = {
  id: 'dp_1',
  payment_intent: 'pi_1',
  amount: 11_000,
  currency: 'usd',
  reason: 'fraudulent',
  status: 'needs_response',
  evidence_details: { due_by: 1_796_169_600 },
};

const reported = (state: string, more: object = {}): object => ({
  about: 'dispute',
  externalId: 'pi_1',
  reference: 'dp_1',
  state,
  amount: { minor: 11_000n, currency: 'USD' },
  reason: 'fraudulent',
  ...more,
});

it.each([
  ['created', dispute, reported('opened', { dueBy: '2026-12-02T00:00:00.000Z' })],
  ['created', { ...dispute, evidence_details: { due_by: null } }, reported('opened')],
  ['funds_withdrawn', dispute, reported('withdrawn')],
  ['funds_reinstated', dispute, reported('reinstated')],
  ['closed', { ...dispute, status: 'won' }, reported('won')],
  ['closed', { ...dispute, status: 'lost' }, reported('lost')],
  // The bank's inquiry is settled: no money has moved.
  ['closed', { ...dispute, status: 'warning_closed' }, reported('won')],
  ['closed', { ...dispute, status: 'a_new_one' }, null],
  ['updated', dispute, null],
  ['created', { ...dispute, payment_intent: null }, null],
])('charge.dispute.%s', (type, object, subject) => {
  expect(disputeFrom(`charge.dispute.${type}`, object)).toEqual(subject);
});
