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

it('can be saved from every state that is not final', () => {
  expect(SETUP_SESSION.statesThat('save')).toEqual(['pending', 'requires_action', 'processing']);
});

it('does not expire while the gateway is processing, nor once it has ended', () => {
  expect(SETUP_SESSION.statesThat('expire')).toEqual(['pending', 'requires_action']);
  const ended = ['completed', 'failed', 'expired'] satisfies SetupSessionState[];
  for (const state of ended) expect(SETUP_SESSION.table[state]).toEqual({});
});
