import { ABANDONED_STATES, isPaid, OPEN_STATES, SESSION, type SessionState } from './payment-session.states';

type Events = Readonly<Record<string, SessionState>>;

const OPEN: Events = {
  ...{ submit: 'processing', authorize: 'authorized', capture: 'captured' },
  ...{ decline: 'failed', cancel: 'canceled', expire: 'expired' },
};

const LIFE: Readonly<Record<SessionState, Events>> = {
  pending: { ...OPEN, challenge: 'requires_action' },
  requires_action: OPEN,
  processing: {
    ...{ reopen: 'pending', challenge: 'requires_action', authorize: 'authorized' },
    ...{ capture: 'captured', decline: 'failed' },
  },
  authorized: { capture: 'captured', cancel: 'canceled', expire: 'expired' },
  captured: {},
  failed: {},
  canceled: {},
  expired: {},
};

const STATES = Object.keys(SESSION.table) as SessionState[];
const EVENTS = [
  ...(['challenge', 'submit', 'reopen', 'authorize', 'capture', 'decline', 'cancel', 'expire'] as const),
];

const cells = STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const));

it.each(cells)('a session that is %s, at the event "%s"', (state, event) => {
  const next = LIFE[state][event];
  expect(SESSION.statesThat(event).includes(state)).toBe(next !== undefined);
  if (next !== undefined) expect(SESSION.target(event)).toBe(next);
});

it('has no other states and no other events', () => {
  expect(STATES.sort()).toEqual(Object.keys(LIFE).sort());
  const events = new Set(STATES.flatMap((state) => Object.keys(SESSION.table[state])));
  expect([...events].sort()).toEqual([...EVENTS].sort());
});

it('a session that is processing neither expires nor is canceled', () => {
  expect(SESSION.statesThat('expire')).not.toContain('processing');
  expect(SESSION.statesThat('cancel')).not.toContain('processing');
});

it('nothing leads out of a final state', () => {
  for (const state of ['captured', 'failed', 'canceled', 'expired'] as const)
    expect(SESSION.table[state]).toEqual({});
});

it('only failed, canceled and expired sessions are abandoned', () => {
  for (const state of ABANDONED_STATES) expect(SESSION.table[state]).toEqual({});
  for (const state of [...OPEN_STATES, 'processing', 'authorized', 'captured'] as const)
    expect(ABANDONED_STATES).not.toContain(state);
});

it('only a pending session or one that requires action can be changed', () => {
  expect(OPEN_STATES).toEqual(['pending', 'requires_action']);
});

it('only an authorized or captured session is paid', () => {
  expect(STATES.filter((state) => isPaid({ state })).sort()).toEqual(['authorized', 'captured']);
});
