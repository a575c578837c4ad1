import { SETUP_SESSION } from './setup-session.states';

it('saves from wherever the shopper or the gateway may still be', () => {
  expect(SETUP_SESSION.statesThat('save')).toEqual(['pending', 'requires_action', 'processing']);
});

it('expires nothing that a gateway is at work on, and nothing that has ended', () => {
  expect(SETUP_SESSION.statesThat('expire')).toEqual(['pending', 'requires_action']);
  for (const ended of ['completed', 'failed', 'expired'] as const) {
    expect(SETUP_SESSION.table[ended]).toEqual({});
  }
});
