import { SETUP_SESSION, type SetupSessionState } from './setup-session.states';

const FROM_OPEN = { challenge: 'requires_action', wait: 'processing', save: 'completed', decline: 'failed' };

it.each([
  ['pending', { ...FROM_OPEN, expire: 'expired' }],
  ['requires_action', { ...FROM_OPEN, expire: 'expired' }],
  // A gateway is at work on it: it expires only once that has ended.
  ['processing', FROM_OPEN],
  ['completed', {}],
  ['failed', {}],
  ['expired', {}],
] as const)('what may happen to a setup session that is %s', (state, events) => {
  expect(SETUP_SESSION.table[state]).toEqual(events);
});

it('saves from wherever the shopper or the gateway may still be', () => {
  expect(SETUP_SESSION.statesThat('save')).toEqual(['pending', 'requires_action', 'processing']);
});

it('expires nothing that a gateway is at work on, and nothing that has ended', () => {
  expect(SETUP_SESSION.statesThat('expire')).toEqual(['pending', 'requires_action']);
  const ended = ['completed', 'failed', 'expired'] satisfies SetupSessionState[];
  for (const state of ended) expect(SETUP_SESSION.table[state]).toEqual({});
});
