import { GIVEN_UP_STATES, OPEN_STATES, SESSION } from './payment-session.states';

it('a session whose money may be moving neither expires nor is canceled', () => {
  expect(SESSION.statesThat('expire')).not.toContain('processing');
  expect(SESSION.statesThat('cancel')).not.toContain('processing');
});

it('nothing leads out of a final state', () => {
  for (const state of ['captured', 'failed', 'canceled', 'expired'] as const)
    expect(SESSION.table[state]).toEqual({});
});

it('only a session without money that nobody can complete any more is given up', () => {
  for (const state of GIVEN_UP_STATES) expect(SESSION.table[state]).toEqual({});
  for (const state of [...OPEN_STATES, 'processing', 'authorized', 'captured'] as const)
    expect(GIVEN_UP_STATES).not.toContain(state);
});

it('only a session that was not sent yet, or waits for its shopper, is open to changes', () => {
  expect(OPEN_STATES).toEqual(['pending', 'requires_action']);
});
