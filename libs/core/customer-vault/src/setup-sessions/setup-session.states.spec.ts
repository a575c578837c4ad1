import { SETUP_SESSION } from './setup-session.states';

it('can be saved from every state that is not final', () => {
  expect(SETUP_SESSION.statesThat('save')).toEqual(['pending', 'requires_action', 'processing']);
});

it('does not expire while the gateway is processing, nor once it has ended', () => {
  expect(SETUP_SESSION.statesThat('expire')).toEqual(['pending', 'requires_action']);
  for (const ended of ['completed', 'failed', 'expired'] as const) {
    expect(SETUP_SESSION.table[ended]).toEqual({});
  }
});
